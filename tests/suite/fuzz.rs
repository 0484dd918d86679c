//! Forged certificates and damaged statements, many of them: nothing panics, nothing takes long, and what the checker
//! accepts is a refutation by the evaluator too, which shares nothing with it.
//!
//! `CONTEXTURE_FUZZ=1000000 cargo test --test suite fuzz::` tries more of them than a test run does, and
//! `CONTEXTURE_FORGERIES=DIR` writes some where `proofs/agree.sh` shows them to the other checker.

mod damage;

use contexture::certificate::{Certificate, Finding};
use contexture::check::{Refutation, Rejection, check};
use contexture::evaluate::{Instance, Outcome, outcome};
use contexture::ledger::entries;
use contexture::statement::tree::Statement;
use contexture::statement::{format, read};
use damage::{Dice, damaged_bytes, damaged_json, damaged_text};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

/// How many are tried unless `CONTEXTURE_FUZZ` says otherwise.
const TRIES: usize = 20_000;

/// The limits of the checker are some ten seconds; a busy machine needs more.
const LONGEST: Duration = Duration::from_secs(60);

fn tries() -> usize {
    env::var("CONTEXTURE_FUZZ").map_or(TRIES, |count| count.parse().expect("CONTEXTURE_FUZZ is a number"))
}

/// A statement of the ledger and the certificate that it fails.
struct Case {
    statement: Statement,
    text: String,
    document: Json,
}

impl Case {
    /// Its certificate, damaged.
    fn forged(&self, n: usize, others: &[&Json], dice: &mut Dice) -> Vec<u8> {
        match n % 8 {
            7 => damaged_bytes(&self.document, dice),
            _ => damaged_json(&self.document, others, dice).to_string().into_bytes(),
        }
    }
}

/// All certificates of the ledger.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for entry in entries() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("proofs").join(entry.chapter).join(entry.id);
        let Ok(text) = fs::read_to_string(folder.join("refutation.json")) else { continue };
        let document = serde_json::from_str(&text).expect("JSON");
        cases.push(Case { statement: entry.statement().expect("it reads"), text: entry.text.into(), document });
    }
    assert!(cases.len() > 20);
    cases
}

fn verdict(statement: &Statement, bytes: &[u8]) -> Result<Refutation, Rejection> {
    check(statement, &Certificate::parse(bytes)?)
}

/// Whether the evaluator finds what was accepted; `None` if it does not read the instance, since it takes shorter
/// numbers. Singular functions have numbers for it, and one of them has to do.
fn agrees(statement: &Statement, certificate: &Json, finding: Finding) -> Option<bool> {
    let given = &certificate["instance"];
    let choices = if given.get("S").is_some() { 4 } else { 1 };
    let with = |choice: usize| {
        let mut values = given.clone();
        if let Some(system) = values.get_mut("S") {
            *system = json!({ "choice": choice });
        }
        Instance::from_json(statement, &values).ok()
    };
    let instances: Vec<Instance> = (0..choices).map(with).collect::<Option<_>>()?;
    Some(instances.iter().any(|instance| match outcome(statement, instance) {
        Outcome::Violated => finding == Finding::Refuted,
        Outcome::Undefined(_) => finding == Finding::IllPosed,
        _ => false,
    }))
}

#[test]
fn forged_certificates_show_nothing_false() {
    let cases = cases();
    let documents: Vec<&Json> = cases.iter().map(|case| &case.document).collect();
    let mut dice = Dice::new(1);
    let mut steps: BTreeMap<&str, usize> = BTreeMap::new();
    let mut known: HashMap<String, Option<bool>> = HashMap::new();
    for n in 0..tries() {
        let case = &cases[n % cases.len()];
        let bytes = case.forged(n, &documents, &mut dice);
        let start = Instant::now();
        let found = verdict(&case.statement, &bytes);
        let file = String::from_utf8_lossy(&bytes);
        assert!(start.elapsed() < LONGEST, "{}: it took {:?}\n{file}", case.statement.id, start.elapsed());
        *steps.entry(found.as_ref().map_or_else(Rejection::step, |_| "accepted")).or_default() += 1;
        if let Ok(refutation) = found {
            let certificate: Json = serde_json::from_slice(&bytes).expect("it was read");
            let (id, finding) = (&case.statement.id, refutation.finding());
            // Most that are accepted say the same in another way.
            let key = format!("{id} {finding} {}", certificate["instance"]);
            match known.entry(key).or_insert_with(|| agrees(&case.statement, &certificate, finding)) {
                Some(agrees) => assert!(*agrees, "{id}\n{file}"),
                None => assert!(bytes.len() > 1000, "{id}\n{file}"),
            }
        }
    }
    println!("{steps:?}");
    // Forgeries that fail at the first look would test nothing.
    for step in ["accepted", "format", "digest", "instance", "witness", "hypothesis", "not shown", "holds", "finding"] {
        assert!(tries() < TRIES || steps.get(step).is_some_and(|found| *found > 50), "{step}: {steps:?}");
    }
}

/// A statement that reads has one canonical form, which reads as the same.
#[test]
fn damaged_statements_are_read_or_refused() {
    let texts: Vec<&str> = entries().iter().map(|entry| entry.text).collect();
    let mut dice = Dice::new(2);
    let mut good = 0;
    for n in 0..tries() / 2 {
        let text = damaged_text(texts[n % texts.len()], &texts, &mut dice);
        let start = Instant::now();
        let (found, formatted) = (read(&text), format(&text));
        assert!(start.elapsed() < LONGEST, "it took {:?}\n{text}", start.elapsed());
        if let Ok(formatted) = &formatted {
            assert_eq!(format(formatted).as_ref(), Ok(formatted), "of {text}");
        }
        match found {
            Ok(statement) => {
                let formatted = formatted.expect("what reads is well formed");
                let again = read(&formatted).unwrap_or_else(|found| panic!("{formatted}\nof {text}: {found:?}"));
                assert_eq!((again.id, again.variables.len()), (statement.id, statement.variables.len()));
                good += 1;
            }
            Err(found) => assert!(!found.is_empty()),
        }
    }
    assert!(tries() < TRIES || good > 500, "{good} read");
}

/// Writes forgeries, and what this checker says of each, for `proofs/agree.sh`.
#[test]
fn forgeries_for_the_other_checker() {
    let Ok(folder) = env::var("CONTEXTURE_FORGERIES") else { return };
    let folder = Path::new(&folder);
    let cases = cases();
    let documents: Vec<&Json> = cases.iter().map(|case| &case.document).collect();
    let mut dice = Dice::new(3);
    let mut verdicts = String::new();
    for case in &cases {
        let here = folder.join(&case.statement.id);
        fs::create_dir_all(&here).expect("the folder can be written");
        fs::write(here.join("statement.claim"), &case.text).expect("a file can be written");
    }
    for n in 0..tries() / 10 {
        let case = &cases[n % cases.len()];
        let bytes = case.forged(n, &documents, &mut dice);
        let name = format!("{}/{n}.json", case.statement.id);
        let said = verdict(&case.statement, &bytes).map_or_else(|e| e.to_string(), |_| "accepted".into());
        verdicts += &format!("{name}\t{}\n", said.escape_debug());
        fs::write(folder.join(name), bytes).expect("a file can be written");
    }
    fs::write(folder.join("verdicts"), verdicts).expect("a file can be written");
}
