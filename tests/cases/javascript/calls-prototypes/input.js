// Classes that are functions; `this` kept in a variable; methods as an object
var AWS = require('aws-sdk');
function Worker(options) {
  if (!(this instanceof Worker)) return new Worker(options);
  var self = this;
  self.queue = options.queue;
  this.sqs = options.sqs || new AWS.SQS({ region: 'us-east-1' });
  self.s3 = new AWS.S3();
}
Worker.prototype.poll = function (done) {
  var worker = this;
  this.sqs.receiveMessage({ QueueUrl: this.queue }, function (err, data) {
    if (err) return done(err);
    data.Messages.forEach(function (m) { worker.store(m, 'in'); });
  });
};
Worker.prototype.store = function store(m, folder) {
  var that = this;
  function remove() { that.sqs.deleteMessage({ QueueUrl: that.queue, ReceiptHandle: m.ReceiptHandle }); }
  that.s3.putObject({ Bucket: 'kept', Key: folder + '/' + m.MessageId }, remove);
};
var Topics = function () { this.sns = new AWS.SNS(); };
Topics.prototype = {
  constructor: Topics,
  send: function (Message) { this.sns.publish({ TopicArn: 'arn:aws:sns:us-east-1:111122223333:t', Message: Message }); },
  all() { var me = this; return me.sns.listTopics().promise(); },
};
function local() { this.s3 = 'not a class'; return this.s3; }
new Worker({ queue: 'https://sqs.us-east-1.amazonaws.com/111122223333/jobs' }).poll();
module.exports = { Worker: Worker, Topics: Topics };
