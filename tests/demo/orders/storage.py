"""Where reports and orders are kept."""
import json

import boto3
from boto3.dynamodb.conditions import Key

from .settings import ORDERS_TABLE, REPORTS_BUCKET


class Reports:
    def __init__(self, session=None):
        self.s3 = (session or boto3).client("s3")

    def save(self, day, rows):
        self.s3.put_object(
            Bucket=REPORTS_BUCKET,
            Key=f"daily/{day}.json",
            Body=json.dumps(rows),
            ServerSideEncryption="AES256",
        )

    def days(self):
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=REPORTS_BUCKET, Prefix="daily/")
        return [item["Key"] for page in pages for item in page.get("Contents", [])]


class Orders:
    def __init__(self):
        self.table = boto3.resource("dynamodb").Table(ORDERS_TABLE)

    def of_day(self, day):
        return self.table.query(IndexName="by-day", KeyConditionExpression=Key("day").eq(day))["Items"]
