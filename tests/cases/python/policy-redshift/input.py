"""Redshift: an administrator password that lives in Secrets Manager."""
import boto3

client = boto3.client("redshift")
client.create_cluster(ClusterIdentifier="dw", NodeType="ra3.large", MasterUsername="admin", ManageMasterPassword=True)
client.describe_clusters(ClusterIdentifier="dw")
client.pause_cluster(ClusterIdentifier="dw")
