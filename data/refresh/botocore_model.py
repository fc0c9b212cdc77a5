"""Reading botocore's models from the unpacked package: newest API version,
SDK extras merged in, and botocore's own naming of methods and classes. The
rules are botocore's (loaders.py, __init__.py, utils.py), restated here; its
tables of exceptions are read from its source text, never imported."""

import ast
import copy
import gzip
import json
import os
import re

_FIRST_CAP = re.compile("(.)([A-Z][a-z]+)")
_END_CAP = re.compile("([a-z0-9])([A-Z])")
_PLURAL_ACRONYM = re.compile("[A-Z]{2,}s$")


def constant(path, name):
    """The literal that a Python file assigns to a module-level name."""
    with open(path, encoding="utf-8") as f:
        tree = ast.parse(f.read())
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
                isinstance(t, ast.Name) and t.id == name
                for t in node.targets):
            return ast.literal_eval(node.value)
    raise KeyError("%s has no %s" % (path, name))


def merge(base, extra):
    """Merge nested dicts in place, as botocore merges SDK extras."""
    for key, value in extra.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            merge(base[key], value)
        else:
            base[key] = copy.deepcopy(value)


class Service:
    """The models of one service."""

    def __init__(self, name, version, model, paginators, waiters):
        self.name, self.version, self.model = name, version, model
        self.meta = model["metadata"]
        self.shapes = model["shapes"]
        self.operations = model["operations"]
        self.paginators = paginators
        self.waiters = waiters

    @classmethod
    def from_rows(cls, name, rows):
        """A service that is given as the rows of its file, not as a model:
        what services.tsv needs of it."""
        head = next(r for r in rows if r[0] == "service")
        meta = {"serviceId": head[1], "signingName": head[2],
                "endpointPrefix": head[3], "serviceFullName": head[6]}
        model = {"metadata": meta, "shapes": {},
                 "operations": {r[1]: {} for r in rows
                                if r[0] == "operation"}}
        return cls(name, head[5], model, {}, {})


class Botocore:
    """The unpacked package."""

    def __init__(self, root):
        self.root = os.path.join(root, "botocore")
        self.data = os.path.join(self.root, "data")
        cache = constant(os.path.join(self.root, "__init__.py"),
                         "_xform_cache")
        self.special = {n: v for (n, sep), v in cache.items() if sep == "_"}
        self.class_names = constant(
            os.path.join(self.root, "service_module_names.py"),
            "SERVICE_MODULE_NAMES")
        self.service_aliases = constant(
            os.path.join(self.root, "utils.py"), "SERVICE_NAME_ALIASES")

    def method(self, name):
        """botocore's xform_name: CamelCase to the Python method name."""
        if "_" in name:
            return name
        if name in self.special:
            return self.special[name]
        m = _PLURAL_ACRONYM.search(name)
        if m:
            name = name[:m.start()] + "_" + m.group().lower()
        name = _FIRST_CAP.sub(r"\1_\2", name)
        return _END_CAP.sub(r"\1_\2", name).lower()

    def class_name(self, service_id):
        """botocore's get_service_module_name."""
        if service_id in self.class_names:
            return self.class_names[service_id]
        return re.sub(r"\W+", "", service_id)

    def load(self, path):
        full = os.path.join(self.data, path)
        if os.path.exists(full + ".gz"):
            with gzip.open(full + ".gz", "rb") as f:
                return json.load(f)
        if os.path.exists(full):
            with open(full, "rb") as f:
                return json.load(f)
        return None

    def versions(self, service, kind):
        top = os.path.join(self.data, service)
        return sorted(
            v for v in os.listdir(top)
            if any(os.path.exists(os.path.join(top, v, kind + e))
                   for e in (".json", ".json.gz")))

    def load_newest(self, service, kind, version=None):
        """A model of a kind with its extras, or None."""
        if version is None:
            found = self.versions(service, kind)
            if not found:
                return None, None
            version = found[-1]
        stem = "%s/%s/%s" % (service, version, kind)
        model = self.load(stem + ".json")
        if model is None:
            return version, None
        extra = self.load(stem + ".sdk-extras.json")
        if extra and "merge" in extra:
            merge(model, extra["merge"])
        return version, model

    def names(self):
        return sorted(
            d for d in os.listdir(self.data)
            if os.path.isdir(os.path.join(self.data, d))
            and self.versions(d, "service-2"))

    def service(self, name):
        version, model = self.load_newest(name, "service-2")
        _, pag = self.load_newest(name, "paginators-1", version)
        _, wait = self.load_newest(name, "waiters-2", version)
        return Service(name, version, model,
                       (pag or {}).get("pagination", {}),
                       (wait or {}).get("waiters", {}))
