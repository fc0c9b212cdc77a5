import boto3
FAMILY = "dynamo"
SUFFIX = "db"
boto3.client(f"{FAMILY}{SUFFIX}").list_tables()
