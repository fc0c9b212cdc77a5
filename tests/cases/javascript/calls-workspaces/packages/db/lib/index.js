const AWS = require("aws-sdk");
module.exports = { docs: new AWS.DynamoDB.DocumentClient(), TABLE: "orders" };
