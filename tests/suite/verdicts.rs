//! From a statement's text to its verdict: evaluation, search, smallest instance, coverage, resumption.

mod evaluation;
mod faults;
mod samples;
mod search;
mod tightness;

use contexture::evaluate::{Instance, Outcome, outcome};
use contexture::ledger::Judgement;
use contexture::search::{Scope, Search, Universe};
use contexture::statement::{Statement, read};
use std::sync::atomic::AtomicBool;

/// A statement from its clauses.
fn statement(clauses: &str) -> Statement {
    let text = format!("statement test\nsource    own\n\n{clauses}\n");
    let complain = |found: Vec<contexture::statement::Diagnostic>| -> String {
        found.iter().map(|d| d.render("test", &text)).collect()
    };
    read(&text).unwrap_or_else(|found| panic!("{}", complain(found)))
}

fn scope(shape: &str, effort: u64, random: u64) -> Scope {
    let scope = Scope::default().with_shape(shape).expect("a valid scope");
    Scope { effort, random, random_effort: effort, ..scope }
}

/// The whole search.
fn judge<'a>(statement: &'a Statement, scope: &Scope) -> Judgement<'a> {
    let mut search = Search::new(statement, Universe::All(scope.clone()));
    while !search.is_done() {
        search.advance(&AtomicBool::new(false));
    }
    Judgement::new(statement, search.findings(), false)
}

/// What a statement whose only variable is the context P says of one.
fn on(statement: &Statement, context: &contexture::context::Context) -> Outcome {
    let json = serde_json::json!({ "P": serde_json::from_str::<serde_json::Value>(
        &contexture::context::write::write_json(context)).expect("JSON") });
    let instance = Instance::from_json(statement, &json).expect("an instance");
    outcome(statement, &instance)
}
