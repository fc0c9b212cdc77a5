"""Route 53: a private zone looks its VPC up."""
import boto3

client = boto3.client("route53")
client.change_resource_record_sets(HostedZoneId="Z123", ChangeBatch={"Changes": []})
client.create_hosted_zone(Name="corp.internal", CallerReference="1", VPC={"VPCRegion": "eu-west-1", "VPCId": "vpc-1"})
client.list_hosted_zones()
