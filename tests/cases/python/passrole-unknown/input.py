"""Roles that the code does not say: the part that is known, or any role; an unknown map may hold one."""
import boto3

lam = boto3.client("lambda")


def make(name, account, options):
    lam.create_function(FunctionName=name, Role=f"arn:aws:iam::{account}:role/app/{name}", Code={}, Publish=True)
    boto3.client("stepfunctions").update_state_machine(stateMachineArn="arn:aws:states:eu-west-1:111122223333:stateMachine:a", **options)
