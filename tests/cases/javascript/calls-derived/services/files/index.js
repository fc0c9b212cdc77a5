const Store = require('./store');
exports.store = new Store({ bucket: 'q14-files' });