"""Which service gets the role depends on where the flow log goes."""
import boto3

ec2 = boto3.client("ec2")
ec2.create_flow_logs(
    ResourceIds=["vpc-1"], ResourceType="VPC", TrafficType="ALL", LogGroupName="flow",
    DeliverLogsPermissionArn="arn:aws:iam::111122223333:role/flow",
)
ec2.create_flow_logs(
    ResourceIds=["vpc-2"], ResourceType="VPC", TrafficType="ALL", LogDestinationType="kinesis-data-firehose",
    LogDestination="arn:aws:firehose:eu-west-1:444455556666:deliverystream/flow",
    DeliverLogsPermissionArn="arn:aws:iam::111122223333:role/source",
    DeliverCrossAccountRole="arn:aws:iam::444455556666:role/AWSLogDeliveryFirehoseCrossAccountRole",
)
