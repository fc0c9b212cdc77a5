// Defaults of destructuring count where the name may be missing
import { S3Client, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
const s3 = new S3Client({});
export const a = ({ bucket = "dflt" }) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: "k" }));
a({ bucket: "given" });
export function b({ cfg: { bucket = "dflt" } = {} }) { return s3.send(new HeadObjectCommand({ Bucket: bucket, Key: "k" })); }
b({ cfg: { bucket: "given" } });
export function c(o) { const { bucket = "dflt" } = o; return s3.send(new PutObjectCommand({ Bucket: bucket, Key: "k" })); }
c({ bucket: "given" });
export const d = ({ bucket = "dflt" } = {}) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: "d" }));
d({ bucket: "given" }); d({}); 
export const e = ({ bucket = "dflt" } = {}) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: "e" }));
e();
export const f = ({ bucket = "dflt" } = {}) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: "f" }));
f({ bucket: undefined });
export const g = ({ bucket = "dflt" } = {}) => s3.send(new GetObjectCommand({ Bucket: bucket, Key: "nobody" }));
