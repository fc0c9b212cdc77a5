const c = require('./c')({ bucket: 'bc' }); c.list(() => {});
const C = require('./c').Client; new C({ bucket: 'bd' }).list();
