import boto3


def clients():
    yield boto3.client("s3")
    yield from (boto3.client(n) for n in ("s3",))


def pages():
    for page in boto3.client("iam").get_paginator("list_users").paginate():
        yield from page["Users"]


for c in clients():
    c.list_buckets()
names = [u["UserName"] for u in pages()]
found = [c.head_bucket(Bucket="a") for c in clients()]
