import boto3

def put(client, bucket, key="default"):
    client.put_object(Bucket=bucket, Key=key, Body=b"")

def factory(name):
    return boto3.client(name)

def generate():
    for region in ("us-east-1", "eu-west-1"):
        yield boto3.client("ec2", region_name=region)

put(factory("s3"), "one", "a")
put(boto3.client("s3"), "two")
for ec2 in generate():
    ec2.describe_instances()
make = lambda: boto3.client("cloudwatch")
make().put_metric_data(Namespace="n", MetricData=[])

def outer():
    sqs = boto3.client("sqs")
    def inner():
        sqs.list_queues()
    inner()
