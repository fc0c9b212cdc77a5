module.exports.AUDIT = "audit";
