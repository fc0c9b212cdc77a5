// Functions that are kept as values: whoever has the value calls them with what nobody here sees.
const { S3 } = require("@aws-sdk/client-s3");
const s3 = new S3({});
function alias(b) { return s3.getObject({ Bucket: b, Key: "alias" }); }
const f = alias; f("other"); alias("direct");
function table(b) { return s3.getObject({ Bucket: b, Key: "table" }); }
const T = { x: table }; T[process.argv[2]]("other"); table("direct");
function lst(b) { return s3.getObject({ Bucket: b, Key: "list" }); }
for (const g of [lst]) g("other"); lst("direct");
function ret(b) { return s3.getObject({ Bucket: b, Key: "ret" }); }
function choose() { return ret; } choose()("other"); ret("direct");
class W { constructor(fn) { this.fn = fn; } go() { this.fn("other"); } }
function kept(b) { return s3.getObject({ Bucket: b, Key: "kept" }); }
new W(kept).go(); kept("direct");
function bound(b) { return s3.getObject({ Bucket: b, Key: "bound" }); }
const h = bound.bind(null, "other"); h(); bound("direct");
function mapped(b) { return s3.getObject({ Bucket: b, Key: "mapped" }); }
["other"].map(mapped); mapped("direct");
function called(b) { return s3.getObject({ Bucket: b, Key: "called" }); }
called.call(null, "other"); called.apply(null, ["third"]); called("direct");
function prop(b) { return s3.getObject({ Bucket: b, Key: "prop" }); }
const o = { run: prop }; o.run("other"); prop("direct");
