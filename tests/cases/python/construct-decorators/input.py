import functools
import boto3


def with_client(name):
    def wrap(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            return fn(boto3.client(name), *args, **kwargs)
        return wrapper
    return wrap


def plain(fn):
    def wrapper(*args):
        return fn(*args)
    return wrapper


@with_client("s3")
def run(client, bucket):
    client.head_bucket(Bucket=bucket)


@plain
def make():
    return boto3.client("sqs")


run("a")
make().list_queues()
