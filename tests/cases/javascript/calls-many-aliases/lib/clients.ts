import { SQS } from "@aws-sdk/client-sqs"; export const client = new SQS({});
