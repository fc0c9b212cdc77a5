import { S3Client, HeadBucketCommand, GetBucketAclCommand, DeleteBucketCommand } from "@aws-sdk/client-s3";

// Functions that are called where they stand take what they are given there.
(async (bucket) => {
  await new S3Client({}).send(new HeadBucketCommand({ Bucket: bucket }));
})("arrow");

(function (client, bucket) {
  client.send(new GetBucketAclCommand({ Bucket: bucket }));
})(new S3Client({ region: "eu-west-1" }), "plain");

for (const name of ["one", "two"]) {
  (function (n) {
    setTimeout(() => new S3Client({}).send(new DeleteBucketCommand({ Bucket: n })), 10);
  })(name);
}
