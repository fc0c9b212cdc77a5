import boto3
s3 = boto3.client("s3")
params = {"Bucket": "a", "Key": "k"}
params["VersionId"] = "1"
s3.get_object(**params)
s3.get_object(**{**params, "Range": "bytes=0-1"})
s3.get_object(**(params | {"PartNumber": 1}))
more = dict(Bucket="b", Key="k")
more.update({"ChecksumMode": "ENABLED"})
s3.head_object(**more)

def put(key, tagging=None, **rest):
    args = {"Bucket": "c", "Key": key}
    if tagging:
        args["Tagging"] = tagging
    s3.put_object(**args, **rest)

put("one")
put("two", tagging="a=b", ACL="private")
