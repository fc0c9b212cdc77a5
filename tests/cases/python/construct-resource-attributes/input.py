import boto3
obj = boto3.resource("s3").Object("a", "k")
print(obj.content_length)
obj.reload()
table = boto3.resource("dynamodb").Table("t")
print(table.item_count, table.name)
table.wait_until_exists()
boto3.resource("ec2").Instance("i-1").wait_until_running()
boto3.resource("s3").Bucket("b").meta.client.head_bucket(Bucket="b")
with table.batch_writer() as batch:
    batch.put_item(Item={"id": "1"})
    batch.delete_item(Key={"id": "1"})
