#!/bin/sh
# Writes one line a theorem: the claim's id, the theorem, the file, the axioms that it rests on. It is that the claim
# holds, or that it fails. Reads what `make compiled` left.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
set -- -w none -Q theory Contexture -Q refute Refute -Q negation Negation
for statement in */*/statement.v; do
    folder=${statement%/*}
    set -- "$@" -Q "$folder" "$(basename "$folder" | tr - _)"
done

# What they say and what all of them together rest on; if that is something, what each does.
./theorems.sh > "$work/theorems.v"
coqc "$@" "$work/theorems.v" > "$work/all"
if grep -q '^Closed under the global context$' "$work/all"; then
    yes none | head -n 1000 > "$work/axioms"
else
    ./theorems.sh each > "$work/each.v"
    # An answer is "Closed under the global context", or "Axioms:" and a line "name : type" for each.
    coqc "$@" "$work/each.v" | awk '
        function tell() { if (axioms != "") print axioms }
        /^Closed under the global context$/ { tell(); axioms = "none" }
        /^Axioms:$/ { tell(); axioms = "unknown" }
        /^[A-Za-z0-9_.]+ :/ { axioms = axioms == "unknown" ? $1 : axioms "," $1 }
        END { tell() }' > "$work/axioms"
fi
for file in */*/proof.v */*/negation.v; do
    folder=${file%/*} id=$(basename "${file%/*}")
    case $file in */proof.v) kind=stated ;; *) kind=fails ;; esac
    printf '%s %s proofs/%s\n' "$id" "$(echo "$id" | tr - _)_$kind" "$folder/${file##*/}"
done | paste -d' ' - "$work/axioms" | grep -v '^ '
