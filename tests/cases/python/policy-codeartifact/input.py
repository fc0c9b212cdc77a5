"""CodeArtifact: a token needs sts:GetServiceBearerToken, a domain a grant on its key."""
import boto3

client = boto3.client("codeartifact")
client.get_authorization_token(domain="corp")
client.create_domain(domain="new", encryptionKey="arn:aws:kms:eu-west-1:123456789012:key/aaaa")
client.list_packages(domain="corp", repository="pypi")
