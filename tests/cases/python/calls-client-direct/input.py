import boto3
s3 = boto3.client("s3")
s3.get_object(Bucket="reports", Key="2024/a.csv")
boto3.client("sqs").list_queues()
