// Types as evidence: functions, call signatures, index signatures, instanceof
import { S3, S3Client } from "@aws-sdk/client-s3";
import { SNS } from "@aws-sdk/client-sns";
import { SQS } from "@aws-sdk/client-sqs";
type Reader = (client: S3, key: string) => Promise<unknown>;
interface Publisher { (sns: SNS, m: string): Promise<void> }
const read: Reader = async (client, key) => client.getObject({ Bucket: "n07", Key: key });
const pub: Publisher = async (sns, m) => { await sns.publish({ TopicArn: "arn:aws:sns:us-east-1:123456789012:n07", Message: m }); };
type Table = { [name: string]: (c: SQS) => Promise<unknown> };
const t: Table = { a: (c) => c.listQueues({}), async b(c) { return c.purgeQueue({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/n07" }); } };
const u: Record<string, (c: S3) => void> = { z: (c) => c.deleteObject({ Bucket: "n07-d", Key: "k" }) };
const pool: { [region: string]: S3 } = {};
export const h = (r: string) => pool[r].headBucket({ Bucket: "n07-h" });
const rec: Record<string, S3> = {};
export const h2 = (r: string) => rec[r]?.getBucketAcl({ Bucket: "n07-acl" });
export function any(c: unknown) { if (c instanceof S3) { return c.copyObject({ Bucket: "n07-c", Key: "k", CopySource: "n07-s/k" }); } }
export function neg(c: unknown) { if (!(c instanceof S3)) return; return c.getBucketCors({ Bucket: "n07-cors" }); }
export interface Api { handle(c: SQS, m: string): Promise<void>; each: (c: SNS) => void }
export const api: Api = { async handle(c, m) { await c.getQueueUrl({ QueueName: "q" }); }, each: (c) => { c.listSubscriptions({}); } };
export { read, pub, t, u };
