import contextlib
import boto3


@contextlib.contextmanager
def opened():
    client = boto3.client("s3")
    yield client


class Manager:
    def __enter__(self):
        self.client = boto3.client("sqs")
        return self.client

    def __exit__(self, *args):
        pass


class Self:
    def __enter__(self):
        self.sns = boto3.client("sns")
        return self

    def __exit__(self, *args):
        pass


with opened() as c, Manager() as q:
    c.list_buckets()
    q.list_queues()
with Self() as s:
    s.sns.list_topics()
with contextlib.closing(boto3.client("iam")) as i:
    i.list_users()
with contextlib.ExitStack() as stack:
    k = stack.enter_context(opened())
    k.head_bucket(Bucket="a")
