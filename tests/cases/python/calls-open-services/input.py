# A client of a service that only run time knows.
import sys
import boto3

client = boto3.client(sys.argv[1])
client.list_tags_for_resource(ResourceArn="x")
client.describe_instances()


def tags_of_topic(session, name):
    named_by_argument = session.client(name)
    named_by_argument.list_tags_for_resource(ResourceArn="arn:aws:sns:eu-west-1:123456789012:orders")


def tags(kms_or_other):
    one = boto3.client(kms_or_other)
    one.list_tags_for_resource(ResourceArn="x")
    one.list_signing_profiles()
    two = boto3.client(kms_or_other)
    two.describe_user_pool(UserPoolId="p")
    two.list_tags_for_resource(ResourceArn="x")
