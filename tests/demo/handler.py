"""AWS Lambda function: writes the day's report and tells people."""
import boto3

from orders.settings import TOPIC_ARN
from orders.storage import Orders, Reports

sns = boto3.client("sns")


def handler(event, context):
    day = event["time"][:10]
    rows = Orders().of_day(day)
    Reports().save(day, rows)
    sns.publish(TopicArn=TOPIC_ARN, Subject="Daily report", Message=f"{len(rows)} orders on {day}")
    return {"orders": len(rows)}
