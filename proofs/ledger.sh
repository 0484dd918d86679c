#!/bin/sh
# Writes one line a proved claim: its id, the theorem, the file, the axioms that `Print Assumptions` names.
# Reads what `make` left in */*/proof.axioms.
set -eu
cd "$(dirname "$0")"
for file in */*/proof.v; do
    folder=${file%/proof.v}
    theorem=$(sed -n 's/^Print Assumptions \([A-Za-z0-9_]*\)\.$/\1/p' "$file")
    # The answer is "Closed under the global context", or "Axioms:" and a line "name : type" for each.
    axioms=$(sed -n '/^Axioms:$/,$p' "$folder/proof.axioms" | sed -n 's/^\([A-Za-z0-9_.]*\) :.*/\1/p' | paste -sd, -)
    grep -q '^Closed under the global context$' "$folder/proof.axioms" && axioms=none
    printf '%s %s %s %s\n' "${folder#*/}" "$theorem" "proofs/$file" "${axioms:-unknown}"
done
