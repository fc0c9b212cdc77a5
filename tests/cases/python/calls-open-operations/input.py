# Operations, paginators and waiters whose name the code computes.
import sys
import boto3

s3 = boto3.client("s3")
functions = boto3.client("lambda")


def known_to_nobody(name, kind):
    operation = getattr(s3, sys.argv[1])
    operation(Bucket="a")
    getattr(s3, name)(Bucket="b")
    s3.get_waiter(name).wait(Bucket="c")
    s3.get_paginator(name).paginate(Bucket="d")
    s3.generate_presigned_url(name, Params={"Bucket": "e"})
    getattr(boto3.resource("s3").Bucket("f"), name)()
    s3._make_api_call(name, {"Bucket": "g"})


def known_in_part(kind):
    getattr(functions, f"list_{kind}")()
    s3.get_waiter("object_" + kind).wait(Bucket="h", Key="k")
    s3.get_paginator(f"list_{kind}").paginate(Bucket="i")
    s3.generate_presigned_url(f"{kind}_object", Params={"Bucket": "j", "Key": "k"})


def known_to_callers(name):
    return getattr(s3, name)(Bucket="k")


known_to_callers("head_bucket")
known_to_callers("get_bucket_acl")
s3._make_api_call("GetBucketCors", {"Bucket": "l"})
s3.no_such_operation(Bucket="m")
getattr(sys, sys.argv[1])()
