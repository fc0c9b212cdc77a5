"""Load balancers: a trust store is read from S3."""
import boto3

client = boto3.client("elbv2")
client.create_target_group(Name="web", Protocol="HTTP", Port=80, VpcId="vpc-1")
client.register_targets(TargetGroupArn="arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/1234", Targets=[])
client.create_trust_store(Name="ca", CaCertificatesBundleS3Bucket="certs", CaCertificatesBundleS3Key="ca.pem")
