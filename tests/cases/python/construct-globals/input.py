import boto3

client = None


def setup():
    global client
    client = boto3.client("s3")


def run():
    client.list_buckets()
