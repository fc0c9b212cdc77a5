"""Kinesis: producers make data keys, consumers decrypt."""
import boto3

client = boto3.client("kinesis")
client.put_record(StreamName="clicks", Data=b"", PartitionKey="1")
client.get_records(ShardIterator="x", StreamARN="arn:aws:kinesis:eu-west-1:123456789012:stream/clicks")
client.describe_stream_summary(StreamName="clicks")
