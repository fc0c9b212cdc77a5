// Inputs whose type is declared: what is passed says what is in them
import { S3Client, PutObjectCommand, type PutObjectCommandInput, S3, type DeleteObjectRequest } from "@aws-sdk/client-s3";
import { SQSClient, SendMessageCommand, SendMessageCommandInput } from "@aws-sdk/client-sqs";
const c = new S3Client({});
async function put(input: PutObjectCommandInput) { return c.send(new PutObjectCommand(input)); }
put({ Bucket: "ti", Key: "k", Tagging: "a=b" });
class Q { private sqs = new SQSClient({}); async send(input: Omit<SendMessageCommandInput, "QueueUrl">) { const full: SendMessageCommandInput = { ...input, QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/q" }; await this.sqs.send(new SendMessageCommand(full)); } }
new Q().send({ MessageBody: "x" });
export const del = (r: DeleteObjectRequest) => new S3({}).deleteObject(r);
del({ Bucket: "tid", Key: "x" });
export const open = (r: DeleteObjectRequest) => new S3({}).deleteObject(r);
export const part = (r: Partial<PutObjectCommandInput>) => c.send(new PutObjectCommand({ Bucket: "part", Key: "k", ...r }));
part({ Body: "x" });
// … and what a function that declares it gives
const build = (Key: string): PutObjectCommandInput => ({ Bucket: "built", Key });
await c.send(new PutObjectCommand(build("a")));
function acl(extra: Partial<PutObjectCommandInput> = {}): PutObjectCommandInput { return { Bucket: "acl", Key: "k", ...extra }; }
await c.send(new PutObjectCommand(acl({ ACL: "private" })));
async function found(x: boolean): Promise<PutObjectCommandInput | undefined> { if (x) return undefined; return { Bucket: "found", Key: "k" }; }
await c.send(new PutObjectCommand((await found(true))!));
const { Bucket, Key } = build("b");
await new S3({}).headObject({ Bucket, Key });
export const unknown = (x: any) => x.putObject(build("evidence"));
