"""A small file, as `make bench` times it."""
import json

import boto3

s3 = boto3.client("s3")
table = boto3.resource("dynamodb").Table("orders")


def load(key):
    body = s3.get_object(Bucket="reports", Key=f"in/{key}")["Body"]
    return json.load(body)


def main(keys):
    for key in keys:
        for row in load(key):
            table.put_item(Item=row)
        s3.delete_object(Bucket="reports", Key=f"in/{key}")
