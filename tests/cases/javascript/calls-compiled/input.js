"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) { return (mod && mod.__esModule) ? mod : { "default": mod }; };
var __importStar = (this && this.__importStar) || (function () { return function (mod) { var result = {}; result["default"] = mod; return result; }; })();
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { default: obj }; }
function _interopRequireWildcard(obj, nodeInterop) { if (!nodeInterop && obj && obj.__esModule) { return obj; } var newObj = {}; newObj.default = obj; return newObj; }
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target, mod));
const tslib_1 = require("tslib");
const aws_1 = __importDefault(require("aws-sdk"));
const aws_2 = __importStar(require("aws-sdk"));
const aws_3 = tslib_1.__importDefault(require("aws-sdk"));
const aws_4 = tslib_1.__importStar(require("aws-sdk"));
var _aws = _interopRequireDefault(require("aws-sdk"));
var AWS = _interopRequireWildcard(require("aws-sdk"));
var import_client_s3 = __toESM(require("@aws-sdk/client-s3"));
var s3_1 = __importDefault(require("aws-sdk/clients/s3"));
new aws_1.default.S3().headBucket({ Bucket: "a1" }).promise();
new aws_2.S3().headBucket({ Bucket: "a2" }).promise();
new aws_2.default.S3().headBucket({ Bucket: "a2d" }).promise();
new aws_3.default.S3().headBucket({ Bucket: "a3" }).promise();
new aws_4.S3().headBucket({ Bucket: "a4" }).promise();
new _aws.default.S3().headBucket({ Bucket: "a5" }).promise();
new AWS.S3().headBucket({ Bucket: "a6" }).promise();
new import_client_s3.S3Client({}).send(new import_client_s3.HeadBucketCommand({ Bucket: "a7" }));
new s3_1.default().headBucket({ Bucket: "a8" }).promise();
const base = { Bucket: "m", Key: "k" };
new aws_1.default.S3().putObject(__assign(__assign({}, base), { Tagging: "x=y" }));
new aws_1.default.S3().putObject(Object.assign({}, base, { ACL: "private" }));
new aws_1.default.S3().putObject(_objectSpread(_objectSpread({}, base), {}, { ACL: "private" }));
