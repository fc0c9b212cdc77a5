import boto3
from functools import cached_property

class Base:
    topics = boto3.client("sns")
    def __init__(self, region):
        self.ssm = boto3.client("ssm", region_name=region)
        self._lambda = None
    @property
    def kms(self):
        return boto3.client("kms")
    @cached_property
    def logs(self):
        return boto3.client("logs")
    @property
    def functions(self):
        if self._lambda is None:
            self._lambda = boto3.client("lambda")
        return self._lambda

class Mixin:
    def clean(self):
        self.ssm.delete_parameter(Name=self.name)

class Child(Mixin, Base):
    name = "/app/key"
    def __init__(self):
        super().__init__("eu-central-1")
    def run(self):
        self.ssm.get_parameter(Name=self.name)
        self.kms.encrypt(KeyId="alias/app", Plaintext=b"")
        self.logs.create_log_group(logGroupName="/app")
        self.functions.invoke(FunctionName="fn")
        self.topics.list_topics()
