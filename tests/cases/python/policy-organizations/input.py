"""Organizations."""
import boto3

client = boto3.client("organizations")
client.describe_account(AccountId="111122223333")
client.list_accounts()
