//! How far a search goes.

use super::tables::{MOST_POINTS, count};
use crate::error::Error;
use std::fmt;
use std::str::FromStr;

/// Which contexts are enumerated, how many values of the other variables are tried on each, and how many
/// random contexts follow. All limits are counts, so that every run ends the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// Enumerated contexts have at most so many points of X.
    pub rows: usize,
    /// And at most so many points of A.
    pub columns: usize,
    /// And counts whose total, without common factor, is at most this.
    pub total: u64,
    /// About so many instances are tried on each enumerated context.
    pub effort: u64,
    /// So many random contexts.
    pub random: u64,
    /// About so many instances are tried on each random context.
    pub random_effort: u64,
    /// From which random contexts and values are made.
    pub seed: u64,
}

/// The most contexts that a scope may enumerate, names of points told apart.
pub const MOST_CONTEXTS: u128 = 50_000_000;

/// The largest total of an enumerated table.
pub const LARGEST_TOTAL: u64 = 1000;

impl Default for Scope {
    fn default() -> Scope {
        Scope { rows: 3, columns: 3, total: 7, effort: 400, random: 150, random_effort: 150, seed: 1 }
    }
}

/// Enumerated contexts that have one number of cells and one total: the batch of a search's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The shapes, rows and columns.
    pub shapes: Vec<(usize, usize)>,
    /// The sum of the counts.
    pub total: u64,
}

impl Scope {
    /// Rows, columns and total as in `3x3:7`. Errs on another form, on zeros, beyond [`MOST_POINTS`] points
    /// of a side or `LARGEST_TOTAL`, and where there are more than [`MOST_CONTEXTS`] contexts.
    pub fn with_shape(&self, text: &str) -> Result<Scope, Error> {
        let malformed =
            || Error::new(format!("expected a scope like 3x3:7 (rows, columns, largest total), found {text:?}"));
        let (shape, total) = text.split_once(':').ok_or_else(malformed)?;
        let (rows, columns) = shape.split_once('x').ok_or_else(malformed)?;
        let number = |text: &str| u64::from_str(text.trim()).ok().filter(|n| *n > 0).ok_or_else(malformed);
        let (rows, columns, total) = (number(rows)?, number(columns)?, number(total)?);
        if rows.max(columns) > MOST_POINTS as u64 {
            return Err(Error::new(format!(
                "expected at most {MOST_POINTS} rows and columns to enumerate, found {text}"
            )));
        }
        if total > LARGEST_TOTAL {
            return Err(Error::new(format!("expected a total of at most {LARGEST_TOTAL} to enumerate, found {text}")));
        }
        let scope = Scope { rows: rows as usize, columns: columns as usize, total, ..self.clone() };
        match scope.contexts() {
            Some(contexts) if contexts <= MOST_CONTEXTS => Ok(scope),
            contexts => Err(Error::new(format!(
                "the scope {text} has {} contexts, more than the {MOST_CONTEXTS} that can be enumerated",
                contexts.map_or("far too many".into(), |n| n.to_string())
            ))),
        }
    }

    /// The number of enumerated contexts, names of points told apart; `None` beyond 128 bits.
    pub fn contexts(&self) -> Option<u128> {
        let mut sum = 0u128;
        for (rows, columns) in self.shapes() {
            for total in 1..=self.total {
                sum = sum.checked_add(count(rows, columns, total)?)?;
                if sum > MOST_CONTEXTS {
                    return Some(sum);
                }
            }
        }
        Some(sum)
    }

    fn shapes(&self) -> impl Iterator<Item = (usize, usize)> + use<> {
        let columns = self.columns;
        (1..=self.rows).flat_map(move |n| (1..=columns).map(move |m| (n, m)))
    }

    /// The groups in the order of the search: by cells, then by total.
    pub fn groups(&self) -> Vec<Group> {
        let mut cells: Vec<usize> = self.shapes().map(|(n, m)| n * m).collect();
        cells.sort_unstable();
        cells.dedup();
        let of = |cells: usize| self.shapes().filter(|(n, m)| n * m == cells).collect::<Vec<_>>();
        cells.into_iter().flat_map(|c| (1..=self.total).map(move |total| Group { shapes: of(c), total })).collect()
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}:{}", self.rows, self.columns, self.total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_are_read_and_limited() {
        let scope = Scope::default().with_shape("2x3:5").unwrap();
        assert_eq!((scope.rows, scope.columns, scope.total, scope.to_string().as_str()), (2, 3, 5, "2x3:5"));
        for (text, message) in [
            ("", "expected a scope like 3x3:7"),
            ("3x3", "expected a scope like"),
            ("0x3:7", "expected a scope like"),
            ("3x3:-1", "expected a scope like"),
            ("9x2:3", "at most 8 rows"),
            ("8x8:99999999999", "a total of at most 1000"),
            ("1x1:1001", "a total of at most 1000"),
            ("8x8:40", "more than the 50000000"),
        ] {
            let error = Scope::default().with_shape(text).unwrap_err();
            assert!(error.message().contains(message), "{text}: {error}");
        }
    }

    #[test]
    fn groups_hold_every_shape_and_total_in_order() {
        let scope = Scope::default().with_shape("2x3:2").unwrap();
        let groups = scope.groups();
        let cells: Vec<usize> = groups.iter().map(|g| g.shapes[0].0 * g.shapes[0].1).collect();
        assert_eq!(cells, [1, 1, 2, 2, 3, 3, 4, 4, 6, 6]);
        assert_eq!(groups[3], Group { shapes: vec![(1, 2), (2, 1)], total: 2 });
        // 1x1:1; 1x2 and 2x1 with 1,1; 2x2 with a diagonal of ones, twice.
        assert_eq!(scope.contexts(), Some(1 + 2 + 2));
    }
}
