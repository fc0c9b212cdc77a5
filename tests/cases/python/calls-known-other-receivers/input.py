import json
import queue
import boto3
import requests

s3 = boto3.client("s3")
work = queue.Queue()
work.get()
{}.copy()
json.load(open("f"))
requests.Session().delete("u")

class Repo:
    def list_buckets(self):
        return s3.list_buckets()
    def delete_object(self, Bucket, Key):
        pass

Repo().delete_object(Bucket="not-aws", Key="k")
Repo().list_buckets()
s3.list_buckets()["Buckets"].copy()
