"""EventBridge: buses, rules, targets, and the secret of a connection."""
import boto3

client = boto3.client("events")
client.put_events(Entries=[{"EventBusName": "orders", "Source": "shop", "DetailType": "t", "Detail": "{}"}])
client.put_rule(Name="nightly", ScheduleExpression="rate(1 day)")
client.put_targets(Rule="nightly", Targets=[{"Id": "1", "Arn": "arn:aws:sqs:eu-west-1:123456789012:jobs"}])
client.create_connection(Name="crm", AuthorizationType="API_KEY", AuthParameters={})
