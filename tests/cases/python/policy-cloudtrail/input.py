"""CloudTrail: a trail of the organization."""
import boto3

client = boto3.client("cloudtrail")
client.create_trail(Name="org", S3BucketName="trail", IsOrganizationTrail=True)
client.start_logging(Name="org")
client.lookup_events()
