import { SNSClient } from "@aws-sdk/client-sns";
export default new SNSClient({ region: "eu-central-1" });
