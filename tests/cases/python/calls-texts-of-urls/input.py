# parts of texts: URLs, partitions, splits with a bound
import boto3
from urllib.parse import urlparse
s3 = boto3.client("s3")
def a(uri):
    u = urlparse(uri)
    s3.get_object(Bucket=u.netloc, Key=u.path.lstrip("/"))
    s3.get_object(Bucket=u.netloc, Key=u.path[1:])
def b(uri):
    s3.head_object(Bucket=uri.partition("/")[0], Key="x")
def c(uri):
    bucket, _, key = uri.removeprefix("s3://").partition("/")
    s3.put_object(Bucket=bucket, Key=key)
def d(uri):
    bucket, key = uri[5:].split("/", 1)
    s3.delete_object(Bucket=bucket, Key=key)
a("s3://models/prod/v1.bin"); b("bb/x"); c("s3://m/k/j"); d("s3://e/k/j")


def e(uri, sep):
    s3.get_object_acl(Bucket=uri.split("/", 1)[0], Key=uri.split("/", 1)[1])  # no slash: no key
    s3.get_object_tagging(Bucket=uri.rpartition("/")[2], Key=uri.partition(sep)[0])


e("only", input())
