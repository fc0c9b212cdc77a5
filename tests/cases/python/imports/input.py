import boto3
import boto3 as b, os.path, botocore.session as bs
from boto3 import client, resource as r
from boto3.session import (
    Session,
    client as make,  # a comment
)
from . import util
from .. import a as b
from .pkg.mod import x
from ...pkg import *
from os \
    import path
import a . b
from .async import q

def f():
    import json
    from boto3 import client
if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
try:
    import aioboto3
except ImportError:
    aioboto3 = None
