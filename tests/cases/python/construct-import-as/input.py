import boto3 as b
b.client("kms").list_keys()
