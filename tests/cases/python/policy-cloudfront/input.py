"""CloudFront distributions."""
import boto3

client = boto3.client("cloudfront")
client.create_invalidation(DistributionId="E123", InvalidationBatch={})
client.get_distribution(Id="E123")
