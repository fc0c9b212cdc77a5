"""CloudWatch Logs: keys, unmasked data, exports to S3, policies of the account by their type."""
import boto3

client = boto3.client("logs")
client.create_log_group(logGroupName="/app/web", kmsKeyId="arn:aws:kms:eu-west-1:123456789012:key/aaaa")
client.put_log_events(logGroupName="/app/web", logStreamName="a", logEvents=[])
client.filter_log_events(logGroupName="/app/web", unmask=True)
client.create_export_task(logGroupName="/app/web", fromTime=0, to=1, destination="exports", destinationPrefix="web")
client.describe_account_policies(policyType="DATA_PROTECTION_POLICY")
