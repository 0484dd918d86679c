//! The propositions that the proofs are of.

use contexture::certificate::digest;
use contexture::formal::proposition;
use contexture::ledger::entries;
use std::path::Path;

/// Those that have no translation; both fail, with certificates.
const UNTRANSLATED: [&str; 2] = ["stkr-smoothness", "stkr-smoothness-converse"];

/// `statement.v` beside each statement of the ledger is what the program writes. `CONTEXTURE_UPDATE=1` writes them anew.
#[test]
fn propositions_are_those_of_the_statements() {
    let proofs = Path::new(env!("CARGO_MANIFEST_DIR")).join("proofs");
    let mut untranslated = Vec::new();
    for entry in entries() {
        let file = proofs.join(entry.chapter).join(entry.id).join("statement.v");
        let statement = entry.statement().expect("the ledger's statements are read");
        let Ok(current) = proposition(&statement, &digest(entry.text)) else {
            assert!(!file.exists(), "{} is of nobody", file.display());
            untranslated.push(entry.id);
            continue;
        };
        if std::env::var_os("CONTEXTURE_UPDATE").is_some() {
            std::fs::write(&file, &current).expect("it can be written");
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(written == current, "{} is old: run the tests with CONTEXTURE_UPDATE=1", file.display());
    }
    assert_eq!(untranslated, UNTRANSLATED);
}
