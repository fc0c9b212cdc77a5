#!/usr/bin/env node
"use strict";
const { S3Client, HeadObjectCommand: HeadObject } = require("@aws-sdk/client-s3"); // destructured, renamed
const S3 = require("aws-sdk").S3; // member of a call
const SNS = require("aws-sdk/clients/sns");
const { DynamoDB: { DocumentClient } } = require("aws-sdk"); // nested
const store = require("./store.cjs"), { topic, default: dflt } = require("./exports.cjs");
const lazy = () => require("@aws-sdk/client-sqs"); // lazy
const make = require("./factory.cjs");
let late;
function lambda() { if (!late) late = new (require("aws-sdk/clients/lambda"))(); return late; }
new S3Client({}).send(new HeadObject({ Bucket: "destructured", Key: "k" }));
new S3().headBucket({ Bucket: "member" }, (err, data) => { if (err) throw err; });
new SNS({ region: "eu-west-1" }).publish({ TopicArn: "arn:aws:sns:eu-west-1:111122223333:t", Message: "m" }).promise();
new DocumentClient().put({ TableName: "nested", Item: {} }, () => {});
store.s3.headBucket({ Bucket: "store" });
topic.listTopics({});
dflt.listQueues({});
const { SQS } = lazy();
new SQS({}).listQueues({ QueueNamePrefix: "lazy" });
lambda().invoke({ FunctionName: "once" }).promise();
make("eu-west-3").headBucket({ Bucket: "factory" }).promise();
module.exports.handler = async () => { const { SSM } = require("@aws-sdk/client-ssm"); await new SSM().getParameter({ Name: "/in/handler" }); };
