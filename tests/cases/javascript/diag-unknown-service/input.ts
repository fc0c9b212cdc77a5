// A package of a service that the data does not have: said once a file; a package that is no service's is not.
import { QLDBClient, ListLedgersCommand } from "@aws-sdk/client-qldb";
import type { Ledger } from "@aws-sdk/client-qldb/dist-types/models";
import { NodeHttpHandler } from "@aws-sdk/node-http-handler";
import { S3Client, ListBucketsCommand } from "@aws-sdk/client-s3";
const Robot = require("aws-sdk/clients/robomaker");

await new QLDBClient({}).send(new ListLedgersCommand({}));
await new S3Client({ requestHandler: new NodeHttpHandler({}) }).send(new ListBucketsCommand({}));
new Robot().listRobots({}, () => {});
