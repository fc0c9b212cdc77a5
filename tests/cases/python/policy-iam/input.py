"""IAM: old and new name of a user, policies of AWS."""
import boto3

client = boto3.client("iam")
client.create_role(RoleName="app", AssumeRolePolicyDocument="{}")
client.attach_role_policy(RoleName="app", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
client.update_user(UserName="ann", NewUserName="anna")
client.get_policy(PolicyArn="arn:aws:iam::123456789012:policy/own")
client.list_users()
