//! What a search has seen.

use serde::{Deserialize, Serialize};

/// Counts of what was looked at. An instance that was dropped before all of its values were chosen, because
/// they broke a hypothesis already, counts once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Enumerated contexts, up to the names of their points.
    pub contexts: u64,
    /// The same, names of points told apart.
    pub labelled: u64,
    /// Random contexts.
    pub random_contexts: u64,
    /// Instances, enumerated and random.
    pub instances: u64,
    /// Those that meet every hypothesis.
    pub met: u64,
    /// Those dropped because a hypothesis has no value.
    pub hypothesis_undefined: u64,
    /// Those that meet every hypothesis and leave a term of the claim undefined.
    pub undefined: u64,
    /// Those on which a sign was not decided within its budget. They do not count as met.
    pub undecided: u64,
    /// Those that meet every hypothesis and violate the claim.
    pub violated: u64,
    /// Of a claim `a iff b`: those that meet every hypothesis and make both sides true.
    #[serde(default)]
    pub both_true: u64,
    /// On every enumerated context all tables of integers up to this were tried for every variable that is a
    /// table; `None` before the first table.
    pub complete_to: Option<u32>,
    /// Contexts on which the instances were too many for the effort, so that the rest was left out.
    pub cut_short: u64,
}

impl Coverage {
    /// Both together.
    pub fn plus(mut self, other: &Coverage) -> Coverage {
        self.contexts += other.contexts;
        self.labelled += other.labelled;
        self.random_contexts += other.random_contexts;
        self.instances += other.instances;
        self.met += other.met;
        self.hypothesis_undefined += other.hypothesis_undefined;
        self.undefined += other.undefined;
        self.undecided += other.undecided;
        self.violated += other.violated;
        self.both_true += other.both_true;
        self.complete_to = match (self.complete_to, other.complete_to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        self.cut_short += other.cut_short;
        self
    }

    /// Whether no instance met the hypotheses: then nothing was tested.
    pub fn is_vacuous(&self) -> bool {
        self.met == 0
    }
}
