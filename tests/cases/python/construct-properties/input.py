import functools
import boto3


class Worker:
    @property
    def s3(self):
        return boto3.client("s3")

    @functools.cached_property
    def table(self):
        return boto3.resource("dynamodb").Table("orders")

    _lazy = None

    @property
    def sqs(self):
        if self._lazy is None:
            self._lazy = boto3.client("sqs")
        return self._lazy

    def run(self):
        self.s3.list_buckets()
        self.table.scan()
        self.sqs.list_queues()
