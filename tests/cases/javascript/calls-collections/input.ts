import { S3Client, GetObjectCommand, PutObjectCommand, S3, HeadObjectCommand, DeleteObjectCommand } from "@aws-sdk/client-s3";
import { SQS } from "@aws-sdk/client-sqs";
const c = new S3Client({});
["a", "b"].forEach((k, i) => c.send(new GetObjectCommand({ Bucket: "fe", Key: k })));
const cmds = ["x", "y"].map((Key) => new PutObjectCommand({ Bucket: "mapped", Key }));
await Promise.all(cmds.map((cmd) => c.send(cmd)));
const clients = { east: new S3({ region: "us-east-1" }), west: new S3({ region: "us-west-2" }) };
await Promise.all(Object.values(clients).map((s) => s.headBucket({ Bucket: "ov" })));
Object.entries(clients).forEach(([region, s]) => s.getBucketAcl({ Bucket: region }));
for (const [k, s] of Object.entries(clients)) s.getBucketLogging({ Bucket: k });
const m = new Map<string, S3>([["a", new S3({})]]); 
m.forEach((s, k) => s.getBucketTagging({ Bucket: k }));
for (const s of m.values()) s.getBucketVersioning({ Bucket: "mv" });
m.get("a")!.getBucketPolicy({ Bucket: "mg" });
async function getClient() { return new SQS({}); }
getClient().then((q) => q.purgeQueue({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/then" })).catch(console.error);
getClient().catch(() => null).then((q) => q.listQueues({}));
import("@aws-sdk/client-sns").then(({ SNS }) => new SNS({}).listTopics({}));
const [q2, bucket] = await Promise.all([getClient(), Promise.resolve("pa")]);
q2.deleteQueue({ QueueUrl: bucket });
["k1"].reduce((p, k) => p.then(() => c.send(new HeadObjectCommand({ Bucket: "red", Key: k }))), Promise.resolve());
new Set(["s1"]).forEach((k) => c.send(new DeleteObjectCommand({ Bucket: "set", Key: k })));
const reg = new Map<string, S3>(); reg.set("u", new S3({}));
reg.get("u")?.getBucketCors({ Bucket: "reg" });
class Pool { private pool = new Map<string, S3Client>(); get(r: string) { if (!this.pool.has(r)) this.pool.set(r, new S3Client({ region: r })); return this.pool.get(r)!; } }
new Pool().get("eu-west-1").send(new HeadObjectCommand({ Bucket: "pool", Key: "k" }));
const cache: Record<string, S3Client> = {}; function cl(r: string) { return (cache[r] ??= new S3Client({ region: r })); }
cl("eu-west-3").send(new HeadObjectCommand({ Bucket: "rec", Key: "k" }));
Array.from({ length: 3 }, (_, i) => c.send(new HeadObjectCommand({ Bucket: "af", Key: String(i) })));
