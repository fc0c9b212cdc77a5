import os.path
import boto3
s3 = boto3.client("s3")
BASE = "base"
NAMES = {"prod": "p-bucket", "dev": "d-bucket"}

def run(event, flag):
    s3.head_object(Bucket=BASE + "-data", Key="a/{}/{}.txt".format("b", event["id"]))
    s3.head_object(Bucket="%s-%s" % (BASE, event["x"]), Key="/".join(["x", "y"]))
    s3.head_object(Bucket=NAMES["prod"], Key=os.path.join("d", "e"))
    s3.head_bucket(Bucket="t" if flag else "u")
    s3.head_bucket(Bucket=NAMES.get(event["stage"], "other"))
    for name in ["l1", "l2"]:
        s3.head_bucket(Bucket=name)
    s3.head_bucket(Bucket=BASE.upper().lower().replace("base", "core"))
