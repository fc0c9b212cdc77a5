const { S3 } = require('@aws-sdk/client-s3');
const { start } = require('./head.cjs');
const { begin: first } = require('./named.cjs');
module.exports = class Store {
  constructor(o) { this.b = o.bucket; this.s3 = new S3({}); }
  put() { first('by-require'); return this.s3.putObject({ Bucket: this.b, Key: 'k' }); }
};
