const { S3 } = require('@aws-sdk/client-s3');
class Store { constructor({ bucket, client = new S3({}) }) { Object.assign(this, { bucket, client }); } put(id, Body) { return this.client.putObject({ Bucket: this.bucket, Key: `f/${id}`, Body }); } }
module.exports = Store;