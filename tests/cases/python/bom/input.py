import boto3
def f(): g()
