import {
  S3Client, S3, PutObjectCommand, GetObjectCommand, CopyObjectCommand, DeleteObjectsCommand, HeadObjectCommand, ListBucketsCommand,
  paginateListObjectsV2, waitUntilObjectExists, waitForBucketExists, type GetObjectCommandInput, type PutObjectRequest, type ClientDefaults,
} from "@aws-sdk/client-s3";
import { DynamoDBClient, paginateScan as pageRaw, ExecuteStatementCommand } from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient, DynamoDBDocument, GetCommand, PutCommand, QueryCommand, UpdateCommand, DeleteCommand, ScanCommand, BatchGetCommand,
  BatchWriteCommand, TransactWriteCommand, TransactGetCommand, ExecuteTransactionCommand, paginateQuery, paginateScan,
} from "@aws-sdk/lib-dynamodb";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { Upload } from "@aws-sdk/lib-storage";
import { Signer } from "@aws-sdk/rds-signer";
import { DsqlSigner } from "@aws-sdk/dsql-signer";
import { fromTemporaryCredentials, fromWebToken } from "@aws-sdk/credential-providers";
import { getSecret } from "@aws-lambda-powertools/parameters/secrets";
import { getParameter, getParameters } from "@aws-lambda-powertools/parameters/ssm";
import * as ssm from "@aws-sdk/client-ssm";

const client = new S3Client({ region: "eu-central-1", credentials: fromTemporaryCredentials({ params: { RoleArn: "arn:aws:iam::111122223333:role/r" } }) });
const command = new PutObjectCommand({ Bucket: "kept", Key: "k" }); // kept in a variable
await client.send(command);
const make = (key: string) => new GetObjectCommand({ Bucket: "returned", Key: key }); // returned
await client.send(make("a"));
const commands = { copy: CopyObjectCommand, list: ListBucketsCommand }; // a map of classes
await client.send(new commands.copy({ Bucket: "to", Key: "k", CopySource: "from/k" }));
const built: Record<string, () => unknown> = { head: () => new HeadObjectCommand({ Bucket: "map", Key: "k" }) };
await client.send(built["head"]() as HeadObjectCommand);
async function run<T>(cmd: T): Promise<void> { await client.send(cmd as any); } // handed to a helper
await run(new DeleteObjectsCommand({ Bucket: "helper", Delete: { Objects: [{ Key: "x" }, { Key: "y", VersionId: "1" }] } }));
await client.send(new PutObjectCommand({ Bucket: "cb", Key: "k" }), (err, data) => {}); // callback
await client.send(new PutObjectCommand({ Bucket: "abort", Key: "k" }), { abortSignal: AbortSignal.timeout(9) });
const input: GetObjectCommandInput = { Bucket: "typed-input", Key: "k" };
input.VersionId = "v1";
await client.send(new GetObjectCommand(input));
const s3 = new S3(); // no configuration
await s3.listBuckets(); // no argument
await s3.putObject({ Bucket: "aggregated", Key: "k" } satisfies PutObjectRequest);
for await (const page of paginateListObjectsV2({ client, pageSize: 10 }, { Bucket: "pages" })) {}
await waitUntilObjectExists({ client, maxWaitTime: 60 }, { Bucket: "wait", Key: "k" });
await waitForBucketExists({ client, maxWaitTime: 60 }, { Bucket: "waitfor" });
await getSignedUrl(client, new PutObjectCommand({ Bucket: "presigned", Key: "k" }), { expiresIn: 60 });
await createPresignedPost(client, { Bucket: "post", Key: "in/${filename}" });
await new Upload({ client, params: { Bucket: "upload", Key: "k", Body: "b" } }).done();
const ddb = new DynamoDBClient({});
const docs = DynamoDBDocumentClient.from(ddb, { marshallOptions: {} });
const TableName = "docs";
await docs.send(new GetCommand({ TableName, Key: { id: 1 } }));
await docs.send(new PutCommand({ TableName, Item: { id: 1 } }));
await docs.send(new QueryCommand({ TableName, IndexName: "by-date", KeyConditionExpression: "a = :a" }));
await docs.send(new UpdateCommand({ TableName, Key: { id: 1 } }));
await docs.send(new DeleteCommand({ TableName, Key: { id: 1 } }));
await docs.send(new ScanCommand({ TableName }));
await docs.send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [{ id: 1 }] } } }));
await docs.send(new BatchWriteCommand({ RequestItems: { [TableName]: [{ PutRequest: { Item: {} } }, { DeleteRequest: { Key: {} } }] } }));
await docs.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: {} } }, { ConditionCheck: { TableName: "other", Key: {}, ConditionExpression: "x" } }] }));
await docs.send(new TransactGetCommand({ TransactItems: [{ Get: { TableName, Key: {} } }] }));
await docs.send(new ExecuteTransactionCommand({ TransactStatements: [{ Statement: 'SELECT * FROM "docs"' }] }));
await ddb.send(new ExecuteStatementCommand({ Statement: 'UPDATE "docs" SET a = 1 WHERE id = 1' }));
for await (const p of paginateQuery({ client: docs }, { TableName })) {}
for await (const p of paginateScan({ client: docs }, { TableName: "scanned" })) {}
for await (const p of pageRaw({ client: ddb }, { TableName: "raw" })) {}
const full = DynamoDBDocument.from(ddb);
await full.get({ TableName, Key: { id: 1 } });
await full.transactWrite({ TransactItems: [{ Delete: { TableName: "gone", Key: {} } }] });
await full.send(new GetCommand({ TableName: "sent", Key: {} }));
await new Signer({ hostname: "db", port: 5432, username: "app", region: "us-east-1" }).getAuthToken();
await new DsqlSigner({ hostname: "h.dsql.us-east-1.on.aws" }).getDbConnectAdminAuthToken();
fromWebToken({ roleArn: "arn:aws:iam::111122223333:role/web", webIdentityToken: "t" });
await getSecret("app/secret");
await getParameter("/app/name", { decrypt: true });
await getParameters("/app");
const { SSMClient, ...cmds } = ssm;
await new SSMClient({}).send(new ssm.PutParameterCommand({ Name: "/n", Value: "v", Type: "String" }));
const results = await Promise.all(["a", "b"].map((Key) => client.send(new GetObjectCommand({ Bucket: "all", Key }))));
const { Body, ContentType = "text/plain" } = results[0];
type Cmd = typeof GetObjectCommand;
function dynamic(Command: Cmd, key: string) { return client.send(new Command({ Bucket: "passed-class", Key: key })); }
dynamic(GetObjectCommand, "k");
client.config.region(); client.middlewareStack.add((next) => next, {} as any); client.destroy();
