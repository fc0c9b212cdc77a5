import boto3

def handler(event, context, table="default-table"):
    dynamodb = boto3.client("dynamodb")
    dynamodb.get_item(TableName=table, Key={"id": {"S": event["id"]}})
