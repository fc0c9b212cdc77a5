"""API Gateway: the verb is the action, the path is the resource."""
import boto3

client = boto3.client("apigateway")
client.get_rest_api(restApiId="abc123")
client.create_deployment(restApiId="abc123", stageName="prod")
client.delete_stage(restApiId="abc123", stageName="old")
