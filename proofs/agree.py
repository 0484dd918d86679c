#!/usr/bin/env python3
"""Whether the two checkers say the same of forged certificates.

    CONTEXTURE_FORGERIES=DIR cargo test --test suite fuzz::forgeries
    python3 proofs/agree.py DIR

DIR has a folder for each statement, and `verdicts`: a line for each certificate, with what the checker in Rust says.
They have to agree on what is accepted. Each may bound its work in its own way; then it says so.
"""

import collections
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check  # noqa: E402


def answer(path):
    with open(os.path.join(os.path.dirname(path), "statement.claim"), "rb") as file:
        statement = file.read()
    with open(path, "rb") as file:
        certificate = file.read()
    try:
        check.check(statement, certificate)
        return "accepted", ""
    except check.Rejection as rejection:
        return rejection.reason, rejection.details


def main(folder):
    pairs, disputed = collections.Counter(), 0
    with open(os.path.join(folder, "verdicts"), encoding="utf-8") as file:
        lines = file.read().split("\n")[:-1]
    for line in lines:
        name, said = line.split("\t", 1)
        here, (there, details) = said.split(":")[0], answer(os.path.join(folder, name))
        pairs[here, there] += 1
        limits = "limit" in said or "limit" in details
        if "accepted" in (here, there) and here != there and not limits:
            disputed += 1
            print(f"{name}: one says {said}, the other {there}: {details}")
    for (here, there), count in sorted(pairs.items()):
        print(f"{count:6} {here}" + ("" if here == there else f" / {there}"))
    both = sum(pairs.values())
    print(f"{both} certificates, {pairs['accepted', 'accepted']} accepted by both, {disputed} disputed")
    return 0 if disputed == 0 and both else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
