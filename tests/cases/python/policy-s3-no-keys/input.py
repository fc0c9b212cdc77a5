"""S3 calls that need no key: keys of S3, of AWS, and of the caller; operations that read no data."""
import boto3

client = boto3.client("s3")
client.put_object(Bucket="plain", Key="k", Body=b"", ServerSideEncryption="AES256")
client.put_object(Bucket="aws", Key="k", Body=b"", ServerSideEncryption="aws:kms", SSEKMSKeyId="alias/aws/s3")
client.get_object(Bucket="mine", Key="k", SSECustomerAlgorithm="AES256", SSECustomerKey="x")
client.head_object(Bucket="plain", Key="k")
client.delete_object(Bucket="plain", Key="k")
