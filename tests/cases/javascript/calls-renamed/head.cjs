const { S3 } = require('@aws-sdk/client-s3');
function head(bucket) { return new S3({}).headObject({ Bucket: bucket, Key: 'k' }); }
module.exports = head;
