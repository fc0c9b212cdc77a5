const AWS = require('aws-sdk');
const sns = new AWS.SNS();
function publish(m) { return sns.publish({ TopicArn: process.env.TOPIC, Message: m }).promise(); }
const kms = () => new AWS.KMS();
module.exports = { publish, kms };
