import boto3
from boto3.s3.transfer import TransferConfig

s3 = boto3.client("s3")
s3.upload_file("f", "a", "k", ExtraArgs={"ACL": "private"}, Config=TransferConfig())
s3.upload_fileobj(open("f", "rb"), "b", "k")
s3.download_file("c", "k", "f")
s3.download_fileobj(Bucket="d", Key="k", Fileobj=open("f", "wb"))
s3.copy({"Bucket": "e", "Key": "k"}, "f", "k")
bucket = boto3.resource("s3").Bucket("g")
bucket.upload_file("f", "k")
bucket.download_file("k", "f")
bucket.Object("o").upload_fileobj(open("f", "rb"))
bucket.Object("o").download_file("f")
bucket.Object("o").copy({"Bucket": "h", "Key": "k"})
