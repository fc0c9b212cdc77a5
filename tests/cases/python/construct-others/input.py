import json
import queue
import boto3
from django.db import models
from google.cloud import storage
from docker import from_env

s3 = boto3.client("s3")
json.load(open("f"))
{"a": 1}.copy()
queue.Queue().get()
models.Model.objects.all().delete()
storage.Client().bucket("b").delete()
storage.Client().list_buckets()
from_env().images.list()
from_env().containers.run("x")


class Item(models.Model):
    def go(self):
        Item.objects.filter(name="x").delete()
        self.delete()
        self.images.all()


def run(repo, thing, cursor):
    repo.list_buckets_of("x")
    repo.delete()
    thing.load()
    cursor.execute("select 1")
    thing.publish("m")
