"""data/iam/<prefix>.tsv: actions, resource types and condition keys of every
IAM service prefix."""

import json
import os

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

    def load(self, *path):
        full = os.path.join(self.data, *path)
        if not os.path.exists(full):
            return {}
        with open(full, encoding="utf-8") as f:
            return json.load(f)

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


def dependents(new, old):
    """Dependent actions: of the newest data, else of the older data."""
    return (new or {}).get("dependentActions") or \
        (old or {}).get("dependentActions") or []


def tables(new, old, prefix):
    """Rows of one prefix."""
    rows = [row("iamservice", new.names.get(prefix, ""))]
    before = old.actions(prefix)
    for key, action in new.actions(prefix).items():
        was = before.get(key)
        name = action["name"]
        rows.append(row("action", name, letters(action["accessLevel"]),
                        listed(action["conditionKeys"]),
                        listed(dependents(action, was))))
        old_types = {r["name"]: r for r in (was or {}).get(
            "resourceTypes", [])}
        for kind in action["resourceTypes"]:
            was_kind = old_types.get(kind["name"])
            rows.append(row("actionres", name, kind["name"],
                            "r" if kind["required"] else "",
                            listed(kind["conditionKeys"]),
                            listed(dependents(kind, was_kind))))
    for resource in new.resources(prefix).values():
        rows.append(row("resource", resource["key"], resource["arn"],
                        listed(resource.get("conditionKeys", []))))
    for key in new.condition_keys(prefix).values():
        rows.append(row("condkey", key["key"], key["type"]))
    return rows
