"""CloudWatch: metrics have no resource but a namespace, alarms have names."""
import boto3

client = boto3.client("cloudwatch")
client.put_metric_data(Namespace="Shop", MetricData=[])
client.put_metric_alarm(AlarmName="high", EvaluationPeriods=1, ComparisonOperator="GreaterThanThreshold")
client.get_metric_data(MetricDataQueries=[], StartTime=0, EndTime=1)
client.delete_alarms(AlarmNames=["high", "low"])
