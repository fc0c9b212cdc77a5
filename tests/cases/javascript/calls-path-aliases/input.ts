import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { s3 } from "@clients";
import { queue } from "@clients/queue";
import * as names from "@shared/names";
import { QUEUE } from "shared/names"; // baseUrl

export async function run(key: string) {
  await s3.send(new GetObjectCommand({ Bucket: names.BUCKET, Key: key }));
  await queue.sendMessage({ QueueUrl: QUEUE, MessageBody: key });
  const lazy = await import("@clients");
  await lazy.s3.send(new PutObjectCommand({ Bucket: "archive", Key: key }));
}
