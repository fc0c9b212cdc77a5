"""data/boto3/<service>.tsv: the resource models, with every name as Python
code writes it. The naming, and what happens when two names collide, follow
boto3's resources/model.py."""

import json
import os

from tsv import row

SERVICE = "."           # the service resource: boto3.resource("s3")


class Names:
    """Python names of one resource's identifiers, actions, references…"""

    def __init__(self, botocore, definition, has, shape):
        self.method = botocore.method
        self.taken = {"meta"}
        self.renamed = {}
        if definition.get("load"):
            self.taken.add("load")
        for item in definition.get("identifiers", []):
            self.claim("identifier", self.method(item["name"]))
        for name in definition.get("actions", {}):
            self.claim("action", self.method(name))
        for name, item in has.items():
            if from_data(item):
                self.claim("reference", self.method(name))
            else:
                self.claim("subresource", name)
        for name in definition.get("hasMany", {}):
            self.claim("collection", self.method(name))
        for name in definition.get("waiters", {}):
            self.claim("waiter", self.method("WaitUntil" + name))
        for name in (shape or {}).get("members", {}):
            self.claim("attribute", self.method(name))

    def claim(self, category, name):
        if name in self.taken:
            other = "%s_%s" % (name, category)
            if other in self.taken:
                raise ValueError("no free name for %s %s" % (category, name))
            self.renamed[category, name] = other
            name = other
        self.taken.add(name)

    def get(self, category, name):
        return self.renamed.get((category, name), name)


def from_data(has_item):
    """A relation that needs the resource's own data is a reference (an
    attribute); the others are sub-resources (a constructor)."""
    return any(i["source"] == "data"
               for i in has_item["resource"].get("identifiers", []))


class Model:
    """The resource model of one service."""

    def __init__(self, botocore, service, model):
        self.botocore, self.service = botocore, service
        self.model = model
        self.types = model.get("resources", {})
        self.rows = []
        self.names = {}
        every = {SERVICE: model["service"]}
        every.update(self.types)
        self.every = every
        for name, definition in every.items():
            shape = service.shapes.get(definition.get("shape"))
            self.names[name] = Names(botocore, definition,
                                     self.has(name, definition), shape)

    def has(self, name, definition):
        """Related resources; the service resource has all types, by hand
        written relation or with all identifiers given by the caller."""
        own = definition.get("has", {})
        if name != SERVICE:
            return own
        out = {}
        for kind, target in self.types.items():
            found = [(n, d) for n, d in own.items()
                     if d.get("resource", {}).get("type") == kind]
            for n, d in found:
                out[n] = d
            if not found:
                out[kind] = {"resource": {"type": kind, "identifiers": [
                    {"target": i["name"], "source": "input"}
                    for i in target.get("identifiers", [])]}}
        return out

    def source(self, param):
        """Text of where a parameter or identifier comes from."""
        kind = param["source"]
        if kind == "identifier":
            return "id:" + self.botocore.method(param["name"])
        if kind == "data":
            return "data:" + param["path"]
        if kind == "response":
            return "response:" + param["path"]
        if kind == "requestParameter":
            return "req:" + param["path"]
        if kind == "input":
            return "input:" + self.botocore.method(param["target"])
        if kind == "string":
            return "str:" + param["value"]
        if kind in ("integer", "number"):
            return "num:%s" % param["value"]
        if kind == "boolean":
            return "bool:%s" % ("true" if param["value"] else "false")
        raise ValueError("unknown source %r" % kind)

    def params(self, request):
        return self.join((p["target"], p) for p in request.get("params", []))

    def identifiers(self, resource):
        return self.join((self.botocore.method(p["target"]), p)
                         for p in resource.get("identifiers", []))

    def positional(self, resource):
        """Identifiers of a sub-resource. boto3 hands them over by position:
        first those that the parent knows, then the caller's arguments."""
        given = resource.get("identifiers", [])
        given = [p for p in given if p["source"] != "input"] + \
            [p for p in given if p["source"] == "input"]
        target = self.types[resource["type"]].get("identifiers", [])
        if len(given) != len(target):
            raise ValueError("%s: identifiers differ" % resource["type"])
        out = []
        for ident, param in zip(target, given):
            if param["source"] == "input":
                param = {"source": "input", "target": ident["name"]}
            out.append((self.botocore.method(ident["name"]), param))
        return self.join(out)

    def join(self, pairs):
        out = []
        for target, param in pairs:
            text = "%s=%s" % (target, self.source(param))
            if any(c in text for c in ";()"):
                raise ValueError("cannot write %r" % text)
            out.append(text)
        return ";".join(out)

    def add(self, *columns):
        self.rows.append(row(*columns))

    def own(self, name, definition):
        """Identifiers of a resource: Python name → name of the attribute
        that is the same, or empty. (A member called like an identifier is
        no attribute.)"""
        names, method = self.names[name], self.botocore.method
        items = definition.get("identifiers", [])
        out = {names.get("identifier", method(i["name"])): "" for i in items}
        for item in items:
            member = method(item.get("memberName", ""))
            if member and member not in out:
                out[names.get("identifier", method(item["name"]))] = \
                    names.get("attribute", member)
        return out

    def rtype(self, name, definition):
        idents = ["%s=%s" % i if i[1] else i[0]
                  for i in self.own(name, definition).items()]
        load = definition.get("load", {}).get("request", {})
        self.add("rtype", name, ",".join(idents),
                 load.get("operation", ""), self.params(load))

    def actions(self, name, definition):
        for action, item in definition.get("actions", {}).items():
            request = item.get("request", {})
            returns, flags = "", ""
            if "resource" in item:
                resource = item["resource"]
                returns = "%s(%s)" % (resource["type"],
                                      self.identifiers(resource))
                if any("[]" in p.get("path", "")
                       for p in resource.get("identifiers", [])):
                    flags = "m"
            self.add("raction", name,
                     self.names[name].get("action",
                                          self.botocore.method(action)),
                     request.get("operation", ""), self.params(request),
                     returns, flags)

    def relations(self, name, definition):
        for relation, item in self.has(name, definition).items():
            resource = item["resource"]
            if from_data(item):
                text = self.names[name].get("reference",
                                            self.botocore.method(relation))
                identifiers = self.identifiers(resource)
            else:
                text = self.names[name].get("subresource", relation)
                identifiers = self.positional(resource)
            self.add("rhas", name, text, resource["type"], identifiers)

    def collections(self, name, definition):
        for collection, item in definition.get("hasMany", {}).items():
            text = self.names[name].get("collection",
                                        self.botocore.method(collection))
            request, resource = item["request"], item["resource"]
            self.add("rcollection", name, text, request["operation"],
                     self.params(request), resource["type"],
                     self.identifiers(resource))
            target = self.types[resource["type"]]
            for batch, action in target.get("batchActions", {}).items():
                request = action["request"]
                self.add("rbatch", name, text, self.botocore.method(batch),
                         request["operation"], self.params(request))

    def waiters(self, name, definition):
        for waiter, item in definition.get("waiters", {}).items():
            text = self.names[name].get(
                "waiter", self.botocore.method("WaitUntil" + waiter))
            self.add("rwaiter", name, text, item["waiterName"],
                     self.params(item))

    def attributes(self, name, definition):
        """Attributes whose access loads the resource: neither identifiers
        nor their aliases."""
        shape = self.service.shapes.get(definition.get("shape"))
        if not shape:
            return
        own = self.own(name, definition)
        skip = set(own) | set(own.values())
        for member in shape.get("members", {}):
            text = self.botocore.method(member)
            if text in own:
                continue
            text = self.names[name].get("attribute", text)
            if text not in skip:
                self.add("rattr", name, text)

    def tables(self):
        for name, definition in self.every.items():
            self.rtype(name, definition)
            self.actions(name, definition)
            self.relations(name, definition)
            self.collections(name, definition)
            self.waiters(name, definition)
            self.attributes(name, definition)
        return self.rows


def models(root):
    """(service, api version, resource model) of every modelled service."""
    top = os.path.join(root, "boto3", "data")
    for service in sorted(os.listdir(top)):
        folder = os.path.join(top, service)
        if not os.path.isdir(folder):
            continue
        found = [v for v in sorted(os.listdir(folder)) if os.path.exists(
            os.path.join(folder, v, "resources-1.json"))]
        if found:
            path = os.path.join(folder, found[-1], "resources-1.json")
            with open(path, encoding="utf-8") as f:
                yield service, found[-1], json.load(f)
