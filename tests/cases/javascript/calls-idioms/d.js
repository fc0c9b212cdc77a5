const c = require('./c')({ bucket: 'bc' }); c.list(() => {});
