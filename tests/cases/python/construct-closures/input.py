import boto3


def outer(name):
    client = boto3.client(name)

    def inner(topic):
        return client.publish(TopicArn=topic, Message="m")

    return inner


outer("sns")("t")
