#!/usr/bin/env python3
"""Rebuild data/ from the pinned packages: the entry point of
"make refresh-data". See data/README.md.

usage: refresh.py [--from DIR] [--work DIR]

--from DIR  take the packages from DIR (their archives, or unpacked in
            folders called name-version) instead of the registries
--work DIR  where to keep archives and unpacked packages
            (default: build/refresh)
"""

import argparse
import hashlib
import os
import sys

sys.dont_write_bytecode = True      # leave no __pycache__ in the tree

import boto3_tables
import botocore_tables
import enum_tables
import iam_tables
import partition_tables
import service_tables
import sources
import tsv
from botocore_model import Botocore, Service

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.dirname(HERE)
MADE_BY = "made by data/refresh, do not edit; columns: data/README.md"


def folder(name):
    """An output folder, emptied of the files made before."""
    path = os.path.join(DATA, name)
    os.makedirs(path, exist_ok=True)
    for old in os.listdir(path):
        if old.endswith(".tsv"):
            os.unlink(os.path.join(path, old))
    return path


def extra_services():
    """Services that other SDKs have and botocore lacks, from extra/."""
    top = os.path.join(HERE, "extra")
    for file in sorted(os.listdir(top)):
        if file.endswith(".tsv"):
            rows = tsv.read(os.path.join(top, file))
            yield Service.from_rows(file[:-len(".tsv")], rows), rows


def write_botocore(botocore):
    top = folder("botocore")
    services, rows = {}, 0
    for service, lines in extra_services():
        services[service.name] = service
        rows += tsv.write(
            os.path.join(top, service.name + ".tsv"),
            ["\t".join(line) for line in lines],
            ["from data/refresh/extra/%s.tsv; %s" % (service.name, MADE_BY)])
    for name in botocore.names():
        service = services[name] = botocore.service(name)
        rows += tsv.write(
            os.path.join(top, name + ".tsv"),
            botocore_tables.tables(botocore, service),
            ["botocore model of %s %s; %s"
             % (name, service.version, MADE_BY)])
    services = dict(sorted(services.items()))
    print("botocore: %d services, %d operations, %d rows" % (
        len(services), sum(len(s.operations) for s in services.values()),
        rows))
    return services


def write_boto3(botocore, services, root):
    top = folder("boto3")
    count, rows = 0, 0
    for name, version, model in boto3_tables.models(root):
        count += 1
        rows += tsv.write(
            os.path.join(top, name + ".tsv"),
            boto3_tables.Model(botocore, services[name], model).tables(),
            ["boto3 resource model of %s %s; %s" % (name, version, MADE_BY)])
    print("boto3: %d services, %d rows" % (count, rows))


def write_iam(new, old, pins):
    top = folder("iam")
    prefixes, rows, actions, dropped = new.prefixes(), 0, 0, 0
    for prefix in prefixes:
        actions += len(new.actions(prefix))
        rows += tsv.write(
            os.path.join(top, prefix + ".tsv"),
            iam_tables.tables(new, old, prefix),
            ["iam-data of %s; %s" % (prefix, MADE_BY)])
    for prefix in old.prefixes():
        now = new.actions(prefix)
        dropped += sum(1 for a in old.actions(prefix) if a not in now)
    print("iam: %d prefixes, %d actions, %d rows; %d actions only in %s "
          "left out" % (len(prefixes), actions, rows, dropped,
                        pins["iam-data-old"].version))


def digest(*names):
    """One hash over files and folders of data/, names included."""
    paths = []
    for name in names:
        full = os.path.join(DATA, name)
        if os.path.isdir(full):
            paths += [os.path.join(full, f) for f in os.listdir(full)
                      if f.endswith(".tsv")]
        else:
            paths.append(full)
    h = hashlib.sha256()
    for path in sorted(paths, key=lambda p: os.path.relpath(p, DATA)):
        with open(path, "rb") as f:
            body = f.read()
        h.update(b"%s %d\n" % (os.path.relpath(path, DATA).encode(),
                               len(body)))
        h.update(body)
    return "sha256:" + h.hexdigest()


def write_version(pins):
    iam = "%s+%s" % (pins["iam-data"].version,
                     pins["iam-data-old"].version)
    lines = [
        ("botocore", pins["botocore"].version,
         digest("botocore", "enums.tsv", "partitions.tsv")),
        ("boto3", pins["boto3"].version, digest("boto3")),
        ("iam-data", iam, digest("iam")),
        ("all", "-", digest("botocore", "boto3", "enums.tsv", "iam",
                            "partitions.tsv", "services.tsv")),
    ]
    with open(os.path.join(DATA, "VERSION"), "w", encoding="utf-8") as f:
        for line in lines:
            f.write(" ".join(line) + "\n")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--from", dest="given")
    parser.add_argument("--work", default=os.path.join(
        os.path.dirname(DATA), "build", "refresh"))
    args = parser.parse_args()

    pins = sources.pins()
    roots = sources.open_all(args.work, args.given)
    botocore = Botocore(roots["botocore"])
    new = iam_tables.Source(roots["iam-data"])
    old = iam_tables.Source(roots["iam-data-old"])

    services = write_botocore(botocore)
    write_boto3(botocore, services, roots["boto3"])
    write_iam(new, old, pins)
    rows = enum_tables.tables(services, os.path.join(DATA, "rules"))
    tsv.write(os.path.join(DATA, "enums.tsv"), rows,
              ["botocore enumerations that data/rules compare; " + MADE_BY])
    rows = partition_tables.tables(botocore)
    tsv.write(os.path.join(DATA, "partitions.tsv"), rows,
              ["botocore partitions; %s" % MADE_BY])
    rows = service_tables.tables(botocore, services, new)
    tsv.write(os.path.join(DATA, "services.tsv"), rows,
              ["botocore, iam-data, data/refresh/names.tsv; " + MADE_BY])
    write_version(pins)


if __name__ == "__main__":
    main()
