"""IoT data: topics and shadows."""
import boto3

client = boto3.client("iot-data")
client.publish(topic="sensors/1/temp", payload=b"")
client.get_thing_shadow(thingName="sensor1")
