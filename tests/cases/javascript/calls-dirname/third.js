const { S3 } = require('aws-sdk');
module.exports = (b) => new S3().headBucket({Bucket: b});
