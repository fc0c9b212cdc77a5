"""Auto Scaling: a launch template needs the right to launch."""
import boto3

client = boto3.client("autoscaling")
client.create_auto_scaling_group(AutoScalingGroupName="web", MinSize=1, MaxSize=2, LaunchTemplate={"LaunchTemplateId": "lt-1"})
client.set_desired_capacity(AutoScalingGroupName="web", DesiredCapacity=2)
