"""STS: roles of other accounts, session tags; the identity of the caller needs nothing."""
import boto3

client = boto3.client("sts")
client.assume_role(RoleArn="arn:aws:iam::999999999999:role/reader", RoleSessionName="x")
client.assume_role(RoleArn="arn:aws:iam::123456789012:role/tagged", RoleSessionName="x", Tags=[{"Key": "a", "Value": "b"}], SourceIdentity="ann")
client.get_caller_identity()
