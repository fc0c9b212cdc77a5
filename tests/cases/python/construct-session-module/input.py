import boto3.session
boto3.session.Session().client("sqs").list_queues()
