import os

import boto3

sqs = boto3.client("sqs")


def url_of(name):
    return sqs.get_queue_url(QueueName=name)["QueueUrl"]


def main():
    sqs.send_message(QueueUrl=url_of("work"), MessageBody="x")
    made = sqs.create_queue(QueueName="made")
    sqs.receive_message(QueueUrl=made["QueueUrl"])
    sqs.purge_queue(QueueUrl=url_of(os.environ["QUEUE"]))


main()
