"""Without tags there is no tag action; neither for tags that filter or that a message carries."""
import boto3

boto3.client("sqs").create_queue(QueueName="q")
boto3.client("lambda").create_function(FunctionName="f", Role="arn:aws:iam::111122223333:role/r", Code={})
boto3.client("ses").send_email(Source="a@example.com", Destination={"ToAddresses": ["b@example.com"]}, Message={}, Tags=[{"Name": "a", "Value": "b"}])
boto3.client("ecs").list_tasks(cluster="c")
