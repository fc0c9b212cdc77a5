import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
export const s3 = new S3Client({ region: "eu-west-1" });
export const ddb = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export default s3;
