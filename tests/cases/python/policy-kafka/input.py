"""MSK clusters."""
import boto3

client = boto3.client("kafka")
client.describe_cluster(ClusterArn="arn:aws:kafka:eu-west-1:123456789012:cluster/logs/1111-1")
client.get_bootstrap_brokers(ClusterArn="arn:aws:kafka:eu-west-1:123456789012:cluster/logs/1111-1")
