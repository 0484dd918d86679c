//! The propositions that the proofs are of.

use contexture::certificate::digest;
use contexture::formal::proposition;
use contexture::ledger::entries;
use contexture::statement::read;
use std::collections::BTreeSet;
use std::path::Path;

/// `statement.v` beside each statement of the ledger is what the program writes. `CONTEXTURE_UPDATE=1` writes them anew.
#[test]
fn propositions_are_those_of_the_statements() {
    let proofs = Path::new(env!("CARGO_MANIFEST_DIR")).join("proofs");
    let mut seen = 0;
    for entry in entries() {
        let file = proofs.join(entry.chapter).join(entry.id).join("statement.v");
        let statement = entry.statement().expect("the ledger's statements are read");
        let current = proposition(&statement, &digest(entry.text)).unwrap_or_else(|e| panic!("{}: {e}", entry.id));
        if std::env::var_os("CONTEXTURE_UPDATE").is_some() {
            std::fs::write(&file, &current).expect("it can be written");
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(written == current, "{} is old: run the tests with CONTEXTURE_UPDATE=1", file.display());
        seen += 1;
    }
    assert!(seen > 140, "{seen}");
}

/// A variable that is called like a word of the propositions is called otherwise there.
#[test]
fn no_variable_takes_the_place_of_a_word() {
    let mut words = BTreeSet::new();
    for entry in entries() {
        let statement = entry.statement().expect("the ledger's statements are read");
        let current = proposition(&statement, &digest(entry.text)).expect("the ledger's statements are translated");
        let (_, body) = current.split_once("Prop :=").expect("a definition");
        let body = body.replace("(forall u v, P u v = P v u)", "");
        let own: BTreeSet<&str> = statement.variables.iter().map(|v| v.name.as_str()).collect();
        // Letters in notations are no names.
        let notations =
            ["'I_", "'cV", "'M", "%:Z", "%:R", "%:M", "%N", "\\tr", "\\det", "\\rank", "\\sum_", "\\in", "*m"];
        let body = notations.iter().fold(body.to_owned(), |body, notation| body.replace(notation, " "));
        let all = body.split(|c: char| !c.is_alphanumeric() && c != '_');
        let of_coq = all.filter(|w| w.starts_with(|c: char| c.is_alphabetic()));
        // `largest1` is a value that the proposition names itself; `k_` a variable `k`.
        let made = |w: &str| w.ends_with(|c: char| c.is_ascii_digit()) || own.contains(w.trim_end_matches('_'));
        words.extend(of_coq.filter(|w| !made(w)).map(String::from));
    }
    assert!(words.contains("selfadj") && words.len() > 100, "{words:?}");
    let mut shadowed = Vec::new();
    for word in words {
        let text =
            format!("statement s\nsource    own\n\nfor    P: context, {word}: rational\nclaim  {word} >= s(P, 0)\n");
        // Most are words of the language, and no variable's name at all.
        let Ok(statement) = read(&text) else { continue };
        let written = proposition(&statement, "").expect("it is translated");
        if !written.contains(&format!("forall {word}_ : R,")) {
            shadowed.push(word);
        }
    }
    assert!(shadowed.is_empty(), "{shadowed:?}");
}
