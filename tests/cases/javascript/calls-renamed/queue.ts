import { S3 } from '@aws-sdk/client-s3';
export default class Queue { constructor(private b: string) {} acl() { return new S3({}).getBucketAcl({ Bucket: this.b }); } }
export function helper(b: string) { return new S3({}).getBucketCors({ Bucket: b }); }
function local(b: string) { return new S3({}).getBucketTagging({ Bucket: b }); }
export { local as shown };
