//! The propositions that the proofs are of.

use contexture::certificate::digest;
use contexture::formal::proposition;
use contexture::ledger::entries;
use std::path::Path;

/// `statement.v` beside each statement of the ledger is what the program writes. `CONTEXTURE_UPDATE=1` writes them anew.
#[test]
fn propositions_are_those_of_the_statements() {
    let proofs = Path::new(env!("CARGO_MANIFEST_DIR")).join("proofs");
    for entry in entries() {
        let file = proofs.join(entry.chapter).join(entry.id).join("statement.v");
        let statement = entry.statement().expect("the ledger's statements are read");
        let current = proposition(&statement, &digest(entry.text)).unwrap_or_else(|e| panic!("{}: {e}", entry.id));
        if std::env::var_os("CONTEXTURE_UPDATE").is_some() {
            std::fs::write(&file, &current).expect("it can be written");
        }
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(written == current, "{} is old: run the tests with CONTEXTURE_UPDATE=1", file.display());
    }
}
