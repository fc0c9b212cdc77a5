"""One call on clients of several regions: every region counts, also that of a client without one."""
import boto3

east = boto3.client("sns", region_name="us-east-1")
south = boto3.client("sns", region_name="ap-south-1")
for topic_client in (east, south):
    topic_client.create_topic(Name="alarms")


def publish(events, bus):
    events.put_events(Entries=[{"EventBusName": bus, "Source": "app"}])


publish(boto3.client("events"), "bus")
publish(boto3.client("events", region_name="eu-north-1"), "bus")
