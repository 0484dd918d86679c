#!/bin/sh
# Whether the two checkers say the same of some thousand forged certificates. CONTEXTURE_FUZZ=N tries N/10 of them.
set -eu
cd "$(dirname "$0")/.."
forged=$(mktemp -d)
trap 'rm -rf "$forged"' EXIT
CONTEXTURE_FORGERIES=$forged cargo test --locked --quiet --test suite fuzz::forgeries >/dev/null
python3 proofs/agree.py "$forged"
