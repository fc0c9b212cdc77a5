from dataclasses import dataclass
import boto3

@dataclass
class Job:
    s3: object
    bucket: str
    table: object = None
    def run(self):
        self.s3.put_bucket_acl(Bucket=self.bucket, ACL="private")
        self.table.put_item(Item={})

Job(boto3.client("s3"), "acls", table=boto3.resource("dynamodb").Table("jobs")).run()
