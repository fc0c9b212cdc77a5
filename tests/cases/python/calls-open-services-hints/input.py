# The same; the reader says which service is meant.
import sys
import boto3

client = boto3.client(sys.argv[1])
client.list_tags_for_resource(ResourceArn="x")
