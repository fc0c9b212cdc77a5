"""The pinned packages: fetched by their registry's own client, checked,
unpacked. Nothing of them is ever imported or run; they are only read."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

import tsv

HERE = os.path.dirname(os.path.abspath(__file__))


class Pin:
    def __init__(self, name, kind, package, version, sha256):
        self.name, self.kind, self.package = name, kind, package
        self.version, self.sha256 = version, sha256

    @property
    def archive(self):
        if self.kind == "pypi":
            return "%s-%s-py3-none-any.whl" % (self.package, self.version)
        flat = self.package.replace("@", "").replace("/", "-")
        return "%s-%s.tgz" % (flat, self.version)

    @property
    def folder(self):
        return "%s-%s" % (self.name, self.version)


def pins():
    return {p[0]: Pin(*p) for p in tsv.read(os.path.join(HERE, "pins"))}


def download(pin, work):
    """Fetch one archive into the work folder with pip or npm."""
    if pin.kind == "pypi":
        cmd = [sys.executable, "-m", "pip", "-q", "download", "--no-deps",
               "--only-binary=:all:", "-d", work,
               "%s==%s" % (pin.package, pin.version)]
        subprocess.run(cmd, check=True)
    else:
        cmd = ["npm", "pack", "--silent",
               "%s@%s" % (pin.package, pin.version)]
        subprocess.run(cmd, check=True, cwd=work, stdout=subprocess.DEVNULL)


def check_archive(pin, path):
    with open(path, "rb") as f:
        digest = hashlib.sha256(f.read()).hexdigest()
    if digest != pin.sha256:
        sys.exit("%s: sha256 is %s, pinned is %s"
                 % (path, digest, pin.sha256))


def unpack(pin, path, work):
    out = os.path.join(work, pin.folder)
    shutil.rmtree(out, ignore_errors=True)
    tmp = out + ".part"
    shutil.rmtree(tmp, ignore_errors=True)
    if pin.kind == "pypi":
        with zipfile.ZipFile(path) as z:
            z.extractall(tmp)
        src = tmp
    else:
        with tarfile.open(path) as t:
            try:
                t.extractall(tmp, filter="data")
            except TypeError:           # Python without extraction filters
                t.extractall(tmp)
        src = os.path.join(tmp, "package")
    os.rename(src, out)
    shutil.rmtree(tmp, ignore_errors=True)
    return out


def version_of(pin, root):
    """The version that the unpacked package says it has."""
    if pin.kind == "pypi":
        path = os.path.join(root, pin.package, "__init__.py")
        with open(path, encoding="utf-8") as f:
            m = re.search(r"^__version__ = '([^']+)'", f.read(), re.M)
        return m.group(1) if m else "?"
    with open(os.path.join(root, "package.json"), encoding="utf-8") as f:
        return json.load(f)["version"]


def locate(pin, work, given):
    """Folder of the unpacked package: from --from DIR, the work folder, or
    the registry, in this order."""
    for place in [d for d in (given, work) if d]:
        path = os.path.join(place, pin.archive)
        if os.path.exists(path):
            check_archive(pin, path)
            return unpack(pin, path, work)
        path = os.path.join(place, pin.folder)
        if os.path.isdir(path):
            return path
    if given:
        sys.exit("%s holds neither %s nor %s/"
                 % (given, pin.archive, pin.folder))
    download(pin, work)
    path = os.path.join(work, pin.archive)
    check_archive(pin, path)
    return unpack(pin, path, work)


def open_all(work, given):
    """Name → folder of every pinned package, versions checked."""
    os.makedirs(work, exist_ok=True)
    out = {}
    for name, pin in pins().items():
        root = locate(pin, work, given)
        found = version_of(pin, root)
        if found != pin.version:
            sys.exit("%s: version is %s, pinned is %s"
                     % (root, found, pin.version))
        out[name] = root
    return out
