"""Database Migration Service."""
import boto3

client = boto3.client("dms")
client.start_replication_task(ReplicationTaskArn="arn:aws:dms:eu-west-1:123456789012:task:ABC", StartReplicationTaskType="start-replication")
