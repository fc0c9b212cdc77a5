const { s3, topics } = require("@clients");
const { BUCKET } = require("@shared/names"); // not here: from the configuration above
s3.deleteObject({ Bucket: BUCKET, Key: "old" }, () => topics.publish({ TopicArn: "arn:aws:sns:us-west-2:111122223333:done", Message: "m" }).promise());
