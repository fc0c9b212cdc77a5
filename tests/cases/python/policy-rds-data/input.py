"""RDS Data API: the cluster and its secret."""
import boto3

client = boto3.client("rds-data")
client.execute_statement(resourceArn="arn:aws:rds:eu-west-1:123456789012:cluster:main", sql="select 1",
                         secretArn="arn:aws:secretsmanager:eu-west-1:123456789012:secret:main-AbCdEf")
