"""Connections of a WebSocket API."""
import boto3

client = boto3.client("apigatewaymanagementapi")
client.post_to_connection(ConnectionId="c1", Data=b"")
