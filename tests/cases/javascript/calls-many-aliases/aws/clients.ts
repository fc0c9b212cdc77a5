import { S3 } from "@aws-sdk/client-s3"; export const client = new S3({});
