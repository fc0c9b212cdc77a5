import boto3
NAME = "head_bucket"
s3 = boto3.client("s3")
getattr(s3, "get_bucket_acl")(Bucket="a")
getattr(s3, NAME)(Bucket="b")
for op in ("get_bucket_cors", "get_bucket_policy"):
    getattr(s3, op)(Bucket="c")
