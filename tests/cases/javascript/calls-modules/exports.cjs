const { SNS } = require("@aws-sdk/client-sns"), { SQS } = require("@aws-sdk/client-sqs");
exports.topic = new SNS({});
exports.default = new SQS({});
