#!/bin/sh
# Writes one line a theorem: the claim's id, the theorem, the file, the axioms that `Print Assumptions` names. It is
# that the claim holds, or that it fails. Reads what `make` left in */*/proof.axioms and */*/negation.axioms.
set -eu
cd "$(dirname "$0")"
for file in */*/proof.v */*/negation.v; do
    folder=${file%/*}
    theorem=$(sed -n 's/^Print Assumptions \([A-Za-z0-9_]*\)\.$/\1/p' "$file")
    # The answer is "Closed under the global context", or "Axioms:" and a line "name : type" for each.
    axioms=$(sed -n '/^Axioms:$/,$p' "${file%.v}.axioms" | sed -n 's/^\([A-Za-z0-9_.]*\) :.*/\1/p' | paste -sd, -)
    grep -q '^Closed under the global context$' "${file%.v}.axioms" && axioms=none
    printf '%s %s %s %s\n' "${folder#*/}" "$theorem" "proofs/$file" "${axioms:-unknown}"
done
