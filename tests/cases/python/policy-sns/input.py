"""SNS: topics, text messages, and the key of a topic that may be encrypted."""
import boto3

client = boto3.client("sns")
client.publish(TopicArn="arn:aws:sns:eu-west-1:123456789012:alarms", Message="x")
client.publish(PhoneNumber="+4912345", Message="x")
client.subscribe(TopicArn="arn:aws:sns:eu-west-1:123456789012:alarms", Protocol="sqs")
client.create_topic(Name="new")
