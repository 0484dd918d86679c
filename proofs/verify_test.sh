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
expect fail "an axiom by another name" "rest on .*cheat" \
    "sed -i 's/^Section Adjoint/Hypothesis cheat : False. Section Adjoint/; s/exact: expect_adjoint/by case: cheat/' $proof"
expect fail "an axiom of the library" "theorems rest on" \
    "sed -i 's/^Section Adjoint/From Coq Require Import Classical. Section Adjoint/; s/exact: expect_adjoint/by case: (classic True) => _; exact: expect_adjoint/' $proof"
expect fail "a statement that drifted" "statement.claim" "echo '# now it says more' >> foundations/adjoint/statement.claim"
expect fail "a proof without a statement" "statement.claim" "rm foundations/adjoint/statement.claim"
expect fail "a first line without the digest" "first line" "sed -i 1d $proof"
expect fail "another theorem than the claim's" "no Theorem adjoint" "sed -i 's/^Theorem adjoint/Theorem other/' $proof"
expect fail "a theorem of something else" "no 'Theorem adjoint_stated" \
    "sed -i 's/^Theorem adjoint_stated .*/Theorem adjoint_stated (R : rcfType) : True./' $proof"
expect fail "another meaning for the statement" "a theorem says something else" \
    "sed -i 's/^Require statement./Module statement. Definition statement (R : rcfType) := True. End statement./; s/^Proof. by move=> N M P f g; exact: adjoint. Qed./Proof. by []. Qed./' $proof"
expect fail "a generated proposition that is of another text" "first line" "sed -i '1s/sha256:..../sha256:0000/' foundations/adjoint/statement.v"
expect fail "a generated proposition that says more than is proved" "does not compile" \
    "sed -i 's/ip (p P) f (T P .m g) = /1 + &/' foundations/adjoint/statement.v"
expect fail "a stale ledger" "stale" "sed -i 1d LEDGER && touch -r theory/context.v LEDGER"

# Refutations. First what is around the numbers.
simple=foundations/rkhs-well-defined/refutation.v
expect fail "a refuted claim without a refutation.v" "no refutation.v" "rm $simple"
expect fail "a refutation without a certificate" "no refutation.json" "rm foundations/rkhs-well-defined/refutation.json"
expect fail "a hypothesis dropped" "not begin with what statement.claim says" "sed -i '/^assume/d' $simple"
expect fail "a statement that drifted from its refutation" "not begin with what statement.claim says" \
    "echo '# now it says more' >> foundations/rkhs-well-defined/statement.claim"
expect fail "a checker of its own" "more than a certificate" \
    "sed -i 's/^Theorem/Definition refutes (s : string) (c : certificate) := true.\n&/' $simple"
expect fail "a theorem that says less" "not end with the theorem" "sed -i 's/ = true\.$/ = false./' $simple"
expect fail "the other finding" "not end with the theorem" \
    "sed -i 's/^Theorem refuted : refutes/Theorem ill_posed : leaves_undefined/' $simple"
# Then the numbers: each must be noticed by Coq.
forged() { expect fail "$1" "is not accepted" "sed -i '$3' $2 && ! cmp -s $2 $here/$2"; }
forged "a cell changed" $simple 's/1 # 2/1 # 3/'
forged "a value for which a hypothesis is false" $simple 's/Rows \[\[0\]; \[0\]\]/Rows [[0]; [2]]/'
forged "a value for which the claim is true" $simple 's/("k", Rows \[\[0\]; \[1\]\])/("k", Rows [[0]; [0]])/'
forged "a variable without a value" $simple '/("k", Rows/d; s/("g".*);/("g", Rows [[1]; [-1]])]/'
bound=optimality/encoder-bound/refutation.v
forged "an integer outside of its range" $bound 's/("d", Rational 1)/("d", Rational 3)/'
forged "a bound that isolates nothing" $bound 's/Bound 1 (From 1 [^)]*) ToOne/Bound 1 FromZero ToOne/'
forged "a family that is dependent" $bound 's/From 1 \[\[1; 1; -2\]\]/From 1 [[0; 0; 0]]/'
forged "a square off by one" $bound 's/Square (1 # 18)/Square (1 # 17)/'
forged "a square with a sign flipped" $bound 's/\[1; 1; -2\]\])\]/[1; 1; 2]])]/'
forged "a Ritz value too small" $bound 's/To (3 # 4)/To (1 # 2)/'
forged "a task that is not compatible enough" $bound 's/Share 1 \[[^]]*\]/Share 1 [1; -1; 0]/'
forged "a lower bound that the task does not have" $bound 's/(Some (8603309587906046547362301884312197618324473619323289/(Some (8703309587906046547362301884312197618324473619323289/'
forged "a multiplier with a sign flipped" $bound 's/8388608) (54113285/8388608) (-54113285/'
forged "an error that some task exceeds" optimality/optimality-converse/refutation.v 's/ErrorBelow (131073/ErrorBelow (100000/'
forged "weights that do not sum to 1" optimality/optimality-iff/refutation.v 's/Share (9 # 16)/Share (8 # 16)/'
forged "a square outside of the features off by one" optimality/trace-gap-at-optimum/refutation.v 's/1 # 32/1 # 31/'
forged "singular functions that are not orthogonal" evaluation/lipschitz/refutation.v 's/\[2; -1\]/[2; 1]/'
forged "right singular functions with a sign flipped" evaluation/lipschitz/refutation.v 's/\[-1; 1 # 2\]/[1; -1 # 2]/'
forged "a finding that needs a witness" evaluation/tau-second-term/refutation.v 's/\[Spectrum.*$/[]./'
# Pencils: eigenvalues of a pair of matrices.
ritz=objectives/ritz-orthonormal/refutation.v
none=objectives/kise/refutation.v
with_pencil() { echo "s/^  \[\]\.\$/  [Pencil $1]./"; }
expect pass "a pencil that is not needed" "" "sed -i '$(with_pencil '[[1; 2]; [2; 1]] [[2; 1]; [1; 1]] []')' $none"
forged "a mass that is not definite" $none "$(with_pencil '[[2; 1]; [1; 1]] [[1; 2]; [2; 1]] []')"
forged "a form that is not symmetric" $none "$(with_pencil '[[1; 2]; [0; 1]] [[2; 1]; [1; 1]] []')"
forged "an eigenvalue too small" $ritz 's/To (4 # 25)/To (3 # 25)/'
forged "an eigenvalue too large" $ritz 's/From (4 # 25)/From (1 # 5)/'
forged "a multiplier of a pencil with a sign flipped" $ritz 's/\[\[-1; 0\]\] 1 \[/[[-1; 0]] (-1) [/'
forged "a square of a pencil off by one" $ritz 's/Square (27 # 12005)/Square (28 # 12005)/'
forged "a family of a pencil that is dependent" objectives/contrastive-identity/refutation.v \
    's/\[\[1; 0\]; \[0; 1\]\] (1/[[1; 0]; [1; 0]] (1/'
forged "a pencil about another pair of matrices" objectives/contrastive-iff/refutation.v 's/\[\[0\]\] \[\[1\]\]/[[0]] [[2]]/'
forged "an end of a pencil for nothing" objectives/contrastive-iff/refutation.v 's/(From 0 \[\[1\]\] 1 \[\] \[\])/FromZero/'
forged "a bound of a pencil that isolates nothing" objectives/supervised-onehot/refutation.v 's/(From 1 \[\[1\]\]/(From (-1) [[1]]/'
forged "a pencil that is needed" objectives/nested/refutation.v '/Pencil/d; s/ 0 \[\])\];$/ 0 [])]]./'
# Objectives and graphs.
graph=objectives/graph/refutation.v
forged "a graph that is not symmetric" $graph 's/\[0; 0; 1 # 6\]; \[0; 0; 1 # 3\]/[0; 0; 1 # 3]; [0; 0; 1 # 6]/'
forged "an encoder that is the worst" $graph 's/("Phi", Rows \[\[2\]; \[-1\]; \[0\]\])/("Phi", Rows [[1]; [1]; [-1]])/'
forged "an encoder whose covariance is not I" $none 's/("Phi", Rows \[\[2\]/("Phi", Rows [[1]/'
forged "an encoder that is the best after all" objectives/supervised-balanced-risk/refutation.v \
    's/("Phi", Rows \[\[0\]; \[0\]\])/("Phi", Rows [[1]; [-1]])/'
# Samples and corrupted bits.
mask=learning/block-mask-complexity/refutation.v
forged "another context than that of corrupted bits" $mask 's/\[1 # 2; 0\]; \[0; 1 # 2\]/[0; 1 # 2]; [1 # 2; 0]/'
forged "a block of another length" $mask 's/("b", Rational 0)/("b", Rational 1)/'
forged "a share of bits beyond 1" $mask 's/("alpha", Rational (1 # 2))/("alpha", Rational (3 # 2))/'
forged "samples that leave nothing undefined" learning/kpca-gap/refutation.v 's/("F", Rows \[\[0\]\])/("F", Rows [[1]])/'
# Theorems that claims fail.
negation=foundations/rkhs-well-defined/negation.v
expect fail "a negation of another claim" "is not accepted\|does not compile" "sed -i 's/Name \"P\"\]) (Name x)/Name \"P\"]) (Name \"f\")/' $negation"
expect fail "a negation with a gap" "Admitted" "sed -i 's/^exact: (negated read refutation.refuted)./Admitted./' $negation"
expect fail "a negation without the digest" "first line" "sed -i 1d $negation"
expect fail "a negation of something else" "no 'Theorem rkhs_well_defined_fails" \
    "sed -i 's/^Theorem rkhs_well_defined_fails .*/Theorem rkhs_well_defined_fails (R : rcfType) : ~ False./' $negation"
exit "$status"
