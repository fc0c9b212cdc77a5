import { Consumer } from "sqs-consumer";
import { Producer } from "sqs-producer";
import { SqsService, SqsMessageHandler } from "@ssut/nestjs-sqs";
const url = "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs";
const app = Consumer.create({ queueUrl: url, handleMessage: async (m) => {} });
app.start();
const producer = Producer.create({ queueUrl: url, region: "eu-west-1" });
await producer.send(["a", { id: "1", body: "b" }]);
export const size = await producer.queueSize();
export class Jobs { constructor(private readonly sqs: SqsService) {} push(body: string) { return this.sqs.send("jobs", { id: "1", body }); } @SqsMessageHandler("jobs", false) async handle(m: unknown) {} }
