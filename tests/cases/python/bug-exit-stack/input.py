"""Clients that a stack of contexts enters, or that are entered by hand."""
from contextlib import AsyncExitStack, ExitStack, closing, contextmanager

import aioboto3
import boto3


@contextmanager
def queue():
    yield boto3.client("sqs")


def run():
    with ExitStack() as stack:
        client = stack.enter_context(closing(boto3.client("s3")))
        client.get_object(Bucket="b", Key="k")
        stack.enter_context(queue()).list_queues()


class Holder:
    async def start(self):
        self.stack = AsyncExitStack()
        self.keys = await self.stack.enter_async_context(aioboto3.Session().client("kms"))
        self.logs = await aioboto3.Session().client("logs").__aenter__()

    async def use(self):
        await self.keys.decrypt(CiphertextBlob=b"")
        await self.logs.create_log_group(logGroupName="g")
