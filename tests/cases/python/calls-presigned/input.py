import boto3
s3 = boto3.client("s3")
s3.generate_presigned_url("get_object", Params={"Bucket": "a", "Key": "k"}, ExpiresIn=60)
s3.generate_presigned_url(ClientMethod="put_object", Params={"Bucket": "b", "Key": "k"})
s3.generate_presigned_post("c", "k")
boto3.client("rds").generate_db_auth_token("host", 3306, "user")
