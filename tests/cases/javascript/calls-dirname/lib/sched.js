class S { constructor(aws, region) { this.ev = new aws.CloudWatchEvents({ region }); } go() { this.ev.putRule({ Name: 'n' }); } }
module.exports = S;
