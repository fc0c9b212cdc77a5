#!/usr/bin/env python3
"""Every operation, paginator and waiter of every service of the AWS SDKs for JavaScript resolves, in version 3 and 2.

usage: tests/sweep/javascript.py BINARY

One input a service is written from data/ (what the SDKs generate from the same models), all are given in one run,
and each call must come back with its service and operation, exactly once.
"""
import os, re, subprocess, sys, tempfile

from lib.model import model, rows


def lines(service, package, cls):
    """(operation, line of code) of one service; the first lines are imports."""
    pascal = lambda s: s[:1].upper() + s[1:]
    camel = lambda s: s[:1].lower() + s[1:]
    yield None, f'import * as m from "@aws-sdk/{package}";'
    yield None, f'const c = new m.{cls}Client({{}}), a = new m.{cls}({{}});'
    ops, pages, waits = model(service)
    for op in ops:
        yield op, f'c.send(new m.{pascal(op)}Command({{}}));'
        yield op, f'a.{camel(op)}({{}});'
        yield op, f'a.{camel(op)}();'
    for op in pages:
        yield op, f'm.paginate{pascal(op)}({{ client: c }}, {{}});'
    for name, op in waits:
        yield op, f'm.waitUntil{pascal(name)}({{ client: c, maxWaitTime: 9 }}, {{}});'


def main():
    want, total = {}, 0
    with tempfile.TemporaryDirectory() as tmp:
        for r in rows('services.tsv'):
            if r[0] != 'svc' or not r[5] or not r[6]:
                continue
            made = list(lines(r[1], r[5], r[6]))
            name = f'{r[1]}.js'
            with open(os.path.join(tmp, name), 'w') as f:
                f.write('\n'.join(x for _, x in made) + '\n')
            for i, (op, _) in enumerate(made):
                if op:
                    want[(name, i + 1)] = (r[1], op)
        out = subprocess.run([sys.argv[1], 'extract-sdk-calls', '--dump', 'calls', tmp], capture_output=True, text=True, check=True).stdout
        got = {}
        for line in out.splitlines():
            m = re.match(r'.*?([^/:]+\.js):(\d+):\d+ (\S+?):(\w+) ', line)
            got.setdefault((m.group(1), int(m.group(2))), []).append((m.group(3), m.group(4)))
    bad = [(k, v, got.get(k)) for k, v in sorted(want.items()) if got.get(k) != [v]]
    for k, v, g in bad[:20]:
        print('not resolved:', *k, *v, 'got', g)
    print(f'javascript: {len(want) - len(bad)} passed, {len(bad)} failed')
    return 1 if bad else 0


sys.exit(main())
