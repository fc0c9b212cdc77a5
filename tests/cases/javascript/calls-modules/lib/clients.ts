import { S3 } from "@aws-sdk/client-s3";
import { SQS } from "@aws-sdk/client-sqs";
export const s3 = new S3({}), queue = new SQS({});
