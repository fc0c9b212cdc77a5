from typing import TYPE_CHECKING, Optional, Union
import boto3

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_sqs.client import SQSClient
    from types_boto3_dynamodb.service_resource import Table
    import mypy_boto3_sns as sns_types


def parameter(client: "S3Client"):
    client.get_object(Bucket="a", Key="k")


def optional(client: Optional["SQSClient"] = None):
    client.send_message(QueueUrl="u", MessageBody="m")


def union(client: "SQSClient | None", table: Union["Table", None]):
    client.purge_queue(QueueUrl="u")
    table.get_item(Key={"id": "1"})


def module(client: "sns_types.SNSClient"):
    client.publish(TopicArn="t", Message="m")


def made(thing):
    client: "S3Client" = thing.make()
    client.put_object(Bucket="b", Key="k")


class Holder:
    table: "Table"

    def run(self):
        self.table.scan()


def factory(thing) -> "S3Client":
    return thing()


factory(print).delete_object(Bucket="c", Key="k")
