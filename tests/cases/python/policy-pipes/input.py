"""EventBridge Pipes."""
import boto3

client = boto3.client("pipes")
client.create_pipe(Name="orders", RoleArn="arn:aws:iam::123456789012:role/pipe",
                   Source="arn:aws:sqs:eu-west-1:123456789012:jobs", Target="arn:aws:sqs:eu-west-1:123456789012:done")
client.stop_pipe(Name="orders")
