import { S3, S3Client, DeleteObjectCommand } from "@aws-sdk/client-s3";
interface Deps { s3: S3; bucket: string }
export const makeStore = ({ s3, bucket }: Deps) => ({ read: (k: string) => s3.getObject({ Bucket: bucket, Key: k }), del: (c: S3Client) => c.send(new DeleteObjectCommand({ Bucket: bucket, Key: "z" })) });
const store = makeStore({ s3: new S3({}), bucket: "deps" });
store.read("a");
type Ctx = { clients: { s3: S3 } };
export async function handler(ctx: Ctx) { await ctx.clients.s3.headBucket({ Bucket: "ctx" }); }
export class Repo { private deps: Deps; constructor(deps: Deps) { this.deps = deps; } list() { return this.deps.s3.listObjectsV2({ Bucket: this.deps.bucket }); } }
interface Storage { put(k: string): Promise<any> }
class Impl implements Storage { private s3 = new S3({}); async put(k: string) { return this.s3.putObject({ Bucket: "impl", Key: k }); } }
export class Uses { constructor(private st: Storage) {} go() { return this.st.put("kk"); } }
export function inline({ s3, name }: { s3: S3; name: string }) { return s3.getBucketAcl({ Bucket: name }); }
export const withThis = { client: new S3({}), list() { return this.client.listBuckets({}); } };
interface Clients { readonly s3: S3; get(name: string): S3Client; lazy(): Promise<S3>; opt?: S3 }
export async function viaInterface(c: Clients) { await c.get("x").send(new DeleteObjectCommand({ Bucket: "iface", Key: "a" })); (await c.lazy()).getBucketCors({ Bucket: "lazy" }); c.opt?.getBucketPolicy({ Bucket: "opt" }); }
abstract class Base<T> { constructor(protected readonly client: T) {} protected abstract run(): any }
class Derived extends Base<S3Client> { run() { return this.client.send(new DeleteObjectCommand({ Bucket: "generic", Key: "a" })); } }
export function generic<C extends S3>(c: C) { return c.getBucketTagging({ Bucket: "extends" }); }
export let s3later: S3; export function init() { s3later = new S3({}); } export const use = () => s3later.getBucketWebsite({ Bucket: "later" });
type Maybe<T> = T | undefined; let mm: Maybe<S3>; export const useMM = () => mm!.getBucketLocation({ Bucket: "maybe" });
