import boto3
boto3.resource("sqs").create_queue(QueueName="q")
