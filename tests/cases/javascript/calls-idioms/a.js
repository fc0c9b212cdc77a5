const aws = require('aws-sdk'), s3 = new aws.S3(), { promisify } = require('util');
exports.s3 = s3;
module.exports.ddb = new aws.DynamoDB.DocumentClient();
module.exports = { ...module.exports, sns: new aws.SNS() };
