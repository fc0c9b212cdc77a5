import boto3
s3 = boto3.client("s3")
s3.generate_presigned_url("get_object", Params={"Bucket": "a", "Key": "k"})
s3.generate_presigned_url(ClientMethod="put_object", Params=dict(Bucket="b", Key="k"))
s3.generate_presigned_post("c", "k")
s3.generate_presigned_post(Bucket="d", Key="k")
