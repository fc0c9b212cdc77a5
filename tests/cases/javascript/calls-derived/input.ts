// Classes derived from commands, variables that only have a type, members assigned at once, modules called where they are loaded
import { S3Client, GetObjectCommand, type GetObjectCommandInput, type S3ClientConfig } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
export class TracedS3 extends S3Client { constructor(cfg: S3ClientConfig = {}) { super({ ...cfg, region: "eu-west-2" }); } }
class GetReport extends GetObjectCommand { constructor(name: string) { super({ Bucket: "q04-reports", Key: `r/${name}` }); } }
class PutUser extends PutCommand { constructor(Item: Record<string, unknown>) { super({ TableName: "q04-users", Item }); } }
const s3 = new TracedS3();
const doc = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const get = (n: string) => s3.send(new GetReport(n));
export const put = (u: object) => doc.send(new PutUser({ ...u }));const handlers = new Map([["get", (n: string) => new GetReport(n)], ["both", (n: string) => new GetReport("b/".concat(n, "/", "z"))]]);
export const one = (n: string) => s3.send(handlers.get("get")!(n));
export const two = (n: string) => s3.send(handlers.get("both")!(n));
