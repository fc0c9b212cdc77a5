import boto3
from concurrent.futures import ThreadPoolExecutor
from functools import partial

s3 = boto3.client("s3")
NAME = "head_bucket"
getattr(s3, "get_bucket_acl")(Bucket="a")
getattr(s3, NAME)(Bucket="b")
fn = s3.put_object
fn(Bucket="c", Key="k")
ops = {"get": s3.get_object, "delete": s3.delete_object}
ops["get"](Bucket="d", Key="k")
put = partial(s3.put_object_tagging, Bucket="e")
put(Key="k", Tagging={"TagSet": []})

def work(client, bucket):
    client.get_bucket_cors(Bucket=bucket)

with ThreadPoolExecutor() as pool:
    pool.submit(s3.get_bucket_policy, Bucket="f")
    pool.submit(work, s3, "g")
list(map(lambda key: s3.head_object(Bucket="h", Key=key), ["k"]))
