"""data/botocore/<service>.tsv: services, operations, the graph of input
shapes, paginators and waiters."""

import re

from tsv import row

def group_end(text):
    """Offset after the group that text starts with."""
    depth, in_set = 0, False
    for i, c in enumerate(text):
        if text[i - 1:i] == "\\":
            continue
        if in_set:
            in_set = c != "]"
        elif c == "[":
            in_set = True
        elif c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
            if depth == 0:
                return i + 1
    return len(text)


def branches(text):
    """The top-level alternatives of a regular expression."""
    out, start, i = [], 0, 0
    while i < len(text):
        c = text[i]
        if c == "\\":
            i += 1
        elif c == "(":
            i += group_end(text[i:]) - 1
        elif c == "[":
            i = max(text.find("]", i + 2), i)
        elif c == "|":
            out.append(text[start:i])
            start = i + 1
        i += 1
    out.append(text[start:])
    return out


def arn_pattern(pattern):
    """True when every string that matches, the empty one aside, begins
    with "arn". Not a regular expression engine: it walks alternatives and
    leading groups, and says no when in doubt."""
    found = False
    for branch in branches(pattern or ""):
        branch = branch.lstrip("^")
        if branch in ("", "$"):
            continue
        if branch.startswith("("):
            end = group_end(branch)
            inner = re.sub(r"^\?:", "", branch[1:end - 1])
            if branch[end:end + 1] in ("?", "*", "{"):
                return False
            if not arn_pattern(inner):
                return False
        elif not re.match(r"arn|\[aA\]rn", branch):
            return False
        found = True
    return found


def arn_name(name):
    return (name in ("arn", "arnType")
            or name.endswith(("Arn", "ARN", "_arn", "ArnType")))


def arn_list_name(name):
    return name == "arns" or name.endswith(("Arns", "ARNs", "_arns"))


def is_arn(service, member, target):
    """Is a member an ARN, or each element of a member that is a list?"""
    shape = service.shapes[target]
    named = arn_name(member) or arn_name(target)
    if shape["type"] == "list":
        element = shape["member"]["shape"]
        named = (arn_name(element) or arn_list_name(member)
                 or arn_list_name(target))
        shape = service.shapes[element]
    if shape["type"] != "string" or "enum" in shape:
        return False
    return named or arn_pattern(shape.get("pattern"))


def location(member):
    place = member.get("location")
    if place is None:
        return ""
    return "%s:%s" % (place, member.get("locationName", ""))


def member_flags(service, name, member, required):
    flags = ""
    if name in required:
        flags += "r"
    if is_arn(service, name, member["shape"]):
        flags += "a"
    if member.get("hostLabel"):
        flags += "h"
    if member.get("idempotencyToken"):
        flags += "i"
    if member.get("deprecated"):
        flags += "d"
    return flags


# Names under which botocore takes a member of an operation's input as well
# (_add_parameter_aliases in its handlers).
ALIASES = {
    "cloudsearchdomain": {"return": "returnFields"},
    "ec2": {"Filter": "Filters"},
    "logs": {"from": "fromTime"},
}


def aliases(service, shape):
    """Member -> other name, for an input shape."""
    if not any(op.get("input", {}).get("shape") == shape
               for op in service.operations.values()):
        return {}
    return ALIASES.get(service.name, {})


def shape_rows(service, name):
    """Rows of one shape, and the shapes that it refers to."""
    shape = service.shapes[name]
    kind = shape["type"]
    if kind == "structure":
        if shape.get("document"):
            kind = "document"
        rows = [row("shape", name, kind, "")]
        other = aliases(service, name)
        required = set(shape.get("required", ())) - set(other)
        refs = []
        for member, definition in shape.get("members", {}).items():
            target = definition["shape"]
            rows.append(row("member", name, member, target,
                            member_flags(service, member, definition,
                                         required),
                            location(definition)))
            if member in other:
                rows.append(row("member", name, other[member], target,
                                member_flags(service, other[member],
                                             definition, required),
                                location(definition)))
            refs.append(target)
        return rows, refs
    if kind == "list":
        of = shape["member"]["shape"]
        return [row("shape", name, kind, of)], [of]
    if kind == "map":
        of = shape["value"]["shape"]
        return [row("shape", name, kind, of)], [of]
    if shape.get("document"):
        kind = "document"
    return [row("shape", name, kind, "")], []


def no_auth(service, operation):
    auth = operation.get("auth")
    if auth is None and "authtype" not in operation:
        auth = service.meta.get("auth")
    if auth is not None:
        return list(auth) == ["smithy.api#noAuth"]
    return operation.get("authtype") == "none"


def event_stream(service, operation):
    shape = service.shapes.get(operation.get("input", {}).get("shape"), {})
    return any(service.shapes[m["shape"]].get("eventstream")
               for m in shape.get("members", {}).values())


def operation_row(botocore, service, name):
    op = service.operations[name]
    flags = ""
    if op.get("deprecated"):
        flags += "d"
    if no_auth(service, op):
        flags += "n"
    if event_stream(service, op):
        flags += "s"
    return row("operation", name, botocore.method(name),
               op.get("input", {}).get("shape", ""),
               op.get("http", {}).get("method", "POST"),
               op.get("http", {}).get("requestUri", "/"), flags)


def tables(botocore, service):
    """All rows of one service."""
    meta = service.meta
    rows = [row("service", meta.get("serviceId", ""),
                meta.get("signingName") or meta["endpointPrefix"],
                meta["endpointPrefix"], meta.get("protocol", ""),
                service.version, meta.get("serviceFullName", ""))]
    todo, seen = [], set()
    for name, op in service.operations.items():
        rows.append(operation_row(botocore, service, name))
        if "input" in op:
            todo.append(op["input"]["shape"])
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        new, refs = shape_rows(service, name)
        rows += new
        todo += refs
    for name in service.paginators:
        rows.append(row("paginator", name, botocore.method(name)))
    for name, waiter in service.waiters.items():
        rows.append(row("waiter", name, botocore.method(name),
                        waiter["operation"]))
    return rows
