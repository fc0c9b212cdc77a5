import boto3

events = boto3.client("events")
events.put_targets(
    Rule="nightly",
    Targets=[
        {"Id": "1", "Arn": "arn:aws:states:eu-west-1:111122223333:stateMachine:a", "RoleArn": "arn:aws:iam::111122223333:role/start-a"},
        {"Id": "2", "Arn": "arn:aws:lambda:eu-west-1:111122223333:function:b"},
    ],
)
scheduler = boto3.client("scheduler")
scheduler.create_schedule(
    Name="hourly",
    ScheduleExpression="rate(1 hour)",
    FlexibleTimeWindow={"Mode": "OFF"},
    Target={"Arn": "arn:aws:lambda:eu-west-1:111122223333:function:b", "RoleArn": "arn:aws:iam::111122223333:role/call-b"},
)
