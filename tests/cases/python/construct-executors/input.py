import asyncio
from concurrent.futures import ThreadPoolExecutor
import boto3

s3 = boto3.client("s3")


def head(bucket):
    return s3.head_bucket(Bucket=bucket)


with ThreadPoolExecutor() as pool:
    pool.submit(s3.get_object, Bucket="a", Key="k")
    pool.map(head, ["b"])
list(map(lambda b: s3.get_bucket_acl(Bucket=b), ["c"]))
list(map(s3.list_buckets, []))


async def go():
    await asyncio.to_thread(s3.put_object, Bucket="d", Key="k")
