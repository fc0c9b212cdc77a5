"""EC2: every resource of a launch, encrypted volumes, private names of endpoints."""
import boto3

client = boto3.client("ec2")
client.run_instances(ImageId="ami-1", InstanceType="t3.micro", MinCount=1, MaxCount=1, SubnetId="subnet-1", SecurityGroupIds=["sg-1"],
                     KeyName="ops")
client.describe_instances(InstanceIds=["i-1"])
client.terminate_instances(InstanceIds=["i-1"])
client.create_volume(AvailabilityZone="eu-west-1a", Size=1, Encrypted=True, KmsKeyId="11111111-2222-3333-4444-555555555555")
client.create_vpc_endpoint(VpcId="vpc-1", ServiceName="s", VpcEndpointType="Interface", PrivateDnsEnabled=True)
