import functools
from functools import partial
import boto3
s3 = boto3.client("s3")
put = partial(s3.put_object, Bucket="a")
put(Key="k", Body=b"")
head = functools.partial(s3.head_object, Bucket="b", Key="k")
head()
