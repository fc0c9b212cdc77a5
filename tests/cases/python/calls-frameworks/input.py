# what frameworks give: FastAPI's dependencies, settings that the environment fills, Django's settings, entries of an application's maps
from functools import lru_cache
from typing import Annotated

import boto3
from django.conf import settings
from fastapi import Depends, FastAPI
from flask import Flask, current_app
from os import environ
from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Config(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_")
    orders: str = "orders"
    audit: str = Field("audit", alias="AUDIT_TABLE")


@lru_cache
def config():
    return Config()


def orders():
    return boto3.resource("dynamodb").Table(config().orders)


def queue():
    client = boto3.client("sqs")
    try:
        yield client
    finally:
        client.close()


app = FastAPI()


@app.get("/orders")
def list_orders(table=Depends(orders), sqs: Annotated[object, Depends(queue)] = None):
    table.scan()
    sqs.purge_queue(QueueUrl="https://sqs.us-east-1.amazonaws.com/111122223333/audit")
    boto3.client("dynamodb").scan(TableName=Config().audit)
    boto3.client("dynamodb").scan(TableName=Config(audit="fixed").audit)


@app.get("/state")
def state(request):
    request.app.state.kms.list_keys()


@app.on_event("startup")
def start():
    app.state.kms = boto3.client("kms")


web = Flask(__name__)
web.config["PREFIX"] = "avatars"


def s3():
    if "s3" not in web.extensions:
        web.extensions["s3"] = boto3.client("s3")
    return web.extensions["s3"]


@web.route("/media")
def media():
    s3().get_object(Bucket=settings.MEDIA, Key="a")
    s3().get_object(Bucket=settings.EXPORT, Key="b")
    s3().get_object(Bucket=environ["OTHER"], Key="c")
    s3().get_object(Bucket="d", Key=current_app.config["PREFIX"] + "/d")
