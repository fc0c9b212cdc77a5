import boto3


class Worker:
    shared = boto3.client("iam")

    def __init__(self, queue=None):
        self.s3 = boto3.client("s3")
        self.queue = queue or boto3.client("sqs")

    def connect(self):
        self.late = boto3.client("sns")

    def run(self):
        self.s3.list_buckets()
        self.queue.list_queues()
        self.late.list_topics()
        self.shared.list_users()
        Worker.shared.list_roles()
