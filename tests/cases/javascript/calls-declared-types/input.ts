// A declared type adds nothing to what the code settles: enums, interfaces of options
import { S3, S3Client } from "@aws-sdk/client-s3";
import { SSMClient, GetParameterCommand } from "@aws-sdk/client-ssm";
enum Param { Db = "/app/db", Api = "/app/api" }
const ssm = new SSMClient({});
const read = (p: Param) => ssm.send(new GetParameterCommand({ Name: p }));
read(Param.Db);
read(Param.Api);
interface Options { bucket: string; client?: S3 }
class Store {
  private readonly opts: Required<Options>;
  constructor(opts: Options) { this.opts = { client: new S3({}), ...opts }; }
  async put(Key: string) { const { bucket: Bucket, client } = this.opts; await client.putObject({ Bucket, Key }); }
}
new Store({ bucket: "settled" }).put("a");
function open(o: Options) { return o.client!.headObject({ Bucket: o.bucket, Key: "k" }); }
export { open };
