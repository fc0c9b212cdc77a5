const { SES } = require('@aws-sdk/client-ses');
module.exports.mail = require('./mail')(new SES({ region: 'us-east-1' }), 'noreply@q14.example');
module.exports.files = require('./files');