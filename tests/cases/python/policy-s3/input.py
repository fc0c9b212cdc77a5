"""Objects of S3: versions, tags, ACLs, copies, and the key of a bucket that is left open."""
import boto3

client = boto3.client("s3")
client.get_object(Bucket="reports", Key="in/today.csv")
client.get_object(Bucket="reports", Key="in/today.csv", VersionId="3")
client.put_object(Bucket="reports", Key="out/a.csv", Body=b"", Tagging="a=b", ACL="public-read")
client.copy_object(Bucket="archive", Key="b.csv", CopySource="reports/out/a.csv", TaggingDirective="REPLACE")
client.list_objects_v2(Bucket="reports", Prefix="in/")
client.delete_object(Bucket="archive", Key="b.csv")
