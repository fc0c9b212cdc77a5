import { S3Client, type GetObjectCommandInput, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import * as s3ns from '@aws-sdk/client-s3';
namespace Storage { const c = new S3Client({}); export const read = (i: GetObjectCommandInput) => c.send(new GetObjectCommand(i)); }
Storage.read({ Bucket: 'ns', Key: 'k' });
export const helper = { client: new S3Client({}), async put(k: string) { return helper.client.send(new PutObjectCommand({ Bucket: 'self', Key: k })); } };
const Cmd = s3ns.HeadBucketCommand; new s3ns.S3Client({}).send(new Cmd({ Bucket: 'alias' }));
function* gen() { yield new s3ns.DeleteBucketCommand({ Bucket: 'gen' }); }
for (const c of gen()) new S3Client({}).send(c);
const factory = <C extends S3Client>(C: new () => C) => new C(); factory(S3Client).send(new s3ns.GetBucketAclCommand({ Bucket: 'fac' }));
export class Svc { private send = <I extends object>(c: any) => this.c.send(c); constructor(private c: S3Client) {} go() { return this.send(new s3ns.GetBucketCorsCommand({ Bucket: 'arrow' })); } }
const run = async ({ send }: S3Client) => send(new s3ns.GetBucketLoggingCommand({ Bucket: 'dest' }));
const cond = Math.random() > 0.5 ? new s3ns.GetBucketTaggingCommand({ Bucket: 'c1' }) : new s3ns.GetBucketWebsiteCommand({ Bucket: 'c2' }); new S3Client({}).send(cond as any);
type Keys = 'a' | 'b'; const names: Record<Keys, string> = { a: 'na', b: 'nb' }; export const byKey = (k: Keys) => new S3Client({}).send(new s3ns.GetBucketPolicyCommand({ Bucket: names[k] }));
const sendAll = (...cmds: any[]) => Promise.all(cmds.map((c) => new S3Client({}).send(c))); sendAll(new s3ns.ListBucketsCommand({}), new s3ns.GetBucketLocationCommand({ Bucket: 'rest' }));
const pipe = [1].map((i) => new s3ns.PutBucketAclCommand({ Bucket: `pb-${i}` })); for (let i = 0; i < pipe.length; i++) new S3Client({}).send(pipe[i]);
