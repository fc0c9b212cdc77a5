import contextlib
import boto3

@contextlib.contextmanager
def client(name):
    yield boto3.client(name)

class Managed:
    def __enter__(self):
        return boto3.client("kms")
    def __exit__(self, *a):
        pass

with client("sts") as sts:
    sts.get_caller_identity()
with Managed() as kms:
    kms.list_keys()

def inject(fn):
    def wrapper(*args, **kwargs):
        return fn(boto3.client("events"), *args, **kwargs)
    return wrapper

@inject
def put(events, detail):
    events.put_events(Entries=[{"Detail": detail}])
