const aws = require('aws-sdk');
module.exports = { sdk: aws, up() {} };
