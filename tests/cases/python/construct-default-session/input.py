import boto3
boto3.setup_default_session(region_name="eu-west-1")
boto3.DEFAULT_SESSION.client("iam").list_users()
boto3.client("iam").list_roles()
