exports = module.exports = create;
const S3 = require('aws-sdk/clients/s3');
function create(opts) { return new Client(opts); }
function Client(opts) { this.s3 = opts.s3Client || new S3(opts.s3Options); this.bucket = opts.bucket; }
Client.prototype.list = function (cb) { this.s3.listObjectsV2({ Bucket: this.bucket }, cb); };
create.Client = Client;
