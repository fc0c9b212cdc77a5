import type { SecretsManagerClient as SM } from "@aws-sdk/client-secrets-manager";
let client: SM | undefined;
async function sm() {
  if (!client) { const { SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager"); client = new SecretsManagerClient({ region: "eu-west-1" }); }
  return client;
}
const cache = new Map<string, Promise<string>>();
export function secret(name: string) {
  let p = cache.get(name);
  if (!p) { p = load(name); cache.set(name, p); }
  return p;
}
async function load(SecretId: string) {
  const { GetSecretValueCommand } = await import("@aws-sdk/client-secrets-manager");
  const out = await (await sm()).send(new GetSecretValueCommand({ SecretId }));
  return out.SecretString!;
}