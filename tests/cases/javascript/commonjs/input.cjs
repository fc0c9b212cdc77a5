const AWS = require("aws-sdk"), S3 = require('aws-sdk/clients/s3');
const { S3Client: Client, GetObjectCommand, nested: { deep = 1 }, ...others } = require("@aws-sdk/client-s3");
const { send } = require("./helper")(config);
const put = require("./x").put;
module.exports = { Client, handler, make: () => new Client({}) };
module.exports.more = exports.less = function named() { return 1; };
exports["quoted"] = 2;
function lazy() { return require("lazy"); }
const dyn = async () => (await import("dyn")).default;
import("y").then(({ S3 }) => new S3());
