"""data/services.tsv: for every botocore service its IAM prefixes and its
name in each SDK, and every other name that it goes by.

Names follow each SDK's naming rule for the model's serviceId; what departs
from a rule stands in names.tsv with its source.
"""

import os
import re
import sys

import tsv
from tsv import row

HERE = os.path.dirname(os.path.abspath(__file__))
COLUMNS = ("prefixes", "mypy", "class", "jsv3", "jsclass", "gov2", "gov1",
           "javav2", "javaclass", "javav1")
COVERED = 0.8           # below this share a look at the prefixes is due


def norm(name):
    """The form in which aliases are compared."""
    return re.sub("[^a-z0-9]", "", name.lower())


def upper_first(text):
    return text[:1].upper() + text[1:]


def java_words(text):
    """Words of a name, as the Java SDK 2 splits them."""
    text = re.sub("[^A-Za-z0-9]+", " ", text)
    text = re.sub("([^a-z]{2,})v([0-9]+)", r"\1 v\2 ", text)
    text = re.sub("([^A-Z]{2,})V([0-9]+)", r"\1 V\2 ", text)
    text = re.sub("(?<=[a-z])(?=[A-Z]([a-zA-Z]|[0-9]))", " ", text)
    text = re.sub("([A-Z]+)([A-Z][a-z])", r"\1 \2", text)
    text = re.sub("([0-9])([a-zA-Z])", r"\1 \2", text)
    return text.split()


def java_class(service_id):
    """Java SDK 2: client class without "Client"."""
    name = "".join(w.lower().capitalize() for w in java_words(service_id))
    for lead in ("Amazon", "Aws"):
        if name.startswith(lead) and name != lead:
            name = name[len(lead):]
    if name.endswith("Service") and name != "Service":
        name = name[:-len("Service")]
    return name


def js_class(service_id):
    """JavaScript SDK 3: client class without "Client"."""
    return "".join(upper_first(w) for w in service_id.split(" "))


class Names:
    """The hand-kept names.tsv: kind, service, value, source."""

    def __init__(self, services):
        self.by = {}
        self.aliases = []
        self.other = []
        for kind, service, value, source in tsv.read(
                os.path.join(HERE, "names.tsv")):
            if service not in services:
                sys.exit("names.tsv: no service %s" % service)
            if not source:
                sys.exit("names.tsv: %s %s has no source" % (kind, service))
            if kind.startswith("other:"):
                if kind[len("other:"):] not in COLUMNS:
                    sys.exit("names.tsv: unknown kind %s" % kind)
                self.other.append((kind[len("other:"):], value, service))
            elif kind == "alias":
                self.aliases.append((norm(value), service))
            elif kind in COLUMNS:
                self.by[kind, service] = value
            else:
                sys.exit("names.tsv: unknown kind %s" % kind)

    def get(self, kind, service, default):
        return self.by.get((kind, service), default)


def derived_prefix(service, actions):
    """The IAM prefix that is one of the service's own names."""
    meta = service.meta
    for name in (meta.get("signingName", ""), meta["endpointPrefix"],
                 service.name, meta.get("serviceId", "")):
        if name in actions:
            return name
        for prefix in sorted(actions):
            if name and norm(prefix) == norm(name):
                return prefix
    return ""


def coverage(service, prefixes, actions):
    """How many operations have an action of their own name."""
    every = set()
    for prefix in prefixes:
        every |= actions[prefix]
    return sum(1 for op in service.operations if op in every)


def check_prefixes(service, prefixes, actions):
    """Stop on a prefix that does not exist or adds no operation."""
    seen = set()
    for i, prefix in enumerate(prefixes):
        if prefix not in actions:
            sys.exit("names.tsv: no IAM prefix %s" % prefix)
        new = set(service.operations) & actions[prefix]
        if i > 0 and new <= seen:
            sys.exit("names.tsv: %s adds nothing to %s"
                     % (prefix, service.name))
        seen |= new


def columns(botocore, service, names, actions):
    """The row of one service, as a dict."""
    sid = service.meta["serviceId"]
    flat = re.sub("[^a-z0-9]", "", sid.lower())
    java = java_class(sid)
    rule = {
        "prefixes": derived_prefix(service, actions),
        "mypy": service.name.replace("-", "_"),
        "class": upper_first(botocore.class_name(sid)),
        "jsv3": "client-" + sid.lower().replace(" ", "-"),
        "jsclass": js_class(sid),
        "gov2": flat,
        "gov1": "",
        "javav2": java.lower(),
        "javaclass": java,
        "javav1": "",
    }
    return {c: names.get(c, service.name, rule[c]) for c in COLUMNS}


def owner(claims, key, services):
    """The one service that a shared name stands for, or none."""
    found = claims[key]
    if len(found) == 1:
        return next(iter(found))
    for service in sorted(found):
        if norm(service) == key:
            return service
    return None


def aliases(botocore, services, table, names):
    """Alias → service. Names are taken in order of strength; a weaker one
    never moves an alias, and one that two services share is left out unless
    names.tsv settles it."""
    out = {}

    def settle(pairs):
        claims = {}
        for key, service in pairs:
            if key and key not in out:
                claims.setdefault(key, set()).add(service)
        for key in claims:
            service = owner(claims, key, services)
            if service:
                out[key] = service

    def each(function):
        return [(norm(x), s) for s in services for x in function(s) if x]

    settle(each(lambda s: [s]))
    settle(names.aliases)
    settle([(norm(k), v) for k, v in botocore.service_aliases.items()])
    settle(each(lambda s: [services[s].meta["serviceId"]]))
    settle(each(lambda s: [table[s]["jsv3"]]))
    settle(each(lambda s: [table[s][c] for c in (
        "class", "jsclass", "gov2", "gov1", "javav2", "javaclass")]))
    settle(each(lambda s: [table[s]["javav1"].split(".")[-1]]))
    settle(each(lambda s: [services[s].meta.get("signingName", "")]))
    settle(each(lambda s: [services[s].meta["endpointPrefix"]]))
    settle(each(lambda s: table[s]["prefixes"].split(",")[:1]))
    settle(each(lambda s: [services[s].meta.get("serviceAbbreviation", "")]))
    settle(each(lambda s: [services[s].meta.get("serviceFullName", "")]))
    settle(each(lambda s: [re.sub("^(Amazon|AWS) ", "", services[s].meta.get(
        "serviceFullName", ""))]))
    return out


def all_actions(iam):
    """IAM prefix → names of its actions: of the package, and those that
    data/iamnew adds by hand."""
    out = {p: {a["name"] for a in iam.actions(p).values()}
           for p in iam.prefixes()}
    top = os.path.join(os.path.dirname(HERE), "iamnew")
    for file in sorted(os.listdir(top)) if os.path.isdir(top) else []:
        if file.endswith(".tsv"):
            found = out.setdefault(file[:-len(".tsv")], set())
            found |= {r[1] for r in tsv.read(os.path.join(top, file))
                      if r[0] == "action"}
    return out


def tables(botocore, services, iam):
    actions = all_actions(iam)
    names = Names(services)
    table, rows, low, taken = {}, [], [], {}
    for name, service in services.items():
        table[name] = columns(botocore, service, names, actions)
        for column in COLUMNS[1:]:
            key = column, table[name][column]
            if key[1] and taken.setdefault(key, name) != name:
                sys.exit("names.tsv: %s of %s and %s is the same: %s"
                         % (column, name, taken[key], key[1]))
        prefixes = [p for p in table[name]["prefixes"].split(",") if p]
        check_prefixes(service, prefixes, actions)
        have = coverage(service, prefixes, actions)
        if have < COVERED * len(service.operations):
            low.append("%s %s %d/%d" % (name, ",".join(prefixes) or "none",
                                        have, len(service.operations)))
        rows.append(row("svc", name, *(table[name][c] for c in COLUMNS)))
    found = aliases(botocore, services, table, names)
    rows += [row("svcother", *o) for o in names.other]
    rows += [row("svcalias", a, s) for a, s in found.items()]
    print("services: %d, aliases: %d" % (len(services), len(found)))
    print("under %d %% of operations named as actions: %s"
          % (COVERED * 100, "; ".join(low)))
    return rows
