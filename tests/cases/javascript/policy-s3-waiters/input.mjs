// Waiting for an object: a missing one is answered by 404 only to those who may list the bucket.
import { HeadObjectCommand, S3Client, waitUntilObjectExists } from "@aws-sdk/client-s3";

const client = new S3Client({});
await client.send(new HeadObjectCommand({ Bucket: "plain", Key: "report.csv" }));
await waitUntilObjectExists({ client, maxWaitTime: 60 }, { Bucket: "inbox", Key: "in/report.csv" });
