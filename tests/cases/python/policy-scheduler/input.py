"""EventBridge Scheduler: a schedule in its group and the role of its target."""
import boto3

client = boto3.client("scheduler")
client.create_schedule(Name="nightly", GroupName="jobs", ScheduleExpression="rate(1 day)", FlexibleTimeWindow={"Mode": "OFF"},
                       Target={"Arn": "arn:aws:sqs:eu-west-1:123456789012:jobs", "RoleArn": "arn:aws:iam::123456789012:role/sched"})
client.get_schedule(Name="nightly", GroupName="jobs")
