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

# What they say and what all of them together rest on: then each line has it. Asking one after the other takes minutes.
./theorems.sh > "$work/theorems.v"
coqc "$@" "$work/theorems.v" > "$work/answer"
if grep -q '^Closed under the global context$' "$work/answer"; then
    axioms=none
else
    # "Axioms:" and a line "name : type" for each.
    axioms=$(sed -n 's/^\([A-Za-z0-9_.]*\) :.*/\1/p' "$work/answer" | paste -sd, -)
fi
for file in */*/proof.v */*/negation.v; do
    id=$(basename "${file%/*}")
    case $file in */proof.v) kind=stated ;; *) kind=fails ;; esac
    printf '%s %s proofs/%s %s\n' "$id" "$(echo "$id" | tr - _)_$kind" "$file" "${axioms:-unknown}"
done
