module.exports = ['a', 'b'];
