from __future__ import annotations
from typing import TYPE_CHECKING, Optional, Union
if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.service_resource import Bucket
    from types_boto3_sqs.client import SQSClient

def a(c: "S3Client"):
    c.get_bucket_acl(Bucket="a")

def b(c: Optional[S3Client], q: SQSClient | None = None):
    c.get_bucket_cors(Bucket="b")
    q.purge_queue(QueueUrl="https://sqs.eu-west-1.amazonaws.com/111122223333/b")

def make() -> S3Client:
    return unknown_factory()

class Holder:
    bucket: Bucket
    def run(self, clients: dict[str, S3Client]):
        self.bucket.put_object(Key="k")
        clients["x"].delete_bucket(Bucket="c")
        for c in clients.values():
            c.head_bucket(Bucket="d")

make().list_buckets()
client: Union[S3Client, None] = None
client.get_bucket_location(Bucket="e")
