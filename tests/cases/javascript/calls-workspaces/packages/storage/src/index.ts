import { S3Client, GetObjectCommand } from "@aws-sdk/client-s3";
const client = new S3Client({});
export class Storage {
  constructor(private readonly bucket: string) {}
  read(key: string) {
    return client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
  }
}
export { client };
