//! A joint table that has been read, before it becomes a context.

use super::ZeroMass;
use super::text::{Spot, Text, short};
use crate::context::{Context, MAX_POINTS};
use crate::error::Error;
use crate::exact::rational::Rational;
use num_traits::Zero;
use std::collections::HashMap;

/// Labels and weights, points without mass included.
pub(super) struct Draft {
    pub x: Points,
    pub a: Points,
    pub rows: Vec<Vec<Rational>>,
}

/// The points of a side in order, each with the place where its label stands first.
#[derive(Clone)]
pub(super) struct Points {
    side: &'static str,
    labels: Vec<String>,
    spots: Vec<Spot>,
    index: HashMap<String, usize>,
}

impl Points {
    /// No points yet. `side` is what messages call them: `"rows"`, for example.
    pub fn new(side: &'static str) -> Points {
        Points { side, labels: Vec::new(), spots: Vec::new(), index: HashMap::new() }
    }

    /// The number of points.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// The labels.
    pub fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The point with a label, added if it is new. Errs on a blank label and on too many points.
    pub fn find_or_add(&mut self, text: &Text, label: &str, spot: Spot) -> Result<usize, Error> {
        if let Some(&known) = self.index.get(label) {
            return Ok(known);
        }
        if label.trim().is_empty() {
            return Err(text.error(spot, format!("expected a label, found {}", blank(label))));
        }
        if self.len() == MAX_POINTS {
            return Err(text.error(spot, format!("expected at most {MAX_POINTS} {}, found more", self.side)));
        }
        self.index.insert(label.to_string(), self.len());
        self.labels.push(label.to_string());
        self.spots.push(spot);
        Ok(self.len() - 1)
    }

    /// Adds a point. Errs like [`Points::find_or_add`], and on a label that is there already.
    pub fn add(&mut self, text: &Text, label: &str, spot: Spot) -> Result<(), Error> {
        let before = self.len();
        let point = self.find_or_add(text, label, spot)?;
        if point < before {
            let (first, found) = (self.spots[point].line, short(label));
            let message = format!("expected distinct {}, found {found} again (first on line {first})", self.side);
            return Err(text.error(spot, message));
        }
        Ok(())
    }

    /// The points in another order: `order` lists indices.
    pub fn permuted(&self, order: &[usize]) -> Points {
        let labels: Vec<String> = order.iter().map(|&i| self.labels[i].clone()).collect();
        let index = labels.iter().cloned().zip(0..).collect();
        Points { side: self.side, labels, spots: order.iter().map(|&i| self.spots[i]).collect(), index }
    }

    fn refuse(&self, text: &Text, point: usize) -> Error {
        let label = short(&self.labels[point]);
        text.error(
            self.spots[point],
            format!("expected {} with positive mass, found only zeros for {label}", self.side),
        )
    }
}

fn blank(label: &str) -> String {
    if label.is_empty() { "nothing".into() } else { short(label) }
}

impl Draft {
    /// The context. Errs like [`Context::new`], and on points without mass if they are refused.
    pub fn context(self, text: &Text, zero_mass: ZeroMass) -> Result<Context, Error> {
        if zero_mass == ZeroMass::Refuse {
            self.refuse_empty(text)?;
        }
        let Draft { x, a, rows } = self;
        Context::new(x.labels, a.labels, &rows).map_err(|e| text.error_in_whole(e.message()))
    }

    fn refuse_empty(&self, text: &Text) -> Result<(), Error> {
        if let Some(x) = self.rows.iter().position(|row| row.iter().all(Zero::is_zero)) {
            return Err(self.x.refuse(text, x));
        }
        let empty = |&a: &usize| self.rows.iter().all(|row| row[a].is_zero());
        (0..self.a.len()).find(empty).map_or(Ok(()), |a| Err(self.a.refuse(text, a)))
    }
}
