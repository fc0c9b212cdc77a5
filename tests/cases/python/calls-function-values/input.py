"""Functions that are kept as values: whoever has the value calls them with what nobody here sees."""
import functools

import boto3
from flask import Flask
s3 = boto3.client("s3")
def alias(b):
    s3.get_object(Bucket=b, Key="alias")
f = alias
f("other"); alias("direct")

def table(b):
    s3.get_object(Bucket=b, Key="table")
TABLE = {"x": table}
TABLE[input()]("other"); table("direct")

def lst(b):
    s3.get_object(Bucket=b, Key="list")
for g in [lst]:
    g("other")
lst("direct")

def ret(b):
    s3.get_object(Bucket=b, Key="ret")
def choose():
    return ret
choose()("other"); ret("direct")

class W:
    def __init__(self, fn):
        self.fn = fn
    def go(self):
        self.fn("other")
def kept(b):
    s3.get_object(Bucket=b, Key="kept")
W(kept).go(); kept("direct")

def part(b, k):
    s3.get_object(Bucket=b, Key=k)
h = functools.partial(part, "other")
h("part"); part("direct", "part")

def mapped(b):
    s3.get_object(Bucket=b, Key="mapped")
list(map(mapped, ["other"])); mapped("direct")

class M:
    def meth(self, b):
        s3.get_object(Bucket=b, Key="meth")
    def go(self):
        f = self.meth
        f("other")
        self.meth("direct")
M().go()

def deflt(b):
    s3.get_object(Bucket=b, Key="deflt")
def usesdef(fn=deflt):
    fn("other")
usesdef(); deflt("direct")


# called by a framework, too
app = Flask(__name__)


@app.route("/x/<b>")
def route(b):
    s3.get_object(Bucket=b, Key="route")


route("direct")
