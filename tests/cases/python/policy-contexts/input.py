import boto3

s3 = boto3.client("s3")

def put(bucket, key, **more):
    s3.put_object(Bucket=bucket, Key=key, Body=b"", **more)

put("one", "a")
put("two", "b", Tagging="x=y")
