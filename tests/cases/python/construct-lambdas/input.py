import boto3

make = lambda name="s3": boto3.client(name)
make().list_buckets()
run = lambda c, b: c.head_bucket(Bucket=b)
run(boto3.client("s3"), "a")
