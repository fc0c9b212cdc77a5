"""Texts made of texts: paths, slices, trimmed ends, joins, conversions."""
import os
from pathlib import PurePosixPath

import boto3

s3 = boto3.client("s3")
ROOT = PurePosixPath("in")
URL = "s3://lake/raw"
TOTAL = 10


def handler(event, context):
    s3.head_object(Bucket="path", Key=str(ROOT / "daily" / event["name"]))
    s3.head_object(Bucket="path-left", Key=f'{"top" / ROOT}/x')
    s3.head_object(Bucket="path-posix", Key=(ROOT / event["name"]).as_posix())
    s3.head_object(Bucket="os-path", Key=os.path.join("a", event["name"], "end"))
    s3.head_object(Bucket="number", Key=f"part-{TOTAL / 4}")
    s3.head_object(Bucket="slice", Key="abcdefg"[2:5])
    s3.head_object(Bucket="slice-from", Key="/abc"[1:])
    s3.head_object(Bucket="slice-end", Key="report.csv"[:-4])
    s3.head_object(Bucket="slice-step", Key="abcdefg"[::2])
    s3.head_object(Bucket="slice-open", Key="abcdefg"[event["n"]:])
    s3.head_object(Bucket="slice-pattern", Key=f"/in/{event['x']}"[1:])
    s3.head_object(Bucket="slice-past", Key=f"/in/{event['x']}"[5:])
    s3.head_object(Bucket="strip", Key="/in/x/".strip("/"))
    s3.head_object(Bucket="lstrip", Key="/in/x/".lstrip("/"))
    s3.head_object(Bucket="rstrip", Key="/in/x/".rstrip("/"))
    s3.head_object(Bucket=URL.removeprefix("s3://").removesuffix("/raw"), Key="k")
    s3.head_object(Bucket="percent", Key="in/%(day)s.csv" % {"day": event["x"]})
    s3.head_object(Bucket="format", Key="in/{day}.csv".format(**event))
    s3.head_object(Bucket="either", Key="a" if event else "b")
