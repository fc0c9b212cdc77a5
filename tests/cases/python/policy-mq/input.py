"""Amazon MQ: brokers live in network interfaces of the caller."""
import boto3

client = boto3.client("mq")
client.describe_broker(BrokerId="b-1")
client.delete_broker(BrokerId="b-1")
