import { SNS } from "@aws-sdk/client-sns";
export const everything = new SNS({});
