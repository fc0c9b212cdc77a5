import { SQS } from "@aws-sdk/client-sqs";
export const queue = new SQS();
