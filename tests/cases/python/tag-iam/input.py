import boto3

iam = boto3.client("iam")
TAGS = [{"Key": "team", "Value": "data"}]
iam.create_role(RoleName="app", AssumeRolePolicyDocument="{}", Tags=TAGS)
iam.create_user(UserName="bob", Tags=TAGS)
iam.create_policy(PolicyName="p", PolicyDocument="{}")
