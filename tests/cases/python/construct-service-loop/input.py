import boto3
for name in ("sqs", "sns"):
    client = boto3.client(name)
    if name == "sqs":
        client.list_queues()
    else:
        client.list_topics()
