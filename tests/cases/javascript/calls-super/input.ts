import { S3Client, GetObjectCommand, S3, HeadBucketCommand } from "@aws-sdk/client-s3";
class MyS3 extends S3Client { constructor(region: string) { super({ region }); } async get(k: string) { return super.send(new GetObjectCommand({ Bucket: "sub", Key: k })); } me() { return this.send(new HeadBucketCommand({ Bucket: "this" })); } }
await new MyS3("eu-west-1").get("k");
class Agg extends S3 { all() { return super.listBuckets({}); } }
class A { constructor(protected s3: S3, readonly b: string) {} read() { return this.s3.getBucketAcl({ Bucket: this.b }); } }
class B extends A { constructor(s3: S3) { super(s3, "bee"); } read() { return super.read(); } }
class C extends A { constructor() { super(new S3({}), "sea"); } }
new B(new S3({})).read(); new C().read();
