import boto3
client = boto3.client("dynamodb")
fn = client.put_item
fn(TableName="a", Item={})
ops = {"get": client.get_item}
ops["get"](TableName="b", Key={})


def call(f, **kw):
    return f(**kw)


call(client.delete_item, TableName="c", Key={})
