//! What a question can come back with besides a value.

use std::fmt;

/// A budget that ran out. Budgets are counts, never times, so that every run ends the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exhausted {
    /// Enclosures were tightened to this many bits and still could not decide.
    Bits(u64),
    /// Nothing here computes it: what is, as a clause.
    OutOfReach(&'static str),
}

impl fmt::Display for Exhausted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Exhausted::Bits(bits) => write!(f, "not decided with {bits} bits"),
            Exhausted::OutOfReach(limit) => f.write_str(limit),
        }
    }
}

/// The answer to a yes-or-no question about exact values.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// Proved.
    True,
    /// Refuted.
    False,
    /// Neither, within the named budget. Never to be read as either.
    Unknown(Exhausted),
}

impl Truth {
    /// Both.
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::False, _) | (_, Truth::False) => Truth::False,
            (Truth::True, Truth::True) => Truth::True,
            (Truth::Unknown(e), _) | (_, Truth::Unknown(e)) => Truth::Unknown(e),
        }
    }

    /// At least one.
    pub fn or(self, other: Truth) -> Truth {
        self.negated().and(other.negated()).negated()
    }

    /// The opposite; what is unknown stays unknown.
    pub fn negated(self) -> Truth {
        match self {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            unknown => unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(decided: bool) -> Truth {
        if decided { Truth::True } else { Truth::False }
    }
}

/// A term that has no value: a division by zero, an index out of range, a maximum over nothing.
/// It is neither an error nor a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undefined {
    term: String,
    reason: String,
}

impl Undefined {
    /// `term` has no value because of `reason`.
    pub fn new(term: impl Into<String>, reason: impl Into<String>) -> Undefined {
        Undefined { term: term.into(), reason: reason.into() }
    }

    /// The term, as the theory writes it.
    pub fn term(&self) -> &str {
        &self.term
    }

    /// Why it has no value, as a clause.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl fmt::Display for Undefined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is undefined: {}", self.term, self.reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_is_never_a_verdict() {
        let unknown = Truth::Unknown(Exhausted::Bits(64));
        let all = [Truth::True, Truth::False, unknown];
        for (a, row) in all.into_iter().zip([
            [Truth::True, Truth::False, unknown],
            [Truth::False, Truth::False, Truth::False],
            [unknown, Truth::False, unknown],
        ]) {
            for (b, expected) in all.into_iter().zip(row) {
                assert_eq!(a.and(b), expected, "{a:?} and {b:?}");
                assert_eq!(a.negated().or(b.negated()), expected.negated(), "de Morgan at {a:?}, {b:?}");
            }
        }
    }
}
