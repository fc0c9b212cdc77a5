"""SageMaker endpoints."""
import boto3

client = boto3.client("sagemaker-runtime")
client.invoke_endpoint(EndpointName="live", Body=b"")
