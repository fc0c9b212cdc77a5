"""Secrets that AWS encrypts with its own key, and calls that read no secret."""
import boto3

client = boto3.client("secretsmanager")
client.create_secret(Name="prod/api", SecretString="x")
client.create_secret(Name="prod/web", SecretString="x", KmsKeyId="alias/aws/secretsmanager")
client.describe_secret(SecretId="prod/db")
client.delete_secret(SecretId="prod/db")
