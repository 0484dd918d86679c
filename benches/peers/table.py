"""The peers' times beside this project's, from what both wrote.

Usage: table.py PEERS_JSON CRITERION_DIR [n ...]. Medians in milliseconds, and the best peer's time over ours.
"""

import json
import os
import sys


def ours(folder, n):
    path = os.path.join(folder, "spectrum", str(n), "new", "estimates.json")
    with open(path) as file:
        return json.load(file)["median"]["point_estimate"] / 1e6


def main(peers, folder, *sizes):
    with open(peers) as file:
        rows = json.load(file)["sizes"]
    print(f"{'n':>4}{'contexture':>12}{'best peer':>12}{'ratio':>8}  which")
    for row in rows:
        if sizes and str(row["n"]) not in sizes:
            continue
        name, best = min(row["totals_ms"].items(), key=lambda item: item[1])
        mine = ours(folder, row["n"])
        print(f"{row['n']:>4}{mine:>12.2f}{best:>12.2f}{best / mine:>8.1f}  {name}")


main(*sys.argv[1:])
