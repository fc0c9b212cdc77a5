import { Injectable, Inject, Module } from "@nestjs/common";
import { ConfigService } from "@nestjs/config";
import { S3Client, GetObjectCommand, HeadObjectCommand, S3 } from "@aws-sdk/client-s3";
import { SQSClient, SendMessageCommand } from "@aws-sdk/client-sqs";
import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";
import { SSMClient, GetParameterCommand } from "@aws-sdk/client-ssm";
import { DynamoDBDocument } from "@aws-sdk/lib-dynamodb";
import * as AWS from "aws-sdk";

export const TOPICS = Symbol("TOPICS");
export abstract class Mailer { abstract send(to: string): Promise<void>; }

@Injectable()
export class ByType {
  constructor(private readonly s3: S3Client) {}
  get(k: string) { return this.s3.send(new GetObjectCommand({ Bucket: "by-type", Key: k })); }
}

@Injectable()
export class ByToken {
  constructor(@Inject("QUEUE") private readonly queue, @Inject(TOPICS) private topics: any, @Inject("DOCS") private docs, @Inject("V2") private v2, @Inject("AGG") readonly agg) {}
  async go(b: string) {
    await this.queue.sendMessage({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/111122223333/q", MessageBody: b });
    await this.topics.publish({ TopicArn: "arn:aws:sns:us-east-1:111122223333:t", Message: b });
    await this.docs.get({ TableName: "users", Key: { id: b } });
    await this.v2.getObject({ Bucket: "v2", Key: b }).promise();
    await this.agg.listBuckets({});
  }
}

@Injectable()
export class ByProperty {
  @Inject(SSMClient) private ssm;
  @Inject() private readonly typed: S3Client;
  p(n: string) { this.typed.send(new HeadObjectCommand({ Bucket: "prop", Key: n })); return this.ssm.send(new GetParameterCommand({ Name: n })); }
}

@Injectable()
export class Facade {
  constructor(private readonly byType: ByType, private cfg: ConfigService) {}
  run() { return this.byType.get(this.cfg.get("KEY")); }
}

export class SesMailer extends Mailer {
  constructor(private ses: AWS.SES) { super(); }
  async send(to: string) { await this.ses.sendEmail({ Source: "a@example.com", Destination: { ToAddresses: [to] }, Message: {} as any }).promise(); }
}

@Injectable()
export class Notifier {
  constructor(private readonly mailer: Mailer) {}
  ping() { return this.mailer.send("b@example.com"); }
}

@Module({
  providers: [
    ByType, ByToken, ByProperty, Facade,
    { provide: S3Client, useFactory: (c: ConfigService) => new S3Client({ region: c.get("REGION") }), inject: [ConfigService] },
    { provide: "QUEUE", useFactory: async () => new AWS.SQS() },
    { provide: TOPICS, useValue: new AWS.SNS() },
    { provide: "DOCS", useFactory: () => DynamoDBDocument.from(new (require("@aws-sdk/client-dynamodb").DynamoDBClient)({})) },
    { provide: "V2", useClass: AWS.S3 },
    { provide: "AGG", useExisting: "AGG2" },
    { provide: "AGG2", useValue: new S3({}) },
    { provide: SSMClient, useValue: new SSMClient({}) },
    { provide: Mailer, useClass: SesMailer },
  ],
})
export class AppModule {}
