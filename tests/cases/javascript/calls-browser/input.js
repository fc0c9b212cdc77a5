// The page loads the SDK with a script tag: AWS is a name that nobody declares.
AWS.config.region = "eu-west-1";
AWS.config.credentials = new AWS.CognitoIdentityCredentials({ IdentityPoolId: "eu-west-1:1699ebc0-7900-4099-b910-2df94f52a030" });
var s3 = new AWS.S3({ params: { Bucket: "photos" } });
function list(album) {
  s3.listObjectsV2({ Bucket: "photos", Prefix: album }, function (err, data) { render(data); });
}
var docs = new AWS.DynamoDB.DocumentClient();
docs.get({ TableName: "albums", Key: { name: "a" } }, render);
