import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
const c = new S3Client({});
export const provider = { async getSignedUrl(file) { const url = await getSignedUrl(c, new GetObjectCommand({ Bucket: "b", Key: file })); return url; } };
export class P { async getSignedUrl(file) { return await getSignedUrl(c, new GetObjectCommand({ Bucket: "c", Key: file })); } }
