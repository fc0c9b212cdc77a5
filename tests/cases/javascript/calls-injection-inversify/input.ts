import "reflect-metadata";
import { Container, injectable, inject } from "inversify";
import { SQS } from "@aws-sdk/client-sqs";
import { S3 } from "@aws-sdk/client-s3";
const TYPES = { Queue: Symbol.for("Queue"), Store: Symbol.for("Store"), Sender: Symbol.for("Sender"), S3: "S3" };
interface Store { read(k: string): Promise<unknown>; }
@injectable()
class S3Store implements Store {
  constructor(@inject(TYPES.S3) private s3) {}
  read(k: string) { return this.s3.getObject({ Bucket: "inv", Key: k }); }
}
@injectable()
class Sender {
  @inject(TYPES.Queue) private readonly queue;
  constructor(@inject(TYPES.Store) private store: Store) {}
  async run() { await this.store.read("k1"); await this.queue.purgeQueue({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/i" }); }
}
const container = new Container();
container.bind<SQS>(TYPES.Queue).toConstantValue(new SQS({}));
container.bind<Store>(TYPES.Store).to(S3Store);
container.bind(TYPES.S3).toDynamicValue(() => new S3({}));
container.bind(Sender).toSelf().inSingletonScope();
container.get<Sender>(Sender).run();
container.get(TYPES.S3).listBuckets({});
