// Functions that are handed to other functions of the project: called with what those give them, besides what calls them by name.
const { S3 } = require("@aws-sdk/client-s3");
const s3 = new S3({});

function retry(fn, x) { return fn(x); }
function work(Bucket) { return s3.getObject({ Bucket, Key: "retry" }); }
retry(work, "handed");
retry((name) => work(name), "by arrow");
work("named");

// handed on
function outer(what, name) { return retry(what, name); }
function twice(Bucket) { return s3.getObject({ Bucket, Key: "outer" }); }
outer(twice, "handed");
twice("named");

// kept: nobody sees what it is called with
const hooks = [];
function register(fn) { hooks.push(fn); }
function hook(Bucket) { return s3.getObject({ Bucket, Key: "register" }); }
register(hook);
hook("named");
