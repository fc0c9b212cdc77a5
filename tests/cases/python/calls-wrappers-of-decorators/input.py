# decorators of the project: what their wrappers hand on
import functools

import boto3


def retry(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)
    return wrapper


def logged(fn):
    @functools.wraps(fn)
    def wrapper(self, *args, **kwargs):
        return fn(self, *args, **kwargs)
    return wrapper


def with_client(service):
    def outer(fn):
        @functools.wraps(fn)
        def inner(*args, **kwargs):
            kwargs.setdefault("client", boto3.client(service))
            return fn(*args, **kwargs)
        return inner
    return outer


def inject(fn):
    def wrapper(*a, **kw):
        return fn(boto3.resource("s3"), *a, **kw)
    return wrapper


@retry
def read(bucket):
    boto3.client("s3").get_object(Bucket=bucket, Key="k")


@with_client("s3")
def tags(bucket, client=None):
    client.get_bucket_tagging(Bucket=bucket)


@inject
def wipe(s3, name):
    s3.Bucket("scratch-" + name).delete()


class Repo:
    def __init__(self, table):
        self.table = table

    @logged
    def save(self, item):
        boto3.client("dynamodb").put_item(TableName=self.table, Item=item)


read("r")
tags("t")
wipe("one")
Repo("orders").save({})
