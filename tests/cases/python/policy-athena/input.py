"""Athena: the results in S3 and the tables in the Glue catalog that a query reads."""
import boto3

client = boto3.client("athena")
client.start_query_execution(QueryString="SELECT * FROM orders", WorkGroup="analysts",
                             QueryExecutionContext={"Database": "sales"},
                             ResultConfiguration={"OutputLocation": "s3://results/athena/"})
client.get_query_execution(QueryExecutionId="q")
