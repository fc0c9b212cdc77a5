const container = require("./container");
const svc = container.resolve("userService");
exports.h = async (e) => { await svc.get(e.id); await container.cradle.s3.headObject({ Bucket: "n08-head", Key: "k" }); };