"""OpenSearch domains and their key."""
import boto3

client = boto3.client("opensearch")
client.describe_domain(DomainName="search")
client.update_domain_config(DomainName="search", EncryptionAtRestOptions={"Enabled": True, "KmsKeyId": "11111111-2222-3333-4444-555555555555"})
