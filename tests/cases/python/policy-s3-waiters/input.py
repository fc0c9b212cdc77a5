"""Waiting for an object: S3 says 404 of one that is missing only to those who may list the bucket, else 403, and the waiter gives up."""
import boto3

s3 = boto3.client("s3")
s3.head_object(Bucket="plain", Key="report.csv")
s3.get_waiter("object_exists").wait(Bucket="inbox", Key="in/report.csv")
s3.get_waiter("object_not_exists").wait(Bucket="arn:aws:s3:eu-west-1:123456789012:accesspoint/drop", Key="old.csv")
boto3.resource("s3").Object("outbox", "out/report.csv").wait_until_exists()
