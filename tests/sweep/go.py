#!/usr/bin/env python3
"""Every operation, paginator and waiter of every service of the AWS SDK for Go resolves, in version 2 and 1.

usage: tests/sweep/go.py BINARY

One input a service is written from data/ (what the SDKs generate from the same models), all are given in one run,
and each call must come back with its service and operation, exactly once. Every package that the SDKs have
(go_packages.tsv) must be among them, or have a reason why it is not.
"""
import os, re, subprocess, sys, tempfile

from lib.model import model, rows

V2, V1 = 'github.com/aws/aws-sdk-go-v2/service/', 'github.com/aws/aws-sdk-go/service/'


def v2_lines(pkg, ops, pages, waits):
    for op in ops:
        yield op, f'c.{op}(ctx, &{pkg}.{op}Input{{}})'
    for op in pages:
        yield op, f'{pkg}.New{op}Paginator(c, &{pkg}.{op}Input{{}}).NextPage(ctx)'
    for name, op in waits:
        yield op, f'{pkg}.New{name}Waiter(c).Wait(ctx, &{pkg}.{op}Input{{}}, 0)'


def v1_lines(pkg, ops, pages, waits):
    for op in ops:
        yield op, f'c.{op}(&{pkg}.{op}Input{{}})'
        yield op, f'c.{op}WithContext(ctx, &{pkg}.{op}Input{{}})'
    for op in pages:
        yield op, f'c.{op}Pages(&{pkg}.{op}Input{{}}, nil)'
    for name, op in waits:
        yield op, f'c.WaitUntil{name}(&{pkg}.{op}Input{{}})'


def source(path, param, lines):
    text = ['package sweep', '', 'import (', '\t"context"', f'\t"{path}"', ')', '', f'func run(ctx context.Context, c {param}) {{']
    return '\n'.join(text + ['\t' + x for _, x in lines] + ['}', '']), len(text) + 1


def packages(known):
    """What go_packages.tsv and data/ do not agree on. known: (version, package)."""
    listed = {tuple(r[:2]): r[2] for r in rows('../tests/sweep/go_packages.tsv')}
    for key, why in sorted(listed.items()):
        if (key in known) == bool(why):
            yield '%s %s: %s' % (*key, 'known, but listed as ' + why if why else 'not in data/')


def main():
    known = {('v2', r[7]) for r in rows('services.tsv') if r[0] == 'svc'} | {('v1', r[8]) for r in rows('services.tsv') if r[0] == 'svc'}
    known |= {(r[1].replace('gov', 'v'), r[2]) for r in rows('services.tsv') if r[0] == 'svcother'}
    differ = list(packages(known))
    for x in differ:
        print(x)
    clients = {}                        # v1: package to client type
    for r in rows('sdk/go.tsv'):
        m = re.fullmatch(re.escape(V1) + r'(\w+)\.(\w+)', r[1])
        if m and r[2].startswith('type client:'):
            clients[m.group(1)] = '*' + m.group(1) + '.' + m.group(2)
    want, total = {}, 0
    with tempfile.TemporaryDirectory() as tmp:
        for r in rows('services.tsv'):
            if r[0] != 'svc':
                continue
            service, gov2, gov1 = r[1], r[7], r[8]
            parts = model(service)
            inputs = [('v2', gov2, V2, f'*{gov2}.Client', v2_lines), ('v1', gov1, V1, clients.get(gov1), v1_lines)]
            for version, pkg, base, client, make in inputs:
                if not pkg or not client:
                    continue
                lines = list(make(pkg, *parts))
                text, first = source(base + pkg, client, lines)
                name = f'{version}/{service}/x.go'
                os.makedirs(os.path.dirname(os.path.join(tmp, name)))
                with open(os.path.join(tmp, name), 'w') as f:
                    f.write(text)
                for i, (op, _) in enumerate(lines):
                    want[name, first + i] = (service, op)
        p = subprocess.run([os.path.abspath(sys.argv[1]), 'generate-policies', '--dump', 'calls', '.'], cwd=tmp, capture_output=True, text=True)
    got = {}
    for line in p.stdout.splitlines():
        m = re.match(r'(\S+?):(\d+):\d+ ([^ :]+):(\w+) exact ', line)
        if m:
            got.setdefault((m.group(1), int(m.group(2))), []).append((m.group(3), m.group(4)))
    bad = [(k, want.get(k), got.get(k)) for k in sorted(set(want) | set(got)) if got.get(k) != [want.get(k)]]
    for k, w, g in bad[:40]:
        print(f'{k[0]}:{k[1]}: wanted {w}, got {g}')
    print(f'Go: {len(want) - len([1 for b in bad if b[1]])} of {len(want)} calls resolve')
    sys.exit(1 if bad or differ or p.returncode else 0)


if __name__ == '__main__':
    main()
