import boto3


def make(name):
    return boto3.client(name)


class Factory:
    def queue(self):
        return make("sqs")
