from typing import Any, Protocol, cast
import botocore.session
from mypy_boto3_sqs import SQSClient


class Private(Protocol):
    def _make_api_call(self, name: str, arguments: dict) -> dict: ...


class Connection:
    @property
    def client(self) -> Private:
        return cast(Private, botocore.session.get_session().create_client("dynamodb"))

    def dispatch(self, name: str, arguments: dict) -> dict:
        return self.client._make_api_call(name, arguments)

    def scan(self):
        return self.dispatch("Scan", {"TableName": "a"})

    def describe(self):
        return self.dispatch("DescribeTable", {"TableName": "b"})


def queue(thing: Any):
    cast(SQSClient, thing).send_message(QueueUrl="u", MessageBody="m")
