import { SecretsManager } from "@aws-sdk/client-secrets-manager";
export const secrets = new SecretsManager({});
