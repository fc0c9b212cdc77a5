#!/usr/bin/env python3
"""Names that the AWS SDK for Java gives to methods and request classes, where no rule gives them: rows for data/sdk/java.tsv.

usage: java_names.py V2_BUNDLE.jar V1_BUNDLE.jar DATA_DIR

The jars are the Maven artifacts software.amazon.awssdk:bundle and com.amazonaws:aws-java-sdk-bundle. Printed: `$method` rows for operations whose
method has another name than the rule says, and on stderr the packages and classes that services.tsv does not have.
"""
import collections, os, re, subprocess, sys, zipfile


def tsv(path):
    with open(path, encoding='utf-8') as f:
        for line in f:
            if not line.startswith('#'):
                yield line.rstrip('\n').split('\t')


def methods(jar, classes):
    """Public methods of each class: {class: set(name)}."""
    out = collections.defaultdict(set)
    for i in range(0, len(classes), 60):
        text = subprocess.run(['javap', '-public', '-cp', jar, *classes[i:i + 60]], capture_output=True, text=True).stdout
        here = None
        for line in text.splitlines():
            m = re.match(r'.*\b(?:interface|class) ([\w.$]+)', line)
            if m and not line.startswith(' '):
                here = m.group(1)
                continue
            m = re.match(r'  .* (\w+)\((.*)\)', line)
            if m and here:
                out[here].add((m.group(1), m.group(2)))
    return out


def main():
    v2, v1, data = sys.argv[1:]
    services = [r for r in tsv(os.path.join(data, 'services.tsv')) if r[0] == 'svc']
    rows = set()
    for jar, which in ((v2, 2), (v1, 1)):
        names = {n[:-6].replace('/', '.') for n in zipfile.ZipFile(jar).namelist() if n.endswith('.class') and '$' not in n}
        want = {}
        for r in services:
            sid, pkg, cls, old = r[1], r[-3], r[-2], r[-1]
            if which == 2:
                c = 'software.amazon.awssdk.services.%s.%sClient' % (pkg, cls)
                if c not in names:
                    c = 'software.amazon.awssdk.services.%s.%sAsyncClient' % (pkg, cls)
            else:
                c = 'com.amazonaws.services.' + old
            if (which == 2 or old) and c not in names:
                print('no class', sid, c, file=sys.stderr)
            elif which == 2 or old:
                want[c] = sid
        if which == 2:
            known = set(want)
            for n in sorted(names):
                m = re.match(r'software\.amazon\.awssdk\.services\.((?:\w+\.)+)(\w+)Client$', n)
                if m and 'Async' not in m.group(2) and not m.group(2).startswith(('Default', 'Delegating')) and n not in known:
                    print('no service', n, file=sys.stderr)
        for c, found in sorted(methods(jar, sorted(want)).items()):
            if c not in want:
                continue
            sid = want[c]
            ops = {r[1] for r in tsv(os.path.join(data, 'botocore', sid + '.tsv')) if r[0] == 'operation'}
            lower = {o.lower(): o for o in ops}
            for name, args in sorted(found):
                m = re.search(r'\.model\.(\w+)Request\b', args)
                if not m or name.endswith('Paginator') or name.endswith('Async'):
                    continue
                op = lower.get(m.group(1).lower())
                if not op:
                    print('v%d no operation' % which, sid, name, m.group(1), file=sys.stderr)
                elif name[:1].upper() + name[1:] != op:
                    rows.add('sdk\t$method:%s.%s\toperation %s\tAWS SDK for Java %d.x classes' % (sid, name, op, which))
    for r in sorted(rows):
        print(r)


main()
