import boto3


def both():
    return boto3.client("s3"), boto3.client("sqs")


def maybe(flag):
    if flag:
        return boto3.client("sns")
    return None


s3, sqs = both()
s3.list_buckets()
sqs.list_queues()
maybe(True).list_topics()
