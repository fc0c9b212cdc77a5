"""EKS: node groups and their role, the key of a cluster."""
import boto3

client = boto3.client("eks")
client.describe_cluster(name="prod")
client.create_nodegroup(clusterName="prod", nodegroupName="spot", subnets=["subnet-1"], nodeRole="arn:aws:iam::123456789012:role/node")
client.associate_encryption_config(clusterName="prod", encryptionConfig=[
    {"resources": ["secrets"], "provider": {"keyArn": "arn:aws:kms:eu-west-1:123456789012:key/aaaa"}}])
