const { s3, ddb, sqs, sns } = require('./a');
s3.headBucket({ Bucket: 'b1' }); ddb.get({ TableName: 't1', Key: {} }); sqs.listQueues(); sns.listTopics();
