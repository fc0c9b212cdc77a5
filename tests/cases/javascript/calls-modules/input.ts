#!/usr/bin/env -S npx tsx
import { S3Client as Client, HeadBucketCommand as Head } from "@aws-sdk/client-s3"; // named, renamed
import AWS from "aws-sdk"; // default
import * as dynamo from "@aws-sdk/client-dynamodb"; // namespace
import type { SQS } from "@aws-sdk/client-sqs"; // types only
import { type SNS, PublishCommand } from "@aws-sdk/client-sns";
import "aws-sdk/lib/maintenance_mode_message"; // side effect
import sts, { STS as Sts } from "./lib/default"; // default and named of the project
import { s3 as shared, renamed, everything, Barrel } from "./lib"; // barrel
import kms = require("aws-sdk/clients/kms"); // TypeScript's import =
import { S3 as Unused, GetObjectCommand as UnusedToo } from "@aws-sdk/client-s3"; // never used: gives nothing
import DDB, { DocumentClient } from "aws-sdk/clients/dynamodb";
import { default as cw } from "aws-sdk/clients/cloudwatch";
import * as path from "node:path";

const client = new Client({});
client.send(new Head({ Bucket: "named" }));
new AWS.S3().headBucket({ Bucket: "default" }).promise();
new dynamo.DynamoDB({}).describeTable({ TableName: "namespace" });
export function typeOnly(q: SQS, n: SNS) {
  q.purgeQueue({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/typed" });
  n.send(new PublishCommand({ TopicArn: "arn:aws:sns:us-east-1:111122223333:typed", Message: "m" }));
}
sts.assumeRole({ RoleArn: "arn:aws:iam::111122223333:role/default", RoleSessionName: "s" });
new Sts({}).getSessionToken({});
shared.headBucket({ Bucket: "barrel" });
renamed.listQueues({});
everything.listTopics({});
new Barrel.Wrapper().run();
new kms().listKeys({}).promise();
new DDB().listTables({}).promise();
new DocumentClient().get({ TableName: "doc", Key: { id: 1 } }).promise();
new cw().listDashboards().promise();
const lazy = async () => {
  const { SSM } = await import("@aws-sdk/client-ssm"); // dynamic
  return new SSM({}).getParameter({ Name: "/dynamic" });
};
const lambda = (await import("@aws-sdk/client-lambda")).Lambda;
await new lambda({}).invoke({ FunctionName: "toplevel-await" });
const mod = await import("./lib/default");
await mod.default.getFederationToken({ Name: "dynamic-project" });
export { client as exported, lazy };
export default class extends Barrel.Wrapper {}
