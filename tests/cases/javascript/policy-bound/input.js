// Members that a client of SDK v2 was told to give every operation that has them
const AWS = require('aws-sdk');
const s3 = new AWS.S3({ apiVersion: '2006-03-01', params: { Bucket: 'bound', ACL: 'private' } });
const table = new AWS.DynamoDB.DocumentClient({ params: { TableName: 'orders' } });
exports.handler = async (event) => {
  await s3.putObject({ Key: `in/${event.id}`, Body: event.body }).promise();
  await s3.getObject({ Bucket: 'other', Key: 'a' }).promise();
  await s3.listBuckets().promise();
  const url = s3.getSignedUrl('deleteObject', { Key: 'b' });
  return { url, item: await table.get({ Key: { id: event.id } }).promise() };
};
