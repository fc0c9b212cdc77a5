const { createContainer, asClass, asFunction, asValue } = require("awilix");
const { S3 } = require("@aws-sdk/client-s3");
const { DynamoDBDocument } = require("@aws-sdk/lib-dynamodb");
const { DynamoDB } = require("@aws-sdk/client-dynamodb");
const UserService = require("./userService");
const { makeReports } = require("./reports");
const container = createContainer({ injectionMode: "PROXY" });
container.register({
  s3: asValue(new S3({})),
  documentClient: asFunction(() => DynamoDBDocument.from(new DynamoDB({}))).singleton(),
  userService: asClass(UserService).scoped(),
  reports: asFunction(makeReports),
  tableName: asValue("n08-users"),
});
module.exports = container;class Mailer { constructor(opts) { this.ses = opts.mail; } send(to) { return this.ses.sendEmail({ Source: "a@example.com", Destination: { ToAddresses: [to] }, Message: {} }); } }
container.register("mail", asFunction(() => new (require("@aws-sdk/client-ses").SES)({ region: "eu-west-1" })));
container.register({ mailer: asClass(Mailer) });
