let cached = null;
const getClient = () => { if (cached) return cached; const AWS = require('aws-sdk'); cached = new AWS.Lambda(); return cached; };
module.exports = async function invoke(name, payload) { const r = await getClient().invoke({ FunctionName: name, Payload: JSON.stringify(payload) }).promise(); return JSON.parse(r.Payload); };
