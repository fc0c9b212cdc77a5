import boto3
s3 = boto3.client("s3")
OPERATION = "list_objects_v2"
for page in s3.get_paginator("list_objects_v2").paginate(Bucket="a", Prefix="p/"):
    print(page)
pages = s3.get_paginator(OPERATION)
pages.paginate(Bucket="b").search("Contents[].Key")

def paginator(name):
    return s3.get_paginator(name)

paginator("list_multipart_uploads").paginate(Bucket="c")
s3.get_waiter("bucket_exists").wait(Bucket="d")
waiter = s3.get_waiter("object_not_exists")
waiter.wait(Bucket="e", Key="k")
if s3.can_paginate("list_buckets"):
    s3.exceptions.NoSuchBucket
    s3.meta.region_name
