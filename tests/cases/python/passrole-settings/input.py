"""Roles in maps and lists of settings: only the setting that is a role counts."""
import boto3

sns = boto3.client("sns")
sns.create_topic(Name="orders", Attributes={"DisplayName": "x", "LambdaFailureFeedbackRoleArn": "arn:aws:iam::111122223333:role/feedback"})
sns.set_topic_attributes(TopicArn="arn:aws:sns:eu-west-1:111122223333:orders", AttributeName="DisplayName", AttributeValue="Orders")
boto3.client("apigateway").update_account(
    patchOperations=[{"op": "replace", "path": "/cloudwatchRoleArn", "value": "arn:aws:iam::111122223333:role/api-logs"}]
)
boto3.client("ssm").start_automation_execution(
    DocumentName="Restart", Parameters={"InstanceId": ["i-1"], "AutomationAssumeRole": ["arn:aws:iam::111122223333:role/automation"]}
)
