import boto3
NAME = "sqs"
boto3.client(NAME).list_queues()
