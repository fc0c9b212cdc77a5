#!/usr/bin/env node
<!-- the rest of this line is a comment: new S3().putObject({ Bucket: "html" })
const { S3 } = require("@aws-sdk/client-s3"), s3 = new S3()
const half = 4 / 2, re = /[/"'`]new S3\(\)\/(?<n>x)/giu, quotient = half /re.lastIndex/ 2
if (re.test("a")) /regex after a paren "s3.deleteBucket({})"/.exec("b"); s3.headBucket({ Bucket: "after-regex" })
const old = 0777 + 010, big = 1_000n, text = `outer ${`inner ${s3.headBucket({ Bucket: "template" }) && `${{ a: "}" }.a}`}`} s3.deleteBucket({ Bucket: "text" })`
let n = 1
/asi/g.exec("x") ? s3.headBucket({ Bucket: "never" }) : 0
const a = n
++n
s3.headBucket({ Bucket: "asi" })
;[1].forEach((x) => s3.headBucket({ Bucket: "array" }))
const generic = n < half > (3), arrow = async => async, b = n<half, c = half>(n)
label: { break label }
const o = { get: 1, set: 2, async: 3, static: 4, of: 5, get x() { return s3.headBucket({ Bucket: "getter" }) }, async *gen() { yield s3.headBucket({ Bucket: "generator" }) }, ["k" + 1]: s3.headBucket({ Bucket: "computed" }), 'quo"te'() { return s3.headBucket({ Bucket: "quoted" }) } }
/* s3.putObject({}) */ // s3.putObject({})
"use strict"; "s3.putObject({})"; 's3.putObject({ \
  Bucket: "continued" })'
do s3.headBucket({ Bucket: "do" }); while (n-- > 0) s3.headBucket({ Bucket: "while" })
var y = { a: 1 }.a / 1, z = (1) / s3.headBucket({ Bucket: "division" }) / 2
!function(){var e=require("@aws-sdk/client-sns"),t=new e.SNS({});function r(n){return t.publish({TopicArn:"arn:aws:sns:us-east-1:111122223333:minified",Message:n})}r(1>2?"a/b":"/c/"),n>1&&r("x")}();
--> an arrow at the start of a line is a comment too: s3.putObject({ Bucket: "arrow" })
s3?.headBucket?.({ Bucket: "optional" }) ?? s3["headBucket"]({ Bucket: "element" })
