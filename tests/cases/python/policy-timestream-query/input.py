"""Timestream: the verb of the query is the action."""
import boto3

client = boto3.client("timestream-query")
client.query(QueryString='SELECT * FROM "metrics"."cpu" WHERE time > ago(1h)')
