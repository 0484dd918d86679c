#!/bin/sh
# Breaks a copy of the proofs in each way that verify.sh must notice. Compile first: the copy keeps what is compiled.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0

# expect WANTED DESCRIPTION MESSAGE SHELL: runs SHELL in a fresh copy, then verify.sh, which must say MESSAGE.
expect() {
    rm -rf "$work/proofs"
    cp -a "$here" "$work/proofs"
    (cd "$work/proofs" && eval "$4")
    if "$here/verify.sh" "$work/proofs" > "$work/log" 2>&1; then got=pass; else got=fail; fi
    if [ "$got" = "$1" ] && { [ -z "$3" ] || grep -q -e "$3" "$work/log"; }; then
        echo "ok: $2"
    else
        echo "NOT OK: $2: $got, expected $1 and '$3'"
        cat "$work/log"
        status=1
    fi
}

proof=foundations/adjoint/proof.v
expect pass "the proofs as they are" "" ":"
expect pass "a comment may say Admitted" "" "sed -i '3i (* Not Admitted, (* no Axiom *) *)' $proof"
expect fail "a proof that does not compile" "does not compile" "sed -i 's/exact: expect_adjoint/exact: expect1/' $proof"
expect fail "a gap" "Admitted" "sed -i 's/^Proof. exact: expect_adjoint. Qed./Admitted./' $proof"
expect fail "a gap by tactic" "admit" "sed -i 's/exact: expect_adjoint. Qed/admit. Admitted/' $proof"
expect fail "an axiom" "Axiom" "sed -i 's/^Section Adjoint/Axiom cheat : False. Section Adjoint/' $proof"
expect fail "an axiom by another name" "rests on cheat" \
    "sed -i 's/^Section Adjoint/Hypothesis cheat : False. Section Adjoint/; s/exact: expect_adjoint/by case: cheat/' $proof"
expect fail "an axiom of the library" "rests on" \
    "sed -i 's/^Section Adjoint/From Coq Require Import Classical. Section Adjoint/; s/exact: expect_adjoint/by case: (classic True) => _; exact: expect_adjoint/' $proof"
expect fail "a statement that drifted" "statement.claim" "echo '# now it says more' >> foundations/adjoint/statement.claim"
expect fail "a proof without a statement" "statement.claim" "rm foundations/adjoint/statement.claim"
expect fail "a first line without the digest" "first line" "sed -i 1d $proof"
expect fail "another theorem than the claim's" "no Theorem adjoint" "sed -i 's/^Theorem adjoint/Theorem other/' $proof"
expect fail "assumptions of something else" "last line" "sed -i 's/^Print Assumptions adjoint/Print Assumptions eq_refl/' $proof"
expect fail "a stale ledger" "stale" "sed -i 1d LEDGER && touch -r theory/context.v LEDGER"
exit "$status"
