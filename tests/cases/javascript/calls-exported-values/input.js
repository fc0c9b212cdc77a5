// A module that is a client, a text, a list or a package
const s3 = require('./s3');
const bucket = require('./bucket');
const AWS = require('./aws');
import keys from './keys.js';
s3.putObject({ Bucket: bucket, Key: 'k' }).promise();
new AWS.SQS().listQueues({}).promise();
keys.forEach((Key) => require('./s3').deleteObject({ Bucket: bucket, Key }).promise());
