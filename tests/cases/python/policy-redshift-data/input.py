"""Redshift Data API: credentials by database user, workgroup or secret."""
import boto3

client = boto3.client("redshift-data")
client.execute_statement(ClusterIdentifier="dw", Database="sales", DbUser="reader", Sql="select 1")
client.execute_statement(WorkgroupName="etl", Database="sales", Sql="select 1")
client.execute_statement(ClusterIdentifier="dw", Database="sales", Sql="select 1",
                         SecretArn="arn:aws:secretsmanager:eu-west-1:123456789012:secret:dw-AbCdEf")
client.get_statement_result(Id="1")
