// What only a test passes, a double of the client, is not what others pass
const { DeleteObjectCommand } = require("@aws-sdk/client-s3");
class Storage {
  constructor(options) { this.s3 = options.s3; }
  remove(Key) { return this.s3.send(new DeleteObjectCommand({ Bucket: "uploads", Key })); }
}
module.exports = (options) => new Storage(options);
