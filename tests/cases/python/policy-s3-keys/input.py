"""The key that an S3 call names: by id, ARN and alias (an alias ARN does not authorise the use of its key)."""
import boto3

client = boto3.client("s3")
KEY = "1234abcd-12ab-34cd-56ef-1234567890ab"
client.put_object(Bucket="id", Key="k", Body=b"", ServerSideEncryption="aws:kms", SSEKMSKeyId=KEY)
client.put_object(Bucket="arn", Key="k", Body=b"", SSEKMSKeyId="arn:aws:kms:eu-west-1:111122223333:key/" + KEY)
client.put_object(Bucket="alias", Key="k", Body=b"", SSEKMSKeyId="alias/reports")
client.create_multipart_upload(Bucket="parts", Key="k", ServerSideEncryption="aws:kms", SSEKMSKeyId=KEY)
client.upload_part(Bucket="parts", Key="k", PartNumber=1, UploadId="u", Body=b"")
client.head_object(Bucket="sums", Key="k", ChecksumMode="ENABLED")
