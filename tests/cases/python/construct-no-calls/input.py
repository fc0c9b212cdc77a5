import boto3
s3 = boto3.client("s3")
try:
    s3.meta.region_name
    s3.meta.service_model.operation_names
except s3.exceptions.NoSuchKey:
    pass
except s3.exceptions.ClientError:
    pass
s3.can_paginate("list_buckets")
s3.waiter_names
