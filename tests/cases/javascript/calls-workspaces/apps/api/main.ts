import { Storage, client } from "@acme/storage";
import topics from "@acme/storage/nested/topics";
import { PublishCommand } from "@aws-sdk/client-sns";
import { DeleteObjectCommand } from "@aws-sdk/client-s3";
import { enqueue } from "acme-queue";
import { docs, TABLE } from "@acme/db";
import { AUDIT } from "@acme/db/tables";
import { secrets } from "#secrets";
import { LambdaClient, InvokeCommand } from "#sdk";
import { CloudWatchLogs } from "logs";
import { DynamoDB } from "npm:@aws-sdk/client-dynamodb@3.600.0";

const lambda = new LambdaClient({});
export async function handler(event: { key: string }) {
  const body = await new Storage("incoming").read(event.key);
  await client.send(new DeleteObjectCommand({ Bucket: "incoming", Key: event.key }));
  await topics.send(new PublishCommand({ TopicArn: "arn:aws:sns:eu-central-1:111122223333:seen", Message: "m" }));
  await enqueue("https://sqs.us-east-1.amazonaws.com/111122223333/work", body);
  await docs.get({ TableName: TABLE, Key: { id: event.key } }).promise();
  await docs.put({ TableName: AUDIT, Item: { id: event.key } }).promise();
  await secrets.getSecretValue({ SecretId: "api/key" });
  await lambda.send(new InvokeCommand({ FunctionName: "resize" }));
  await new CloudWatchLogs({}).putLogEvents({ logGroupName: "g", logStreamName: "s", logEvents: [] });
  await new DynamoDB().describeTable({ TableName: TABLE });
}
