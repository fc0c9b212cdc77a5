"""Functions that are handed to other functions of the project: called with what those give them, besides what calls them by name."""
from concurrent.futures import ThreadPoolExecutor

import boto3

s3 = boto3.client("s3")


def retry(fn, *args):
    return fn(*args)


def work(bucket):
    s3.get_object(Bucket=bucket, Key="retry")


retry(work, "handed")
work("named")


# handed on
def outer(what, name):
    retry(what, name)


def twice(bucket):
    s3.get_object(Bucket=bucket, Key="outer")


outer(what=twice, name="handed")
twice("named")

# kept: nobody sees what it is called with
HOOKS = []


def register(fn):
    HOOKS.append(fn)


def hook(bucket):
    s3.get_object(Bucket=bucket, Key="register")


register(hook)
hook("named")


# and given to a library, which hands on what follows
class Service:
    def __init__(self):
        self.pool = ThreadPoolExecutor()
        self.clients = {region: boto3.client("sqs", region_name=region) for region in ("eu-west-1", "eu-west-2")}

    def each(self, call, items=None):
        for item in items if items is not None else self.clients.values():
            self.pool.submit(call, item, "jobs")


class Queues(Service):
    def __init__(self):
        super().__init__()
        self.each(self.purge)

    def purge(self, client, name):
        client.purge_queue(QueueUrl=name)
        for page in client.get_paginator("list_queues").paginate(QueueNamePrefix=name):
            print(page)
