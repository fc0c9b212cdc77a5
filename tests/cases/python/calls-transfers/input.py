import boto3
s3 = boto3.client("s3")
s3.upload_file("f", "a", "k", ExtraArgs={"ACL": "public-read"})
s3.download_file("b", "k", "f")
s3.copy({"Bucket": "c", "Key": "k"}, "d", "k2")
bucket = boto3.resource("s3").Bucket("e")
bucket.upload_fileobj(None, "k")
bucket.Object("k3").download_file("f")
