"""Certificates."""
import boto3

client = boto3.client("acm")
client.describe_certificate(CertificateArn="arn:aws:acm:eu-west-1:123456789012:certificate/1111")
client.request_certificate(DomainName="example.com")
