"""A client handed down through twelve functions, the last of which stands first: all of them have it."""
import boto3

def f12(c):
    c.list_buckets()

def f11(c):
    c.list_buckets()
    f12(c)

def f10(c):
    c.list_buckets()
    f11(c)

def f9(c):
    c.list_buckets()
    f10(c)

def f8(c):
    c.list_buckets()
    f9(c)

def f7(c):
    c.list_buckets()
    f8(c)

def f6(c):
    c.list_buckets()
    f7(c)

def f5(c):
    c.list_buckets()
    f6(c)

def f4(c):
    c.list_buckets()
    f5(c)

def f3(c):
    c.list_buckets()
    f4(c)

def f2(c):
    c.list_buckets()
    f3(c)

def f1(c):
    c.list_buckets()
    f2(c)

f1(boto3.client("s3"))
