import boto3
s3 = boto3.client("s3")
params = {"Bucket": "a", "Key": "k"}
params["VersionId"] = "v"
s3.get_object(**params)
more = dict(Bucket="b", Key="k")
more.update(VersionId="v")
s3.head_object(**more)
s3.delete_object(**{"Bucket": "c", "Key": "k"} | {"VersionId": "v"})
s3.put_object(**{"Bucket": "d", "Key": "k"})
s3.copy_object(**dict(more, CopySource="x/y"))
