var __awaiter = (this && this.__awaiter) || function (thisArg, _arguments, P, generator) { return new (P || (P = Promise))(function (resolve, reject) { function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); } step((generator = generator.apply(thisArg, _arguments || [])).next()); }); };
var client_s3_1 = require("@aws-sdk/client-s3");
var Store = /** @class */ (function () {
    function Store(bucket) {
        this.client = new client_s3_1.S3Client({});
        this.bucket = bucket;
    }
    Store.prototype.get = function (key) {
        return __awaiter(this, void 0, void 0, function () {
            var r;
            return __generator(this, function (_a) {
                switch (_a.label) {
                    case 0: return [4 /*yield*/, this.client.send(new client_s3_1.GetObjectCommand({ Bucket: this.bucket, Key: key }))];
                    case 1: r = _a.sent(); return [2, r];
                }
            });
        });
    };
    Store.prototype.put = async function (key) { await this.client.send(new client_s3_1.PutObjectCommand({ Bucket: this.bucket, Key: key })); };
    return Store;
}());
new Store("es5").get("k");
function Old() { this.s3 = new (require("aws-sdk").S3)(); }
Old.prototype.list = function () { return this.s3.listBuckets().promise(); };
new Old().list();
