# Services named after classes; constructors of base classes; methods for missing members.
from enum import Enum
import boto3


class Service:
    def __init__(self, name, session):
        self.name = name.lower() if not name.islower() else name
        self.client = session.client(self.name)
        self.own = session.client(type(self).__name__.lower())


class SQS(Service):
    def __init__(self, session):
        super().__init__(__class__.__name__, session)

    def run(self):
        self.client.delete_queue(QueueUrl="u")
        self.own.list_queues()


class IAM(Service):
    def __init__(self, session):
        Service.__init__(self, self.__class__.__name__, session)

    def run(self):
        self.client.delete_user(UserName="u")


class Hook:
    def __init__(self, client_type=None, *args, **kwargs):
        self.client_type = client_type

    @property
    def conn(self):
        return boto3.client(self.client_type)


class GlueHook(Hook):
    def __init__(self, *args, **kwargs):
        kwargs["client_type"] = "glue"
        super().__init__(*args, **kwargs)

    def run(self):
        self.conn.start_job_run(JobName="j")


class AthenaHook(Hook):
    def __init__(self, *args, **kwargs):
        super().__init__(client_type="athena", *args, **kwargs)

    def run(self):
        self.conn.stop_query_execution(QueryExecutionId="q")


class Proxy:
    def __init__(self):
        self.wrapped = boto3.client("sns")

    def __getattr__(self, name):
        return getattr(self.wrapped, name)


class Status(Enum):
    READY = "ready"
    DELETED = "deleted"


def wait(status: Status):
    boto3.client("dms").get_waiter(f"replication_task_{status.value}").wait()


Proxy().publish(TopicArn="t", Message="m")
SQS(boto3.Session()).run()
IAM(boto3.Session()).run()
GlueHook().run()
AthenaHook().run()
