#!/usr/bin/env python3
"""Doubling series (series.py): how time and memory grow with the input. Prints for each series the exponents of time and memory, that is
the slope of a line through the logarithms of its last sizes; ends with status 1 when one of them is above LIMIT.

usage: scale.py [-v] MEASURE PROGRAM [SERIES-OR-LANGUAGE...]     (make bench-scale builds MEASURE from measure.c)

N is doubled until a project takes ENOUGH of a processor (or is at MOST bytes), or up to the series' largest N where it has one; the exponent
is that of the last four sizes, measured again where it is above the limit. Smaller ones say little: the program itself takes 2 ms, a first call of an SDK some more, and until memory is
larger than the caches each byte gets dearer. The time is that of the processor (user and system), the best of several, less what an empty
project takes. -v shows each size.
"""
import math
import os
import subprocess
import sys
import tempfile

from series import SERIES

LIMIT = 1.1
ENOUGH = 0.15     # seconds
TOO_LONG = 20
TOO_SHORT = 0.02  # differences below are noise
LAST = 4          # sizes that the line goes through
MOST = 120 << 20   # bytes
ARGS = [a for a in sys.argv[1:] if a != '-v']
VERBOSE = '-v' in sys.argv[1:]
MEASURE, PROGRAM = os.path.abspath(ARGS[0]), os.path.abspath(ARGS[1])


def measured(folder, runs=1):
    """Seconds and MB; None: too long."""
    try:
        p = subprocess.run([MEASURE, '-c', str(runs), PROGRAM, 'generate-policies', folder, '-j', '1', '-W', 'never'], capture_output=True,
                           text=True, timeout=TOO_LONG * runs)
    except subprocess.TimeoutExpired:
        return None
    if p.returncode:
        raise SystemExit(f'{folder}: {p.stderr.strip()}')
    t, kib = p.stdout.split()
    return float(t), int(kib) / 1024


def exponent(xs, ys):
    """Slope of a line through the logarithms."""
    if len(xs) < 2:
        return 0.0
    lx, ly = [math.log(x) for x in xs], [math.log(y) for y in ys]
    mx, my = sum(lx) / len(lx), sum(ly) / len(ly)
    return sum((x - mx) * (y - my) for x, y in zip(lx, ly)) / sum((x - mx) ** 2 for x in lx)


class Size:
    """A project of a series: its size in N and bytes, what it takes in seconds and MB; runs: how often at most it is measured."""
    def __init__(self, make, n, empty, runs):
        self.n, self.bytes = n, 0
        with tempfile.TemporaryDirectory() as tmp:
            def put(path, text):
                path = os.path.join(tmp, path)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, 'w', encoding='utf-8') as out:
                    out.write(text)
                self.bytes += len(text)
            make(put, n)
            got = measured(tmp)
            if got and runs > 1 and got[0] < 1:
                again = measured(tmp, min(runs, 2) if got[0] > ENOUGH / 2 else runs)
                got = (min(got[0], again[0]), got[1]) if again else got
        self.seconds = max(got[0] - empty[0], 1e-4) if got else TOO_LONG
        self.mb = max(got[1] - empty[1], 0.1) if got else 0.1
        self.ended = got is not None


def judge(sizes):
    """Exponents of time and memory, and whether one is above the limit."""
    last = sizes[-LAST:]
    e = exponent([x.bytes for x in last], [x.seconds for x in last]) if last[-1].seconds > TOO_SHORT else 0.0
    em = exponent([x.bytes for x in last], [x.mb for x in last])
    return e, em, not last[-1].ended or e > LIMIT or (em > LIMIT and last[-1].mb > 64)


def run(name, empty):
    n, make, most = SERIES[name]
    sizes = []
    size = Size(make, n, empty, 1)
    while size.ended and not most and size.seconds < ENOUGH / 16 and size.bytes * 16 < MOST:
        n *= 4 # far away
        size = Size(make, n, empty, 1)
    while True:
        size = Size(make, n, empty, 5)
        sizes.append(size)
        n *= 2
        enough = n > most if most else len(sizes) >= LAST and size.seconds > ENOUGH or size.bytes * 2 > MOST
        if not size.ended or enough or size.seconds > 6:
            break
    e, em, bad = judge(sizes)
    for _ in range(2): # what others on the machine lengthened
        if bad and size.ended:
            for x in sizes[-LAST:]:
                x.seconds = min(x.seconds, Size(make, x.n, empty, 5).seconds)
            e, em, bad = judge(sizes)
    last = sizes[-1]
    print(f'{name:62} {e:5.2f} {em:6.2f} {last.n:9} {last.bytes / 1e6:6.2f} MB {last.seconds:7.3f} s {last.mb:6.0f} MB'
          f'{"   ABOVE" if bad else ""}', flush=True)
    if VERBOSE:
        for x in sizes:
            print(f'    {x.n:9} {x.bytes / 1e6:8.3f} MB {x.seconds:7.4f} s {x.mb:6.1f} MB')
    return not bad


def main():
    with tempfile.TemporaryDirectory() as tmp:
        with open(os.path.join(tmp, 'empty.py'), 'w', encoding='utf-8') as out:
            out.write('x = 1\n')
        empty = measured(tmp, 9)
    print(f'{"series":62}  time memory   largest N')
    ok = True
    for name in SERIES:
        if not ARGS[2:] or any(w in name for w in ARGS[2:]):
            ok = run(name, empty) and ok
    return 0 if ok else 1


sys.exit(main())
