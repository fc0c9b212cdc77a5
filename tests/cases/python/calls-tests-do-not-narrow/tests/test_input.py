import boto3
from input import Photos, Pool, copy, lambda_handler, read


def test_all():
    lambda_handler({"bucket": "test-one"}, None)
    read("test-two")
    copy("test-three")
    Photos(boto3.resource("s3").Bucket("test-four")).post(None)
    Pool("test-five", boto3.client("cognito-idp")).disable("u")
