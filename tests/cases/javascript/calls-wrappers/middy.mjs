import middy from "@middy/core";
import ssm from "@middy/ssm";
import secretsManager from "@middy/secrets-manager";
import dynamodb from "@middy/dynamodb";
import s3 from "@middy/s3";
import sts from "@middy/sts";
import appConfig from "@middy/appconfig";
import serviceDiscovery from "@middy/service-discovery";
import rdsSigner from "@middy/rds-signer";

export const handler = middy()
  .use(ssm({ fetchData: { accessToken: "/dev/service/token", config: "/dev/service/config/" }, setToContext: true }))
  .use(secretsManager({ fetchData: { apiToken: "dev/api_token" }, fetchRotationDate: true }))
  .use(dynamodb({ fetchData: { config: { TableName: "settings", Key: { pk: "0000" } } } }))
  .use(s3({ fetchData: { config: { Bucket: "config-bucket", Key: "app/config.json" } } }))
  .use(sts({ fetchData: { assumeRole: { RoleArn: "arn:aws:iam::111122223333:role/reader", RoleSessionName: "x" } } }))
  .use(appConfig({ fetchData: { config: { ApplicationIdentifier: "app", ConfigurationProfileIdentifier: "cfg", EnvironmentIdentifier: "prod" } } }))
  .use(serviceDiscovery({ fetchData: { instances: { NamespaceName: "ns", ServiceName: "svc" } } }))
  .use(rdsSigner({ fetchData: { token: { hostname: "db.example", username: "iam_role", port: 5555, region: "eu-west-1" } } }))
  .handler(async (event, context) => ({}));
