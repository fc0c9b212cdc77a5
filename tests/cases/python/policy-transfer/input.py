"""Transfer Family: the role of a user."""
import boto3

client = boto3.client("transfer")
client.create_user(ServerId="s-1", UserName="ann", Role="arn:aws:iam::123456789012:role/sftp")
client.list_users(ServerId="s-1")
