import boto3
c = boto3.client("s3")
c.list_buckets()
c = boto3.client("sqs")
c.list_queues()
if c:
    c = boto3.client("sns")
    c.list_topics()
else:
    c = boto3.client("kms")
    c.list_keys()
