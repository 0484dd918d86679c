//! Searching statement after statement.

use super::judgement::{Direction, Judgement};
use crate::error::Error;
use crate::search::{Coverage, Search, Universe};
use crate::statement::tree::{Statement, Verdict};
use serde_json::{Map, Value as Json};
use std::sync::atomic::{AtomicBool, Ordering};

/// Judgements, in the order of the statements; all of them unless the audit was interrupted.
pub struct Audit<'a> {
    /// What was come to so far.
    pub judgements: Vec<Judgement<'a>>,
    /// How far each search has come, by the statement's name: enough to go on later.
    pub saved: Json,
    /// Whether it was interrupted.
    pub interrupted: bool,
}

/// Searches the universe for each statement. Between two batches of contexts it tells what was seen of the
/// statement with a number, and looks whether to stop; what was found by then stays. The halves of a claim `a iff b` that
/// fails are searched after it, each from its beginning. It goes on where `saved`
/// ([`Audit::saved`]) left off; errs if that is of other statements or another scope.
///
/// `is_proved` says of a statement whether there is a proof of it.
pub fn audit<'a>(
    statements: &'a [Statement],
    is_proved: &dyn Fn(&Statement) -> bool,
    universe: &Universe,
    saved: Option<&Json>,
    stop: &AtomicBool,
    watch: &dyn Fn(usize, &Coverage),
) -> Result<Audit<'a>, Error> {
    let scope = universe.describe();
    if let Some(saved) = saved
        && saved.get("scope") != Some(&Json::String(scope.clone()))
    {
        return Err(Error::new(format!("the saved audit has another scope than {scope}")));
    }
    let mut audit = Audit { judgements: Vec::new(), saved: Json::Null, interrupted: false };
    let mut searches = Map::new();
    for (number, statement) in statements.iter().enumerate() {
        let earlier = saved.and_then(|s| s.get("searches")?.get(&statement.id));
        let mut search = match earlier {
            Some(earlier) => Search::resume(statement, universe.clone(), earlier)?,
            None if audit.interrupted => break,
            None => Search::new(statement, universe.clone()),
        };
        while !search.is_done() && !audit.interrupted {
            watch(number, search.coverage());
            search.advance(stop);
            audit.interrupted = stop.load(Ordering::Relaxed);
        }
        searches.insert(statement.id.clone(), search.save());
        let mut judgement = Judgement::new(statement, search.findings(), is_proved(statement));
        let fails = matches!(judgement.verdict, Verdict::Refuted | Verdict::IllPosed);
        if let Some(halves) = statement.directions().filter(|_| fails && !audit.interrupted) {
            judgement.directions = Some(halves.map(|half| {
                let mut search = Search::new(&half, universe.clone());
                while !search.is_done() && !audit.interrupted {
                    watch(number, search.coverage());
                    search.advance(stop);
                    audit.interrupted = stop.load(Ordering::Relaxed);
                }
                Direction::new(search.findings())
            }));
        }
        audit.judgements.push(judgement);
    }
    let mut document = Map::new();
    document.insert("scope".into(), scope.into());
    document.insert("searches".into(), searches.into());
    audit.saved = Json::Object(document);
    Ok(audit)
}
