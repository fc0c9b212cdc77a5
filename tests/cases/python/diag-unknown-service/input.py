"""Services that the data does not have: their calls are left out and said to be, those of others stay."""
import boto3
from botocore.session import get_session

ledgers = boto3.client("qldb")
ledgers.list_ledgers()
ledgers.tag_resource(ResourceArn="arn:aws:qldb:eu-west-1:123456789012:ledger/books", Tags={})


def client_of(name):
    return get_session().create_client(name, region_name="eu-west-1")


client_of("sqs").list_queues()
client_of("no-such-service").list_queues()
