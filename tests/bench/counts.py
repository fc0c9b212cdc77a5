#!/usr/bin/env python3
"""Instructions that each stage needs for the inputs of each language's golden cases, counted by callgrind: the regression table of README.md.

usage: counts.py STAGES     (make bench-counts builds STAGES from stages.c; about five minutes)

They say more than times when others use the machine, and differ little from one machine to the next with the same compiler.
"""
import os, re, subprocess, sys

STAGES = {'lex': 'lex_all', 'parse': 'parse_all_files', 'resolve': 'resolve_all', 'map': 'map_all'}
CASES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'cases')
EXTENSIONS = {'go': ('.go',), 'java': ('.java',), 'javascript': ('.js', '.ts', '.tsx', '.jsx', '.mjs', '.cjs'), 'python': ('.py',)}


def main():
    print('| language | KB of source | ' + ' | '.join(f'{s}, million' for s in STAGES) + ' |')
    print('|---|---|' + '---|' * len(STAGES))
    for lang, ends in EXTENSIONS.items():
        files = sorted(os.path.join(d, f) for d, _, fs in os.walk(os.path.join(CASES, lang)) for f in fs if f.endswith(ends))
        size = sum(os.path.getsize(f) for f in files)
        cells = []
        for function in STAGES.values():
            p = subprocess.run(['valgrind', '--tool=callgrind', f'--toggle-collect={function}*', '--callgrind-out-file=/dev/null', sys.argv[1], lang],
                               input='\n'.join(files), capture_output=True, text=True)
            n = re.search(r'Collected : (\d+)', p.stderr)
            cells.append(f'{int(n.group(1)) / 1e6:.1f}' if n else 'failed')
        print(f'| {lang} | {size / 1e3:.0f} | ' + ' | '.join(cells) + ' |')


main()
