#!/usr/bin/env python3
"""Every operation, paginator and waiter of every service of the AWS SDK for Java resolves, in version 2 and 1.

usage: tests/sweep/java.py BINARY

One input a service is written from data/ (what the SDKs generate from the same models), all are given in one run,
and each call must come back with its service and operation, exactly once.
"""
import os, re, subprocess, sys, tempfile

from lib.model import model, rows


def camel(name):
    return name[:1].lower() + name[1:]


def v2_lines(ops, pages, waits):
    for op in ops:
        yield op, f'c.{camel(op)}(r -> r.toString());'
    for op in pages:
        yield op, f'c.{camel(op)}Paginator(r -> r.toString());'
    for name, op in waits:
        yield op, f'c.waiter().waitUntil{name}(r -> r.toString());'


def v1_lines(ops, pages, waits):
    for op in ops:
        yield op, f'c.{camel(op)}(request);'
    for name, op in waits:
        yield op, f'c.waiters().{camel(name)}().run(null);'


def main():
    want, total = {}, 0
    with tempfile.TemporaryDirectory() as tmp:
        for r in rows('services.tsv'):
            if r[0] != 'svc':
                continue
            service, v2, v2class, v1 = r[1], r[-3], r[-2], r[-1]
            parts = model(service)
            inputs = []
            if v2:
                inputs.append(('v2', f'software.amazon.awssdk.services.{v2}.{v2class}Client', v2_lines))
            if v1 and service != 's3': # written by hand in version 1
                inputs.append(('v1', f'com.amazonaws.services.{v1}', v1_lines))
            for version, cls, lines in inputs:
                name = f'{service}.{version}.java'
                made = list(lines(*parts))
                head = [f'import {cls};', 'class Sweep {', f'void sweep({cls.split(".")[-1]} c, Object request) {{']
                with open(os.path.join(tmp, name), 'w', encoding='utf-8') as f:
                    f.write('\n'.join(head + [x for _, x in made] + ['}', '}', '']))
                for i, (op, _) in enumerate(made):
                    want[(name, len(head) + 1 + i)] = f'{service}:{op}'
                total += len(made)
        out = subprocess.run([sys.argv[1], 'extract-sdk-calls', '--dump', 'calls', tmp], capture_output=True, text=True).stdout
    got = {}
    for line in out.splitlines():
        m = re.match(r'(?:.*/)?([^/:]+):(\d+):\d+ (\S+) ', line)
        if m:
            got.setdefault((m.group(1), int(m.group(2))), []).append(m.group(3))
    bad = [(k, v, got.get(k)) for k, v in sorted(want.items()) if got.get(k) != [v]]
    for k, v, g in bad[:40]:
        print(f'{k[0]}:{k[1]}: {v}: {g}')
    print(f'java: {total - len(bad)} of {total} calls resolve')
    return 1 if bad or not total else 0


sys.exit(main())
