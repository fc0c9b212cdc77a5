module.exports = require('aws-xray-sdk').captureAWS(require('aws-sdk'));
