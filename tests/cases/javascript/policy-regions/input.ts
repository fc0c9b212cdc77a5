// The region of a client in a declared field; tables of the classes of a family
import { SQSClient, SendMessageCommand, PurgeQueueCommand, GetQueueUrlCommand } from "@aws-sdk/client-sqs";
class A {
  private sqs: SQSClient;
  constructor(opts: { region: string }) { this.sqs = new SQSClient(opts); }
  a() { return this.sqs.send(new SendMessageCommand({ QueueUrl: "q", MessageBody: "m" })); }
}
new A({ region: "eu-west-1" }).a();
class B {
  private sqs?: SQSClient;
  private get queue() { if (!this.sqs) this.sqs = new SQSClient({ region: "eu-central-1" }); return this.sqs; }
  b() { return this.queue.send(new PurgeQueueCommand({ QueueUrl: "q" })); }
}
new B().b();
class C {
  sqs: SQSClient;
  constructor(region: string) { this.sqs = new SQSClient({ region }); }
  static one?: C;
  static get instance() { return (C.one ??= new C("eu-north-1")); }
  c() { return this.sqs.send(new GetQueueUrlCommand({ QueueName: "q" })); }
}
C.instance.c();
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
abstract class Repository<T> {
  protected constructor(protected readonly client: DynamoDBDocumentClient, protected readonly table: string) {}
  put(item: T) { return this.client.send(new PutCommand({ TableName: this.table, Item: item as any })); }
}
class Orders extends Repository<object> { constructor(c: DynamoDBDocumentClient) { super(c, "orders"); } }
class Users extends Repository<object> { constructor(c: DynamoDBDocumentClient) { super(c, "users"); } }
const documents = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "eu-west-3" }));
const repositories = [new Orders(documents), new Users(documents)];
repositories[1].put({ id: 1 });
