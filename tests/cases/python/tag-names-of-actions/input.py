"""The tag action has another name in each service."""
import boto3

TAGS = [{"Key": "team", "Value": "data"}]
boto3.client("sqs").create_queue(QueueName="q", tags={"a": "b"})
boto3.client("lambda").create_function(FunctionName="f", Role="arn:aws:iam::111122223333:role/r", Code={}, Tags={"a": "b"})
boto3.client("rds").create_db_instance(DBInstanceIdentifier="d", DBInstanceClass="c", Engine="mysql", Tags=TAGS)
boto3.client("sagemaker").create_model(ModelName="m", ExecutionRoleArn="arn:aws:iam::111122223333:role/r", Tags=TAGS)
boto3.client("events").put_rule(Name="r", ScheduleExpression="rate(1 day)", Tags=TAGS)
boto3.client("kinesis").create_stream(StreamName="s", Tags={"a": "b"})
boto3.client("ssm").put_parameter(Name="/app/x", Value="1", Type="String", Tags=TAGS)
boto3.client("dynamodb").create_table(TableName="t", KeySchema=[], AttributeDefinitions=[], Tags=TAGS)
boto3.client("logs").create_log_group(logGroupName="g", tags={"a": "b"})
