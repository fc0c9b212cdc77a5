"""data/enums.tsv: values of the enumerations that rules compare arguments
with. SDKs give them names (types.ServerSideEncryptionAwsKms,
ServerSideEncryption.AWS_KMS), and the values tell what the names stand
for."""

import os
import re

import tsv
from tsv import row

COMPARES = re.compile(r"\b(?:eq|in|prefix|suffix|match|imatch)\(([\w.\[\]{}]+),")


def target(service, operation, path):
    """Shape that an argument path of an operation ends in, or None."""
    shape = service.operations[operation].get("input", {}).get("shape")
    for part in path.split("."):
        name, marks = re.match(r"(\w+)(.*)", part).groups()
        member = service.shapes.get(shape, {}).get("members", {}).get(name)
        if not member:
            return None
        shape = member["shape"]
        for mark in re.findall(r"\[\]|\{\}|\{keys\}", marks):
            model = service.shapes[shape]
            inner = {"[]": "member", "{}": "value", "{keys}": "key"}[mark]
            if inner not in model:
                return None
            shape = model[inner]["shape"]
    return shape


def tables(services, rules):
    """Rows; rules: the folder of the rule files."""
    rows = []
    for file in sorted(os.listdir(rules)):
        service = services.get(file[:-len(".tsv")])
        if service is None or not service.shapes:
            continue
        for line in tsv.read(os.path.join(rules, file)):
            if line[0] != "rule":
                continue
            some = ([line[1]] if line[1] != "*" else
                    sorted(service.operations))
            for path in COMPARES.findall(line[2]):
                for operation in some:
                    if operation not in service.operations:
                        continue
                    shape = target(service, operation, path)
                    model = service.shapes.get(shape, {})
                    rows += [row("enum", service.name, shape, value)
                             for value in model.get("enum", ())]
    return rows
