import boto3

CLIENTS = {"s3": boto3.client("s3"), "sqs": boto3.client("sqs")}
LIST = [boto3.client("sns"), boto3.client("sns", region_name="eu-west-1")]
CLIENTS["s3"].list_buckets()
CLIENTS.get("sqs").list_queues()
for c in LIST:
    c.list_topics()
regions = {r: boto3.client("ec2", region_name=r) for r in ("eu-west-1", "us-east-1")}
for region, client in regions.items():
    client.describe_vpcs()
cache = {}


def cached(name):
    if name not in cache:
        cache[name] = boto3.client(name)
    return cache[name]


cached("iam").list_users()
