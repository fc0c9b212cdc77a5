"""The same operations where no service-linked role is made."""
import boto3

boto3.client("kms").create_key(Description="one region")
boto3.client("autoscaling").create_auto_scaling_group(
    AutoScalingGroupName="g", MinSize=0, MaxSize=1, InstanceId="i-1",
    ServiceLinkedRoleARN="arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_x",
)
boto3.client("cloudwatch").put_metric_alarm(
    AlarmName="cpu", EvaluationPeriods=1, ComparisonOperator="GreaterThanThreshold",
    AlarmActions=["arn:aws:sns:eu-west-1:111122223333:ops"],
)
boto3.client("cloudtrail").create_trail(Name="t", S3BucketName="b")
