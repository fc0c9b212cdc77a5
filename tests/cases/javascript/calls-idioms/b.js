const { s3, ddb, sns } = require('./a');
s3.headBucket({ Bucket: 'b1' }); ddb.get({ TableName: 't1', Key: {} }); sns.listTopics();
