//! How near the sides of inequalities come to each other, for people and for programs.

use super::columns::columns;
use crate::search::Search;
use crate::statement::tree::Statement;
use serde::Serialize;
use serde_json::Value as Json;

/// What `contexture tightness` says.
#[derive(Clone, Debug, Serialize)]
pub struct TightnessReport {
    /// Of this form.
    pub version: u32,
    /// Of random contexts and values.
    pub seed: u64,
    /// Everything that decides what was tried, in a line.
    pub scope: String,
    /// Whether it was stopped before its end.
    pub interrupted: bool,
    /// One for each statement.
    pub bounds: Vec<BoundReport>,
}

/// What is said of one inequality.
#[derive(Clone, Debug, Serialize)]
pub struct BoundReport {
    /// The statement's name.
    pub id: String,
    /// The claim, as it is written.
    pub claim: String,
    /// Whether an instance violates it. Such instances have no ratio here.
    pub fails: bool,
    /// Instances with a ratio.
    pub compared: u64,
    /// Instances where the larger side is not positive.
    pub without: u64,
    /// Instances on which the claim or the ratio was not decided.
    pub undecided: u64,
    /// The largest ratio of the smaller side to the larger, rounded down to six places; `null` where there is none.
    pub largest: Option<String>,
    /// The median.
    pub median: Option<String>,
    /// The smallest instance with the largest ratio.
    pub instance: Option<Json>,
    /// The same in a line, for people.
    #[serde(skip)]
    pub witness: Option<String>,
}

impl BoundReport {
    /// What a measuring search has seen of a statement.
    pub fn new(statement: &Statement, search: &Search) -> BoundReport {
        let (tightness, coverage) = (search.tightness(), search.coverage());
        let decimal = |millionths: u32| format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
        let instance = tightness.tightest.as_ref().map(|(_, _, instance)| instance);
        let value =
            |slot: usize, value: &crate::evaluate::Value| format!("{} = {value}", statement.variables[slot].name);
        let claim = statement.text[statement.claim.span.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        BoundReport {
            id: statement.id.clone(),
            claim,
            fails: coverage.violated > 0,
            compared: tightness.ratios.len() as u64,
            without: tightness.without,
            undecided: tightness.undecided + coverage.undecided,
            largest: tightness.tightest.as_ref().map(|(ratio, ..)| decimal(*ratio)),
            median: tightness.median().map(decimal),
            instance: instance.map(|instance| instance.to_json(statement)),
            witness: instance.map(|i| i.values().map(|(s, v)| value(s, v)).collect::<Vec<_>>().join(", ")),
        }
    }
}

impl TightnessReport {
    /// For people.
    pub fn text(&self) -> String {
        let title = |words: [&str; 6]| words.map(str::to_string).to_vec();
        let mut rows = vec![title(["bound", "compared", "no ratio", "undecided", "largest", "median"])];
        for bound in &self.bounds {
            let number = |text: &Option<String>| text.clone().unwrap_or("-".into());
            rows.push(vec![
                bound.id.clone() + if bound.fails { " (fails)" } else { "" },
                bound.compared.to_string(),
                bound.without.to_string(),
                bound.undecided.to_string(),
                number(&bound.largest),
                number(&bound.median),
            ]);
        }
        let mut out = format!("{}\n\n{}", self.scope, columns(&rows, |c| c > 0));
        for bound in &self.bounds {
            out += &format!("\n{}: {}\n", bound.id, bound.claim);
            match &bound.witness {
                Some(witness) => out += &format!("  nearest at {witness}\n"),
                None => out += "  nothing was compared\n",
            }
        }
        out
    }
}
