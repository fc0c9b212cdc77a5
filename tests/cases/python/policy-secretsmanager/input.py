"""Secrets Manager: secrets end in six random characters; keys; the function that rotates."""
import boto3

client = boto3.client("secretsmanager")
client.get_secret_value(SecretId="prod/db")
client.create_secret(Name="prod/api", SecretString="x", KmsKeyId="alias/secrets")
client.put_secret_value(SecretId="prod/db", SecretString="x")
client.rotate_secret(SecretId="prod/db", RotationLambdaARN="arn:aws:lambda:eu-west-1:123456789012:function:rotate")
