// Sums of numbers are not texts put together: which number it is stays open
const { S3 } = require("@aws-sdk/client-s3");
const c = new S3();
for (let i = 0; i < 5; i++) c.getObject({ Bucket: "loop", Key: `part/${i}/x` });
let n = 2;
c.getObject({ Bucket: "sum", Key: `part/${n + 1}/x` });
c.getObject({ Bucket: "texts", Key: "part/" + 1 + "/" + "20" + "25" });
