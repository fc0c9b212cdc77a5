import boto3
client = boto3.client("s3")
client.list_buckets()
client = boto3.client("sqs")
client.list_queues()
client.create_queue(QueueName="q")
