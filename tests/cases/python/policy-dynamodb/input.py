"""DynamoDB: indexes, transactions by what their items do, PartiQL, and keys."""
import boto3

client = boto3.client("dynamodb")
client.get_item(TableName="orders", Key={"id": {"S": "1"}})
client.query(TableName="orders", IndexName="by-day")
client.transact_write_items(TransactItems=[
    {"Put": {"TableName": "orders", "Item": {}}},
    {"Delete": {"TableName": "carts", "Key": {}}},
])
client.execute_statement(Statement='SELECT * FROM "users" WHERE id = ?')
client.create_table(TableName="new", KeySchema=[], AttributeDefinitions=[],
                    SSESpecification={"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": "11111111-2222-3333-4444-555555555555"})
