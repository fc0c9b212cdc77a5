import os
import boto3
s3 = boto3.client("s3")
s3.head_bucket(Bucket=os.environ["A"])
s3.head_bucket(Bucket=os.getenv("B", "default"))
s3.head_object(Bucket="fixed", Key=f"in/{os.environ.get('C')}/x")
