"""MediaConvert: queue and role of a job."""
import boto3

client = boto3.client("mediaconvert")
client.create_job(Queue="arn:aws:mediaconvert:eu-west-1:123456789012:queues/Default", Role="arn:aws:iam::123456789012:role/mc", Settings={})
client.get_job(Id="1")
