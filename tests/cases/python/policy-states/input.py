"""Step Functions: executions, encrypted definitions, publishing."""
import boto3

client = boto3.client("stepfunctions")
ARN = "arn:aws:states:eu-west-1:123456789012:stateMachine:orders"
client.start_execution(stateMachineArn=ARN)
client.describe_state_machine(stateMachineArn=ARN, includedData="METADATA_ONLY")
client.describe_execution(executionArn="arn:aws:states:eu-west-1:123456789012:execution:orders:1")
client.create_state_machine(name="new", definition="{}", roleArn="arn:aws:iam::123456789012:role/sfn", publish=True)
