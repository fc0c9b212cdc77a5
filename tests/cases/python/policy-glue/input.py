"""Glue: catalog, database and table together; connections with encrypted passwords; the role of a job."""
import boto3

client = boto3.client("glue")
client.get_table(DatabaseName="sales", Name="orders")
client.start_job_run(JobName="nightly")
client.create_connection(ConnectionInput={"Name": "db", "ConnectionType": "JDBC", "ConnectionProperties": {}})
client.create_job(Name="new", Role="arn:aws:iam::123456789012:role/glue", Command={"Name": "glueetl"})
