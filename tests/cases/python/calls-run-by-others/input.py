# functions that libraries run, with arguments apart from them
import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing.pool import ThreadPool

import boto3
from airflow.operators.python import PythonOperator

s3 = boto3.client("s3")


def count(bucket):
    s3.list_objects_v2(Bucket=bucket)


def head(bucket, key, *, version=None):
    s3.head_object(Bucket=bucket, Key=key)


class Worker:
    def clean(self, bucket, prefix="tmp/"):
        s3.delete_object(Bucket=bucket, Key=prefix + "x")


def start(job, **context):
    boto3.client("glue").start_job_run(JobName=job, Arguments={"--day": context["ds"]})


def name(bucket):
    return "listed-" + bucket


with ThreadPoolExecutor(4) as ex:
    ex.map(count, ("alpha", "beta"))
    ex.map(head, itertools.repeat("gamma"), ["k1", "k2"])
ThreadPool(2).starmap(head, [("delta", "k3")])
threading.Thread(target=head, args=("epsilon", "k4")).start()
threading.Thread(target=Worker().clean, kwargs={"bucket": "zeta"}).start()
PythonOperator(task_id="start", python_callable=start, op_kwargs={"job": "daily"})
for n in map(name, ["a", "b"]):
    s3.head_bucket(Bucket=n)
