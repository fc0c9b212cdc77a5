# A function that calls what it is given: every caller says which operation.
import boto3


def retry(call, **arguments):
    return call(**arguments)


class Store:
    def __init__(self):
        self.client = boto3.client("s3")

    def run(self):
        retry(self.client.get_object, Bucket="a", Key="k")
        retry(self.client.put_object, Bucket="b", Key="k")
        retry(self.client.head_bucket, Bucket="c")
        retry(boto3.client("sqs").purge_queue, QueueUrl="u")
