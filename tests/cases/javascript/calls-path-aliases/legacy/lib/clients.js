const AWS = require("aws-sdk");
exports.s3 = new AWS.S3({ region: "us-west-2" });
exports.topics = new AWS.SNS();
