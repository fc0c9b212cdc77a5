"""Service-linked roles that a first use needs, under the service's name."""
import boto3

boto3.client("kms").create_key(MultiRegion=True)
boto3.client("autoscaling").create_auto_scaling_group(AutoScalingGroupName="g", MinSize=0, MaxSize=1, LaunchTemplate={"LaunchTemplateId": "lt-1"})
boto3.client("cloudwatch").put_metric_alarm(
    AlarmName="cpu", EvaluationPeriods=1, ComparisonOperator="GreaterThanThreshold",
    AlarmActions=["arn:aws:automate:eu-west-1:ec2:stop"],
)
