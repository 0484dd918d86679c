//! From what a search found to a verdict.

use crate::evaluate::{Evaluation, Fact};
use crate::search::{Findings, Found};
use crate::statement::tree::{Clause, Statement, Verdict};

/// A statement with what the machine says of it.
#[derive(Clone, Debug)]
pub struct Judgement<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// The verdict: refuted or ill-posed if there is such an instance; else proved if there is a proof; else
    /// undecided if an instance is, no instance met the hypotheses, or the search was interrupted; else survives.
    pub verdict: Verdict,
    /// What was found.
    pub findings: Findings,
    /// Of a claim `a iff b` that fails, the same of `a implies b` and of `b implies a`, once they were searched.
    pub directions: Option<[Direction; 2]>,
}

/// One half of a claim `a iff b`.
#[derive(Clone, Debug)]
pub struct Direction {
    /// The verdict that follows from the findings: never proved, since what is proved is the whole.
    pub verdict: Verdict,
    /// What was found; an instance counts as met where the premise is true.
    pub findings: Findings,
}

/// What follows from findings alone.
fn verdict(findings: &Findings) -> Verdict {
    if findings.violated.is_some() {
        Verdict::Refuted
    } else if findings.undefined.is_some() {
        Verdict::IllPosed
    } else if findings.undecided.is_some() || findings.coverage.is_vacuous() || !findings.complete {
        Verdict::Undecided
    } else {
        Verdict::Survives
    }
}

impl Direction {
    /// What follows from these findings.
    pub fn new(findings: Findings) -> Direction {
        Direction { verdict: verdict(&findings), findings }
    }

    /// The instance that the verdict rests on.
    pub fn witness(&self) -> Option<&Found> {
        witness(self.verdict, &self.findings)
    }
}

fn witness(verdict: Verdict, findings: &Findings) -> Option<&Found> {
    match verdict {
        Verdict::Refuted => findings.violated.as_ref(),
        Verdict::IllPosed => findings.undefined.as_ref(),
        Verdict::Undecided => findings.undecided.as_ref(),
        Verdict::Survives | Verdict::Proved => None,
    }
}

impl<'a> Judgement<'a> {
    /// The verdict on a statement that follows from these findings.
    ///
    /// `proved` says whether a proof assistant has accepted a proof for all finite contexts.
    pub fn new(statement: &'a Statement, findings: Findings, proved: bool) -> Judgement<'a> {
        let verdict = match verdict(&findings) {
            Verdict::Survives | Verdict::Undecided if proved => Verdict::Proved,
            verdict => verdict,
        };
        Judgement { statement, verdict, findings, directions: None }
    }

    /// The instance that the verdict rests on.
    pub fn witness(&self) -> Option<&Found> {
        witness(self.verdict, &self.findings)
    }

    /// The parts of the claim that decide it on that instance.
    pub fn facts(&self) -> Vec<Fact> {
        let Some(found) = self.witness() else { return vec![] };
        let mut evaluation = Evaluation::new(self.statement);
        for clause in &self.statement.clauses {
            match clause {
                Clause::For(slot, _) => match found.instance.get(*slot) {
                    Some(value) => evaluation.bind(*slot, value.clone()),
                    None => return vec![], // an instance that was not decided may lack values
                },
                Clause::Let(slot, term) => evaluation.define(*slot, term),
                Clause::Assume(_) => {}
            }
        }
        evaluation.explain()
    }

    /// The verdict that was to be expected: that of the file, and of a conjecture without one that it
    /// survives.
    pub fn expected(&self) -> Verdict {
        self.statement.expect.unwrap_or(Verdict::Survives)
    }

    /// Whether the verdict is the expected one. What is proved survives.
    pub fn is_expected(&self) -> bool {
        self.verdict == self.expected() || (self.verdict, self.expected()) == (Verdict::Proved, Verdict::Survives)
    }
}
