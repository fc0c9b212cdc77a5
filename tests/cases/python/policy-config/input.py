"""AWS Config: a conformance pack is read from S3."""
import boto3

client = boto3.client("config")
client.put_config_rule(ConfigRule={"ConfigRuleName": "tags", "Source": {"Owner": "AWS", "SourceIdentifier": "REQUIRED_TAGS"}})
client.put_conformance_pack(ConformancePackName="cis", TemplateS3Uri="s3://packs/cis.yaml")
