const AWS = require('./aws');
module.exports = new AWS.S3({ region: 'eu-west-1' });
