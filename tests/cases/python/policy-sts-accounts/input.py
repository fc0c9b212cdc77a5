# a role's account that the code computes may be any; one that the code leaves out entirely is taken to be the own
import os

import boto3

sts = boto3.client("sts")


def audit(account):
    sts.assume_role(RoleArn=f"arn:aws:iam::{account}:role/Audit", RoleSessionName="audit", Tags=[{"Key": "a", "Value": "b"}])
    sts.assume_role(RoleArn="arn:aws:iam::999999999999:role/Fixed", RoleSessionName="audit")
