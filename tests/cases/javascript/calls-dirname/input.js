// Modules that are named from the folder of the file
const path = require('path');
const aws = require(path.join(__dirname, 'lib', 'aws'));
const Sched = require(path.join(__dirname, 'lib/sched'));
const other = require(__dirname + '/lib/other');
const third = require(path.resolve(__dirname, 'lib', '..', 'third.js'));
const fourth = require(`${__dirname}/third`);
const lambda = new aws.sdk.Lambda({});
lambda.listFunctions({});
new Sched(aws.sdk, 'us-east-1').go();
other.go(); third('th'); fourth('fo');
