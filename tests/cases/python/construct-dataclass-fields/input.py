from dataclasses import dataclass, field
from typing import Any
import boto3


@dataclass
class Clients:
    s3: Any
    bucket: str = "a"
    sqs: Any = field(default_factory=lambda: boto3.client("sqs"))

    def run(self):
        self.s3.head_bucket(Bucket=self.bucket)
        self.sqs.list_queues()


Clients(boto3.client("s3")).run()
Clients(s3=boto3.client("s3"), bucket="b").run()
