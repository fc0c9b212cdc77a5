const { S3 } = require("@aws-sdk/client-s3");
module.exports = { s3: new S3({}) };
