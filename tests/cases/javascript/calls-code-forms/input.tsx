import { S3Client, S3, GetObjectCommand, PutObjectCommand, DeleteObjectCommand, HeadObjectCommand, type PutObjectCommandInput } from "@aws-sdk/client-s3";
import { SQSClient, SendMessageCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { DynamoDBClient, PutItemCommand, QueryCommand, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { SecretsManagerClient, GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";

enum Table { Users = "users", Orders = "orders" }
const enum Prefix { In = "in/" }
const Buckets = { raw: "raw-data", clean: "clean-data" } as const;
const QUEUE_URL = process.env.QUEUE_URL ?? "https://sqs.us-east-1.amazonaws.com/111122223333/dflt"; // the environment decides
const STAGE = process.env.STAGE || "dev";

export abstract class Repository<T extends object = {}> {
  protected readonly client = new DynamoDBClient({ region: "eu-west-1" });
  constructor(protected readonly tableName: string) {}
  async save(item: T) { return this.client.send(new PutItemCommand({ TableName: this.tableName, Item: item as any })); }
  protected abstract get index(): string;
  async find(id: string) { return this.client.send(new QueryCommand({ TableName: this.tableName, IndexName: this.index })); }
}
export class Users extends Repository<{ id: string }> {
  constructor() { super(Table.Users); }
  protected get index() { return "by-id"; }
}
export class Orders extends Repository {
  static readonly instance = new Orders(Table.Orders);
  protected get index() { return "by-order"; }
  override async save(item: object) { await super.save(item); }
}
await new Users().save({ id: "1" });
await Orders.instance.find("2");

class Files {
  static #shared?: Files;
  #s3 = new S3Client({});
  readonly #bucket: string;
  private cache?: S3;
  static get shared() { return (this.#shared ??= new Files(Buckets.raw)); }
  constructor(bucket: string) { this.#bucket = bucket; }
  get lazy(): S3 { if (!this.cache) this.cache = new S3({}); return this.cache; }
  read = async (key: string) => this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: `${Prefix.In}${key}` }));
  write(key: string, extra?: Partial<PutObjectCommandInput>) {
    const base: PutObjectCommandInput = { Bucket: this.#bucket, Key: key };
    return this.#s3.send(new PutObjectCommand({ ...base, ...extra, ServerSideEncryption: "aws:kms" }));
  }
  drop({ key = "tmp", bucket = this.#bucket }: { key?: string; bucket?: string } = {}) {
    return this.lazy.deleteObject({ Bucket: bucket, Key: key });
  }
}
const files = Files.shared;
await files.read("a.json");
await files.write("b.json", { Tagging: "x=y" });
await files.drop({ bucket: Buckets.clean });
await files?.lazy?.headObject?.({ Bucket: Buckets["clean"], Key: "k" });

const clients = { s3: new S3Client({}), sqs: new SQSClient({}) } satisfies Record<string, unknown>;
const { s3, sqs: queue = new SQSClient({}) } = clients;
const send = (body: string, { delay = 0, ...rest }: { delay?: number } & Record<string, unknown> = {}) =>
  queue.send(new SendMessageCommand({ QueueUrl: QUEUE_URL, MessageBody: body, DelaySeconds: delay }));
await send("x");
export const withRetry = async <T,>(fn: () => Promise<T>, n = 3): Promise<T> => { try { return await fn(); } catch (e) { if (n > 0) return withRetry(fn, n - 1); throw e; } };
await withRetry(() => s3.send(new HeadObjectCommand({ Bucket: `app-${STAGE}-assets`, Key: "k" })));
function clientFor(kind: "s3" | "sqs") { switch (kind) { case "s3": return clients.s3; default: return clients.sqs; } }
await (clientFor("s3") as S3Client).send(new DeleteObjectCommand({ Bucket: "factory", Key: "k" }));
const memo = (() => { let c: SecretsManagerClient | undefined; return () => (c ??= new SecretsManagerClient({})); })();
export const secret = async (id = "app/default") => (await memo()!.send(new GetSecretValueCommand({ SecretId: id }))).SecretString;
await secret("app/db");
async function* messages() { while (true) { const { Messages = [] } = await queue.send(new ReceiveMessageCommand({ QueueUrl: QUEUE_URL })); yield* Messages; } }
for await (const m of messages()) console.log(m?.Body);
const update = new UpdateItemCommand({ TableName: Table["Orders"], Key: {} });
const ddb = (globalThis as any).ddb as unknown as DynamoDBClient;
await ddb.send(update);
function Log(prefix: string) { return (t: any, k: string, d: PropertyDescriptor) => d; }
class Decorated { @Log("x") async run(@Log2() c: S3Client) { await c.send(new GetObjectCommand({ Bucket: "decorated", Key: "k" })); } }
declare function Log2(): any;
label: for (const b of Object.values(Buckets)) { if (!b) continue label; await s3.send(new GetObjectCommand({ Bucket: b, Key: "each" })); }
export const View = () => <div onClick={async () => { await s3.send(new GetObjectCommand({ Bucket: "jsx", Key: "k" })); }}>{`it's <b>text</b> // not code`} new S3() isn't {"code"}</div>;
