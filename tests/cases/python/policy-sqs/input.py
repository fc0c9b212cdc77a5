"""SQS: the queue of a URL, batches, and the key of a queue that may be encrypted."""
import boto3

client = boto3.client("sqs")
URL = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs"
client.send_message(QueueUrl=URL, MessageBody="x")
client.receive_message(QueueUrl=URL)
client.delete_message_batch(QueueUrl=URL, Entries=[])
client.create_queue(QueueName="new")
