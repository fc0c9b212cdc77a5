const services = require('./services');
exports.handler = async (e) => { await services.mail.send(e.to); await services.files.store.put(e.id, e.body); };