const AWS = require("aws-sdk");
module.exports = function make(region) { return new AWS.S3({ region }); };
