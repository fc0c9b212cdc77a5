const AWS = require('aws-sdk');
const { S3, DynamoDB: D } = require('aws-sdk');
const SQS = require('aws-sdk/clients/sqs');
const XRay = require('aws-xray-sdk');
const aws = XRay.captureAWS(require('aws-sdk'));
const helper = require('./helper');
const s3 = new S3({ region: 'us-west-2' });
const doc = new D.DocumentClient();
exports.handler = async (event) => {
  await s3.putObject({ Bucket: 'b', Key: event.key }).promise();
  await doc.get({ TableName: 't', Key: { id: 1 } }).promise();
  await new SQS().sendMessage({ QueueUrl: 'https://sqs.us-east-1.amazonaws.com/111122223333/q2', MessageBody: 'x' }).promise();
  s3.getSignedUrl('getObject', { Bucket: 'sg', Key: 'k' });
  await s3.waitFor('bucketExists', { Bucket: 'wf' }).promise();
  await new aws.Lambda().invoke({ FunctionName: 'fn' }).promise();
  helper.publish('m'); helper.kms().encrypt({ KeyId: 'alias/x', Plaintext: '' }, (e, d) => {});
  s3.upload({ Bucket: 'u', Key: 'k' }); await s3.listObjectsV2({ Bucket: 'l' }).eachPage((e, p) => {});
};
