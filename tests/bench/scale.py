#!/usr/bin/env python3
"""Doubling series (series.py): how time and memory grow with the input. Prints for each series the exponents of time and memory, that is
the slope of a line through the logarithms of its last sizes; ends with status 1 when one of them is above LIMIT.

usage: scale.py [-v] MEASURE PROGRAM [SERIES-OR-LANGUAGE...]     (make bench-scale builds MEASURE from measure.c)

N is doubled until a project takes ENOUGH of a processor (or the series is at its largest N, or the project at MOST bytes); the exponent is
that of the last four sizes. Smaller ones say little: the program itself takes 2 ms, a first call of an SDK some more, and until memory is
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
ENOUGH = 0.3      # seconds
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
    """A project of a series: its size in N and bytes, what it takes in seconds and MB."""
    def __init__(self, make, n, empty, first):
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
            if got and not first:
                t, mem = got
                runs = 2 if t > ENOUGH / 2 else 5
                again = measured(tmp, runs)
                got = (min(t, again[0]), mem) if again else got
        self.seconds = max(got[0] - empty[0], 1e-4) if got else TOO_LONG
        self.mb = max(got[1] - empty[1], 0.1) if got else 0.1
        self.ended = got is not None


def run(name, empty):
    n, make, most = SERIES[name]
    sizes = []
    size = Size(make, n, empty, True)
    while size.ended and size.seconds < ENOUGH / 16 and not (most and n * 16 > most) and size.bytes * 16 < MOST:
        n *= 4 # far away
        size = Size(make, n, empty, True)
    while True:
        size = Size(make, n, empty, False)
        sizes.append(size)
        n *= 2
        if not size.ended or len(sizes) >= LAST and size.seconds > ENOUGH or most and n > most or size.bytes * 2 > MOST or size.seconds > 6:
            break
    last = sizes[-LAST:]
    e = exponent([x.bytes for x in last], [x.seconds for x in last]) if last[-1].seconds > TOO_SHORT else 0.0
    em = exponent([x.bytes for x in last], [x.mb for x in last])
    bad = not last[-1].ended or e > LIMIT or (em > LIMIT and last[-1].mb > 64)
    print(f'{name:62} {e:5.2f} {em:6.2f} {last[-1].n:9} {last[-1].bytes / 1e6:6.2f} MB {last[-1].seconds:7.3f} s {last[-1].mb:6.0f} MB'
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
