import boto3
s3 = boto3.client("s3")
for page in s3.get_paginator("list_objects_v2").paginate(Bucket="a"):
    pass
p = s3.get_paginator("list_object_versions")
p.paginate(Bucket="b").build_full_result()


def make(name):
    return s3.get_paginator(name)


make("list_multipart_uploads").paginate(Bucket="c")
NAME = "list_parts"
s3.get_paginator(NAME).paginate(Bucket="d", Key="k", UploadId="u").search("Parts[]")
if s3.can_paginate("list_buckets"):
    pass
