"""data/iam/<prefix>.tsv: actions, resource types and condition keys of every
IAM service prefix."""

import functools
import json
import os
import re

from tsv import row

ACCESS = {"Read": "R", "Write": "W", "List": "L", "Tagging": "T",
          "Permissions management": "P"}


def letters(access):
    """ "Permissions management, Write" becomes P,W."""
    return ",".join(sorted(ACCESS[a.strip()] for a in access.split(",")))


class Source:
    """One unpacked version of the package."""

    def __init__(self, root):
        self.data = os.path.join(root, "data")
        self.names = self.load("serviceNames.json")

    @functools.lru_cache(maxsize=None)
    def load(self, *path):
        full = os.path.join(self.data, *path)
        if not os.path.exists(full):
            return {}
        with open(full, encoding="utf-8") as f:
            return json.load(f)

    def exists(self, action):
        """Is "prefix:Name" an action?"""
        prefix, _, name = action.partition(":")
        return name.lower() in self.actions(prefix)

    def prefixes(self):
        return sorted(self.load("services.json"))

    def actions(self, prefix):
        return self.load("actions", prefix + ".json")

    def resources(self, prefix):
        return self.load("resourceTypes", prefix + ".json")

    def condition_keys(self, prefix):
        return self.load("conditionKeys", prefix + ".json")


def listed(items):
    for item in items:
        if "," in item:
            raise ValueError("comma in list item %r" % item)
    return ",".join(sorted(set(items)))


def dependents(source, new, old):
    """Dependent actions: of the newest data, else those of the older data
    that still exist."""
    return new["dependentActions"] or [
        a for a in (old or {}).get("dependentActions", [])
        if source.exists(a)]


def formats(arn):
    """Several ARN formats stand side by side, parted by a blank."""
    found = [a.strip() for a in re.split(r",\s*(?=arn:)", arn)]
    if any(" " in a for a in found):
        raise ValueError("blank in ARN %r" % arn)
    return " ".join(found)


def tables(new, old, prefix):
    """Rows of one prefix."""
    rows = [row("iamservice", new.names.get(prefix, ""))]
    before = old.actions(prefix)
    for key, action in new.actions(prefix).items():
        was = before.get(key)
        name = action["name"]
        rows.append(row("action", name, letters(action["accessLevel"]),
                        listed(action["conditionKeys"]),
                        listed(dependents(new, action, was))))
        old_types = {r["name"]: r for r in (was or {}).get(
            "resourceTypes", [])}
        for kind in action["resourceTypes"]:
            was_kind = old_types.get(kind["name"])
            rows.append(row("actionres", name, kind["name"],
                            "r" if kind["required"] else "",
                            listed(kind["conditionKeys"]),
                            listed(dependents(new, kind, was_kind))))
    for resource in new.resources(prefix).values():
        rows.append(row("resource", resource["key"],
                        formats(resource["arn"]),
                        listed(resource.get("conditionKeys", []))))
    for key in new.condition_keys(prefix).values():
        rows.append(row("condkey", key["key"], key["type"]))
    return rows
