"""QuickSight."""
import boto3

client = boto3.client("quicksight")
client.describe_dashboard(AwsAccountId="123456789012", DashboardId="sales")
