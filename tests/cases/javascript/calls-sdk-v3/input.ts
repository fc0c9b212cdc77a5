import { PutObjectCommand, GetObjectCommand, S3Client, paginateListObjectsV2, waitUntilBucketExists, S3 } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { Upload } from "@aws-sdk/lib-storage";
import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { SQSClient } from "@aws-sdk/client-sqs";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import def, { s3, ddb } from "./client";
import * as clients from "./client.js";
const BUCKET = "media";
enum Tables { Users = "users", Orders = "orders" }
const cfg = { bucket: process.env.BUCKET ?? "dflt", prefix: "in" } as const;
export class Service {
  private readonly client = new S3Client({});
  #s3 = new S3({});
  constructor(private readonly sqs: SQSClient, private table: string = "x") {}
  async put(key: string) {
    await this.client.send(new PutObjectCommand({ Bucket: BUCKET, Key: `in/${key}.json`, Tagging: "a=b" }));
    const cmd = new GetObjectCommand({ Bucket: cfg.bucket, Key: cfg.prefix + "/k" });
    const r = await s3.send(cmd);
    await this.#s3.headObject({ Bucket: "h", Key: "k" });
    await ddb.send(new GetCommand({ TableName: Tables.Users, Key: { id: key } }));
    await clients.ddb.send(new PutCommand({ TableName: Tables.Orders, Item: { ...r } }));
    await this.sqs.send(new SendMessageCommand({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/q", MessageBody: "m" }));
    for await (const page of paginateListObjectsV2({ client: this.client }, { Bucket: "pg", Prefix: "p/" })) {}
    await waitUntilBucketExists({ client: s3, maxWaitTime: 3 }, { Bucket: "w" });
    const url = await getSignedUrl(def, new GetObjectCommand({ Bucket: "signed", Key: "k" }), { expiresIn: 3 });
    await new Upload({ client: s3, params: { Bucket: "up", Key: "k", Body: "" } }).done();
    await Promise.all(["a", "b"].map((k) => s3.send(new GetObjectCommand({ Bucket: "each", Key: k }))));
    const params = { Bucket: "pp", Key: "k" }; (params as any).VersionId = "1";
    await s3.send(new GetObjectCommand(params));
    const { Bucket = "x" } = params;
    return url?.length;
  }
}
const commands = { put: () => new PutObjectCommand({ Bucket: "fm", Key: "k" }) };
export async function run(c: S3Client) { await c.send(commands.put()); const m = await import("@aws-sdk/client-sns"); await new m.SNSClient({}).send(new m.PublishCommand({ TopicArn: "arn:aws:sns:us-east-1:111122223333:t" })); }
