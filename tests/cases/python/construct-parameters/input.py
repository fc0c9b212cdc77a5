import boto3


def run(client, bucket, other=boto3.client("sns")):
    client.delete_bucket(Bucket=bucket)
    other.list_topics()


def rest(*clients, **named):
    clients[0].list_queues()
    named["iam"].list_users()


run(boto3.client("s3"), "a")
rest(boto3.client("sqs"), iam=boto3.client("iam"))
