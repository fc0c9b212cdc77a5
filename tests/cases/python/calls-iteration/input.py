# classes of the project in for; the fields that a generated constructor takes in place of their defaults
from dataclasses import dataclass
from typing import NamedTuple

import boto3


class Consumer:
    def __init__(self, name):
        self.queue = boto3.resource("sqs").Queue(name)

    def __iter__(self):
        while True:
            yield from self.queue.receive_messages()

    def run(self):
        for m in self:
            m.delete()


class Buckets:
    def __getitem__(self, i):
        return boto3.resource("s3").Bucket("b")


class Loc(NamedTuple):
    bucket: str
    prefix: str = "data"


@dataclass
class Repo:
    table: str = "default"


Consumer("https://sqs.us-east-1.amazonaws.com/111122223333/in").run()
for b in Buckets():
    b.delete()
boto3.client("s3").get_object(Bucket=Loc("one").bucket, Key=Loc("one").prefix + "/k")
boto3.client("s3").put_object(Bucket=Loc("two", "gold").bucket, Key=Loc("two", "gold").prefix + "/k")
boto3.client("dynamodb").scan(TableName=Repo(table="orders").table)
boto3.client("dynamodb").query(TableName=Repo().table)
