// Clients as people hand them around in code for SDK v2
const invoke = require('./e');
Promise.all(['f1', 'f2'].map((n) => invoke(n, {})));
const { S3 } = require('aws-sdk');
const client = new S3();
const ops = { put: client.putObject.bind(client), del: (p) => client.deleteObject(p) };
ops.put({ Bucket: 'bp', Key: 'k' }); ops.del({ Bucket: 'bdel', Key: 'k' });
const { putObject, getObject } = client; 
client.getObject({ Bucket: 'strm', Key: 'k' }).createReadStream().pipe(process.stdout);
function cb(err, data) { client.copyObject({ Bucket: 'cp', CopySource: 'src/k', Key: 'k' }).send(); }
client.listBuckets(cb);
client.headObject({ Bucket: 'then', Key: 'x' }).promise().then(() => client.deleteObject({ Bucket: 'then2', Key: 'x' }).promise()).catch(cb);
const params = {}; params.Bucket = 'step'; params['Key'] = 'a'; if (Math.random()) params.VersionId = '1'; client.getObject(params, cb);
(async () => { for await (const k of ['x1', 'x2']) await client.getObjectTagging({ Bucket: 'fa', Key: k }).promise(); })();
var p = new Promise(function (resolve, reject) { client.getObjectAcl({ Bucket: 'pr', Key: 'k' }, function (e, d) { e ? reject(e) : resolve(d); }); });
const withDefaults = Object.assign({ Bucket: 'od' }, { Key: 'z' }); client.getObjectTorrent(withDefaults);
setTimeout(() => client.getBucketAcl({ Bucket: 'st' }).promise(), 10);
process.on('exit', function () { client.getBucketCors({ Bucket: 'ex' }); });
client.putBucketTagging.call(client, { Bucket: 'call', Tagging: {} });
client.putBucketCors.apply(client, [{ Bucket: 'apply', CORSConfiguration: {} }]);
