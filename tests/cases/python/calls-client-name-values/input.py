import boto3 as b
from boto3 import client
SERVICE = "s3"
b.client(service_name="sqs").list_queues()
client(SERVICE).list_buckets()
client(f"{SERVICE}control").list_jobs(AccountId="111122223333")
for name in ("sns", "kms"):
    c = client(name)
    c.list_keys() if name == "kms" else c.list_topics()
