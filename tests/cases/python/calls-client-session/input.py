import boto3
import boto3.session
import botocore.session
boto3.Session(region_name="eu-west-1").client("sns").list_topics()
boto3.session.Session().client("kms").list_keys()
botocore.session.get_session().create_client("iam").get_user()
