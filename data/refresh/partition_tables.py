"""data/partitions.tsv: partitions with DNS suffix and region pattern, and
the regions of each."""

from tsv import row


def tables(botocore):
    rows = []
    for part in botocore.load("partitions.json")["partitions"]:
        rows.append(row("partition", part["id"],
                        part["outputs"]["dnsSuffix"], part["regionRegex"]))
        for region in part["regions"]:
            rows.append(row("region", region, part["id"]))
    return rows
