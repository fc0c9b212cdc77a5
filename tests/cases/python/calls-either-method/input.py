# a name that is one of several methods, with arguments that only one of them takes; partial(boto3.client, …); annotated keywords
from functools import partial
from typing import TypedDict, Unpack

import boto3
from dependency_injector import containers, providers

s3 = boto3.client("s3")


def finish(key, uid, parts, failed):
    op = s3.abort_multipart_upload if failed else s3.complete_multipart_upload
    extra = {} if failed else {"MultipartUpload": {"Parts": parts}}
    op(Bucket="big", Key=key, UploadId=uid, **extra)


make = partial(boto3.client, "sqs")
make().list_queues()


class Mailer:
    def __init__(self, mail):
        self.mail = mail

    def go(self):
        self.mail.send_email(FromEmailAddress="a@example.com", Content={"Simple": {}})


class Container(containers.DeclarativeContainer):
    ses = providers.Singleton(boto3.client, service_name="sesv2")
    mailer = providers.Factory(Mailer, ses)


Container().mailer().go()


class Args(TypedDict, total=False):
    FunctionName: str


def invoke(**kw: Unpack[Args]):
    kw.setdefault("InvocationType", "Event")
    boto3.client("lambda").invoke(**kw)


invoke(FunctionName="ingest")
