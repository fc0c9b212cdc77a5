import boto3
session = boto3.Session(profile_name="dev", region_name="eu-west-1")
session.client("sns").publish(TopicArn="t", Message="m")
session.resource("s3").Bucket("b").delete()
