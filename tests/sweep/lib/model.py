"""What the sweeps read of data/."""
import os, sys

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))


def rows(path):
    """The rows of a file of data/, split into columns."""
    with open(os.path.join(TOP, 'data', path), encoding='utf-8') as f:
        return [x.rstrip('\n').split('\t') for x in f if not x.startswith('#')]


def model(service):
    """Operations, paginated operations, and waiters as (name, operation)."""
    ops, pages, waits = [], [], []
    for r in rows(f'botocore/{service}.tsv'):
        if r[0] == 'operation':
            ops.append(r[1])
        elif r[0] == 'paginator':
            pages.append(r[1])
        elif r[0] == 'waiter':
            waits.append((r[1], r[3]))
    return ops, pages, waits
