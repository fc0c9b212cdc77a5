import { container, injectable, inject, singleton, autoInjectable } from "tsyringe";
import { KMS } from "@aws-sdk/client-kms";
import { SNSClient, PublishCommand } from "@aws-sdk/client-sns";
@singleton()
class Crypto {
  constructor(@inject("Kms") private kms, private sns: SNSClient) {}
  enc() { this.sns.send(new PublishCommand({ TopicArn: "arn:aws:sns:us-east-1:111122223333:tsy", Message: "" })); return this.kms.encrypt({ KeyId: "alias/k", Plaintext: "" as any }); }
}
container.register("Kms", { useValue: new KMS({}) });
container.register<SNSClient>(SNSClient, { useFactory: () => new SNSClient({}) });
container.registerInstance("Kms2", new KMS({}));
container.registerSingleton<Crypto>(Crypto);
container.resolve(Crypto).enc();
container.resolve<KMS>("Kms2").listKeys({});
