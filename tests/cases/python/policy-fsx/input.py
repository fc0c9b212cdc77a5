"""FSx."""
import boto3

client = boto3.client("fsx")
client.create_backup(FileSystemId="fs-1")
client.describe_file_systems(FileSystemIds=["fs-1"])
