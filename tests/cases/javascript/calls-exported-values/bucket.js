module.exports = 'exported';
