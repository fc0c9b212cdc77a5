"""Writing the data files: sorted, unique, tab separated, one header line."""

import os


def cell(value):
    """Text of one column; refuses what would break the format."""
    text = "" if value is None else str(value)
    if any(c in text for c in "\t\n\r"):
        raise ValueError("tab or line break in a column: %r" % text)
    return text


def row(*columns):
    return "\t".join(cell(c) for c in columns)


def render(rows, header):
    """The bytes of a file: comment lines, then the rows in byte order."""
    rows = sorted(set(rows), key=lambda r: r.encode())
    head = "".join("# %s\n" % line for line in header)
    return (head + "".join(r + "\n" for r in rows)).encode()


def write(path, rows, header):
    """Write one file; returns the number of rows."""
    data = render(rows, header)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data)
    return len(set(rows))


def read(path):
    """Rows of a hand-kept file as lists of columns, without comments."""
    out = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                out.append(line.split("\t"))
    return out
