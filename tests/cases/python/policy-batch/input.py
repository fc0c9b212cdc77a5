"""Batch: a job needs its queue and its definition."""
import boto3

client = boto3.client("batch")
client.submit_job(jobName="nightly", jobQueue="fast", jobDefinition="etl:2")
client.describe_jobs(jobs=["1"])
client.cancel_job(jobId="1", reason="x")
