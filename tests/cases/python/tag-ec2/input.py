import boto3

ec2 = boto3.client("ec2")
ec2.run_instances(
    ImageId="ami-1", MinCount=1, MaxCount=1,
    TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "a", "Value": "b"}]},
                       {"ResourceType": "volume", "Tags": [{"Key": "a", "Value": "b"}]}],
)
ec2.create_image(InstanceId="i-1", Name="n", TagSpecifications=[{"ResourceType": "image", "Tags": []}])
ec2.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=[{"ResourceType": "vpc", "Tags": [{"Key": "a", "Value": "b"}]}])
ec2.create_subnet(CidrBlock="10.0.0.0/24", VpcId="vpc-1")  # no tags
