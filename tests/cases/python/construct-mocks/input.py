from unittest import mock
from moto import mock_aws
import boto3
import pytest


@mock_aws
def test_moto():
    boto3.client("s3").create_bucket(Bucket="a")


@mock.patch("boto3.client")
def test_patch(client):
    boto3.client("sqs").list_queues()


@pytest.fixture
def table():
    with mock_aws():
        yield boto3.resource("dynamodb").Table("orders")


def test_fixture(table):
    table.scan()
