// An operation that the data does not have, by its command: said, and left out.
import { S3Client, FrobnicateBucketCommand, ListBucketsCommand } from "@aws-sdk/client-s3";
import * as sqs from "@aws-sdk/client-sqs";

const s3 = new S3Client({});
await s3.send(new FrobnicateBucketCommand({ Bucket: "x" }));
await s3.send(new ListBucketsCommand({}));
const poke = new sqs.PokeQueueCommand({ QueueUrl: "x" });
await new sqs.SQSClient({}).send(poke);
