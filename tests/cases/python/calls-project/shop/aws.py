import boto3
from functools import lru_cache
_session = None

def session():
    global _session
    if _session is None:
        _session = boto3.Session(region_name="eu-west-3")
    return _session

@lru_cache(maxsize=None)
def make(name):
    return session().client(name)

s3 = make("s3")

class Clients:
    shared = boto3.client("s3")
    def __init__(self):
        self._made = {}
    def get(self, service):
        if service not in self._made:
            self._made[service] = boto3.client(service)
        return self._made[service]

clients = Clients()
