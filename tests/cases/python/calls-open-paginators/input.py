"""Paginators of clients that nobody knows: told by their names, or by the services that the project uses."""
import boto3

boto3.client("acm")
boto3.client("iot")


def one(x):
    for page in x.get_paginator("list_buckets").paginate():
        print(page)


def several(x):
    pages = x.get_paginator("list_certificates")
    for page in pages.paginate():
        print(page)


def nothing(x):
    return x.get_paginator("no_such_operation").paginate()
