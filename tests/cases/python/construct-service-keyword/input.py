import boto3
boto3.client(service_name="logs", region_name="eu-west-1").describe_log_groups()
