"""X-Ray."""
import boto3

client = boto3.client("xray")
client.put_trace_segments(TraceSegmentDocuments=[])
client.get_group(GroupName="shop")
