#!/bin/sh
# Writes the file that looks from outside at what the theorems say, where nothing in a proof can give a word another
# meaning, and asks what all of them rest on.
set -eu
cd "$(dirname "$0")"
echo "From mathcomp Require Import all_ssreflect all_algebra."
echo "From Contexture Require Import trained."
all= last=I
for file in */*/proof.v */*/negation.v; do
    module=$(basename "${file%/*}" | tr - _)
    case $file in
        */proof.v) theorem=${module}_stated found=$module.proof.$theorem said=$module.statement.statement ;;
        *) theorem=${module}_fails found=$module.negation.$theorem said="~ $module.statement.statement" ;;
    esac
    echo "Require $module.statement ${found%.*}."
    if grep -q '^Definition statement (R : rcfType) (E : exponential R) : Prop :=$' "${file%/*}/statement.v"; then
        said=" (E : exponential R), Num.archimedean_axiom R -> $said E"
    else
        said=", $said R"
    fi
    echo "Definition $theorem : forall (R : rcfType)$said := $found."
    all="$all$(printf '\nDefinition of_%s := conj %s %s.' "$theorem" "$theorem" "$last")"
    last=of_$theorem
done
printf '%s\nPrint Assumptions %s.\n' "$all" "$last"
