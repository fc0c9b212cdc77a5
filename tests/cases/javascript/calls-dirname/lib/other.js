const { S3 } = require('aws-sdk');
exports.go = (b) => new S3().listBuckets();
