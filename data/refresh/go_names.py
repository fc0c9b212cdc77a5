#!/usr/bin/env python3
"""Rows of data/sdk/go.tsv that are made from the source of aws-sdk-go (v1):
its clients, their interfaces, and operations and inputs that it calls
otherwise than the model.

usage: go_names.py DIR    DIR: the unpacked module github.com/aws/aws-sdk-go
"""

import os
import re
import sys

import tsv

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FILE = os.path.join(TOP, "sdk", "go.tsv")
SOURCE = "aws-sdk-go 1.55.8 source"
BASE = "github.com/aws/aws-sdk-go/service/"


def services():
    """Go package of the SDK → services."""
    out = {}
    for row in tsv.read(os.path.join(TOP, "services.tsv")):
        if row[0] == "svc" and row[8]:
            out.setdefault(row[8], []).append(row[1])
        if row[:2] == ["svcother", "gov1"]:
            out.setdefault(row[2], []).append(row[3])
    return out


def operations(service):
    path = os.path.join(TOP, "botocore", service + ".tsv")
    return {r[1] for r in tsv.read(path) if r[0] == "operation"}


def rows(root):
    known = services()
    for package in sorted(known):
        folder = os.path.join(root, "service", package)
        if not os.path.isdir(folder):
            continue
        with open(os.path.join(folder, "service.go")) as f:
            client = re.search(r"type (\w+) struct \{\n\t\*client\.Client",
                               f.read()).group(1)
        with open(os.path.join(folder, "api.go")) as f:
            calls = re.findall(r"\nfunc \(c \*\w+\) (\w+)WithContext\("
                               r"ctx aws\.Context, input \*(\w+)[,.](\w*)",
                               f.read())
        for service in known[package]:
            path = BASE + package
            kind = "type client:" + service
            yield path + "." + client, kind
            yield "%s/%siface.%sAPI" % (path, package, client), kind
            ops = operations(service)
            for op, shape, inner in calls:
                if op.endswith("Pages"):
                    continue
                model = next((o for o in ops if o == op or o.endswith(op)),
                             None)
                if op not in ops and model and service == "translate":
                    yield ("$method:%s.%s" % (service, op),
                           "operation " + model)
                    yield (path + "." + shape,
                           "type request:%s.%s" % (service, model))
                elif op in ops and shape != op + "Input" and not inner:
                    yield (path + "." + shape,
                           "type request:%s.%s" % (service, op))


def main():
    made, seen = [], set()
    for path, does in rows(sys.argv[1]):
        if path not in seen:        # one input of two operations: the first
            made.append(("sdk", path, does, SOURCE))
        seen.add(path)
    with open(FILE, encoding="utf-8") as f:
        lines = f.read().split("\n")
    head = [x for x in lines if x.startswith("#")]
    kept = [x for x in lines if x and not x.startswith("#")
            and x.split("\t")[3] != SOURCE]
    body = sorted(set(kept + ["\t".join(r) for r in made]),
                  key=lambda x: x.encode())
    with open(FILE, "w", encoding="utf-8") as f:
        f.write("\n".join(head + body) + "\n")
    print("%d rows made, %d kept" % (len(made), len(kept)))


if __name__ == "__main__":
    main()
