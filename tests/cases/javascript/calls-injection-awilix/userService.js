module.exports = class UserService {
  constructor({ documentClient, tableName }) { this.db = documentClient; this.table = tableName; }
  async get(id) { return this.db.get({ TableName: this.table, Key: { id } }); }
};