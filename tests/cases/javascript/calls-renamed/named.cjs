const { S3 } = require('@aws-sdk/client-s3');
exports.begin = (b) => new S3({}).getBucketPolicy({ Bucket: b });
