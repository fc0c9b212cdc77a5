"""EFS: keys, and the network interface of a mount target."""
import boto3

client = boto3.client("efs")
client.create_file_system(Encrypted=True, KmsKeyId="11111111-2222-3333-4444-555555555555")
client.create_mount_target(FileSystemId="fs-1", SubnetId="subnet-1", SecurityGroups=["sg-1"])
client.describe_file_systems(FileSystemId="fs-1")
