#!/bin/sh
# Fails unless every proof of the ledger stands: each file compiles, nothing is assumed, the statement beside it is
# the one that it was written for, and LEDGER is what the proofs say. `verify.sh DIR` checks a copy elsewhere.
set -eu
cd "${1:-$(dirname "$0")}"
failed=0
complain() {
    echo "verify: $*" >&2
    failed=1
}

# Sources without their comments, which may mention the words. Comments nest.
code() {
    awk '{
        line = $0 "\n"
        while (length(line) > 0) {
            two = substr(line, 1, 2)
            if (two == "(*") { depth++; line = substr(line, 3) }
            else if (two == "*)" && depth > 0) { depth--; line = substr(line, 3) }
            else { if (depth == 0 || substr(line, 1, 1) == "\n") printf "%s", substr(line, 1, 1); line = substr(line, 2) }
        }
    }' "$1"
}

for file in theory/*.v */*/proof.v; do
    # A gap or an assumption: whole words, so that a name that contains one is none.
    found=$(code "$file" | grep -nwE \
        'Admitted|admit|give_up|Abort|Axioms?|Parameters?|Conjectures?|Declare|bypass_check|Unset Guard Checking|Unset Positivity Checking|Unset Universe Checking' || true)
    [ -z "$found" ] || complain "$file: $found"
done

for file in */*/proof.v; do
    folder=${file%/proof.v}
    # In a folder of the ledger only; the chapter is not "theory".
    if [ ! -f "$folder/statement.claim" ]; then
        complain "$file: no statement.claim beside it"
        continue
    fi
    digest=$(sha256sum < "$folder/statement.claim" | cut -d' ' -f1)
    [ "$(head -n 1 "$file")" = "(* statement: sha256:$digest *)" ] ||
        complain "$file: the first line is not that of statement.claim, which has sha256:$digest"
    # The theorem is named after the claim, stated once, and what it rests on is printed.
    theorem=$(basename "$folder" | tr - _)
    [ "$(code "$file" | grep -cE "^Theorem $theorem( |\$)")" = 1 ] || complain "$file: no Theorem $theorem"
    [ "$(tail -n 1 "$file")" = "Print Assumptions $theorem." ] ||
        complain "$file: the last line is not 'Print Assumptions $theorem.'"
    [ "$(grep -c 'Print Assumptions' "$file")" = 1 ] || complain "$file: Print Assumptions twice"
done

cp LEDGER LEDGER.before 2>/dev/null || : > LEDGER.before
if make -s -k LEDGER >&2; then
    cmp -s LEDGER LEDGER.before || complain "LEDGER is stale: commit the new one"
    while read -r claim _ file axioms; do
        [ "$axioms" = none ] || complain "$file: $claim rests on $axioms"
    done < LEDGER
else
    complain "a file does not compile"
fi
rm -f LEDGER.before LEDGER.tmp
exit "$failed"
