// What is changed outside of the function that uses it, and what only has the same name
const { S3 } = require("@aws-sdk/client-s3");
const s3 = new S3();
const params = { Bucket: "module", Key: "k" };
s3.putObject(params);
function other() { const params = { Bucket: "other", Key: "k" }; params.ACL = "private"; s3.putObject(params); }
async function mapped(keys, version) {
  const p = { Bucket: "mapped", Key: "k" };
  if (version) p.VersionId = version;
  await Promise.all(keys.map((k) => s3.getObject(p)));
}
function inner() {
  const p = { Bucket: "inner", Key: "k" };
  function run() { return s3.putObject(p); }
  p.Tagging = "a=b";
  return run();
}
async function filled(ids) {
  const items = [], q = { Bucket: "filled", Key: "k" };
  ids.forEach((id) => { items.push({ Put: { TableName: "orders", Item: { id } } }); q.VersionId = id; });
  await new (require("@aws-sdk/client-dynamodb").DynamoDB)().transactWriteItems({ TransactItems: items });
  await s3.getObject(q);
}
