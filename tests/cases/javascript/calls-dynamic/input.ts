// Services, operations and members whose names the code computes
import AWS from "aws-sdk";
import * as s3lib from "@aws-sdk/client-s3";
import { S3 } from "@aws-sdk/client-s3";
import { SQS } from "@aws-sdk/client-sqs";
export async function each(region: string) {
  for (const name of ["S3", "EC2"] as const) await new AWS[name]({ region })["describeTags"]?.().promise();
}
export const known = (x: boolean, p: string) => { const op = x ? "getObject" : "headObject"; return new S3({})[op]({ Bucket: "b", Key: p }); };
export const part = (kind: string) => new SQS({})[`${kind}Message`]({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/q", MessageBody: "m" });
export const open = (op: string, p: any) => new S3({})[op](p);
export const command = (cmd: string, p: any) => new S3({}).send(new (s3lib as any)[`${cmd}Command`](p));
export const passed = (c: S3, cmd: any) => c.send(cmd);
const api = new S3({});
const list = api["listBuckets"];
list();
export const service = (svc: string) => new AWS[svc]().describeInstances({ InstanceIds: ["i-1"] }).promise();
export const several = (svc: string) => new AWS[svc]().listTagsForResource({ resourceArn: svc }).promise();
