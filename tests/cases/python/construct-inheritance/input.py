import boto3


class Base:
    service = "s3"

    def __init__(self, service=None):
        self.client = boto3.client(service or self.service)


class Buckets(Base):
    def run(self):
        self.client.list_buckets()


class Queues(Base):
    service = "sqs"

    def __init__(self):
        super().__init__("sqs")

    def run(self):
        self.client.list_queues()


class Tags:
    def tag(self):
        self.client.list_queue_tags(QueueUrl="u")


class Tagged(Tags, Queues):
    pass


Buckets().run()
Queues().run()
Tagged().tag()
