//! Integers as sums: how a natural number of Coq, which has no negative ones, stands for them.

use super::gallina::{Gallina, level};
use std::collections::BTreeMap;

/// `constant + sum of coefficients times atoms`; an atom is a natural number of Coq.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Linear {
    constant: i64,
    atoms: BTreeMap<String, i64>,
}

/// What is known of an atom: it is between these, as far as they are there.
#[derive(Clone, Debug, Default)]
pub(super) struct Bounds {
    pub least: Vec<Linear>,
    pub most: Vec<Linear>,
}

impl Linear {
    pub fn constant(value: i64) -> Linear {
        Linear { constant: value, atoms: BTreeMap::new() }
    }

    pub fn atom(name: &str) -> Linear {
        Linear { constant: 0, atoms: BTreeMap::from([(name.into(), 1)]) }
    }

    pub fn plus(&self, other: &Linear) -> Linear {
        self.combined(other, 1)
    }

    pub fn minus(&self, other: &Linear) -> Linear {
        self.combined(other, -1)
    }

    /// `self + factor * other`
    fn combined(&self, other: &Linear, factor: i64) -> Linear {
        let mut sum = self.clone();
        sum.constant += factor * other.constant;
        for (atom, coefficient) in &other.atoms {
            *sum.atoms.entry(atom.clone()).or_default() += factor * coefficient;
        }
        sum.atoms.retain(|_, coefficient| *coefficient != 0);
        sum
    }

    pub fn scaled(&self, factor: i64) -> Linear {
        Linear::constant(0).combined(self, factor)
    }

    pub fn as_constant(&self) -> Option<i64> {
        self.atoms.is_empty().then_some(self.constant)
    }

    /// The parts that are added and those that are taken away, as natural numbers.
    fn parts(&self) -> (Linear, Linear) {
        let of = |sign: i64| {
            let atoms = self.atoms.iter().filter(|(_, c)| (**c > 0) == (sign > 0));
            Linear {
                constant: (sign * self.constant).max(0),
                atoms: atoms.map(|(a, c)| (a.clone(), sign * c)).collect(),
            }
        };
        (of(1), of(-1))
    }

    /// A sum without anything that is taken away.
    fn written(&self) -> Gallina {
        let mut terms: Vec<Gallina> = Vec::new();
        for (atom, coefficient) in &self.atoms {
            let atom = match atom.contains(' ') {
                true => Gallina::new(atom.clone(), level::APPLICATION),
                false => Gallina::atom(atom.clone()),
            };
            terms.push(match coefficient {
                1 => atom,
                c => Gallina::atom(c.to_string()).left("*", &atom, level::PRODUCT),
            });
        }
        match (&terms[..], self.constant) {
            ([one], 1) => return Gallina::new(format!("{}.+1", one.argument()), level::ATOM),
            ([], _) => return Gallina::atom(self.constant.to_string()),
            (_, 0) => {}
            (_, c) => terms.push(Gallina::atom(c.to_string())),
        }
        terms.into_iter().reduce(|sum, term| sum.left("+", &term, level::SUM)).expect("it has a term")
    }

    /// The natural number that it is, and 0 where it is negative.
    pub fn natural(&self) -> Gallina {
        let (added, taken) = self.parts();
        match taken == Linear::default() {
            true => added.written(),
            false => added.written().left("-", &taken.written(), level::SUM),
        }
    }

    /// The same as an argument or the size of a matrix.
    pub fn size(&self) -> Gallina {
        let natural = self.natural();
        if natural.text.contains(' ') { natural.of_naturals() } else { natural }
    }

    /// `self relation other` without subtraction.
    pub fn related(&self, relation: &str, other: &Linear) -> Gallina {
        let (right, left) = other.minus(self).parts();
        // Both sides as they were written, if nothing is taken away there.
        let kept = |side: &Linear| side.parts().1 == Linear::default();
        match kept(self) && kept(other) {
            true => self.written().related(relation, &other.written()),
            false => left.written().related(relation, &right.written()),
        }
    }

    /// Whether it is 0 or more, as far as bounds of its atoms show.
    pub fn is_natural(&self, bounds: &BTreeMap<String, Bounds>) -> bool {
        self.is_natural_within(bounds, 12)
    }

    fn is_natural_within(&self, bounds: &BTreeMap<String, Bounds>, depth: usize) -> bool {
        if self.constant >= 0 && self.atoms.values().all(|c| *c > 0) {
            return true;
        }
        depth > 0
            && self.atoms.iter().any(|(atom, coefficient)| {
                let Some(known) = bounds.get(atom) else { return false };
                let ends = if *coefficient > 0 { &known.least } else { &known.most };
                ends.iter().any(|end| {
                    let replaced = self.combined(&Linear::atom(atom), -coefficient).combined(end, *coefficient);
                    replaced.is_natural_within(bounds, depth - 1)
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> BTreeMap<String, Bounds> {
        let n = Linear::atom("N");
        let bounds = |least: i64, most: Vec<Linear>| Bounds { least: vec![Linear::constant(least)], most };
        BTreeMap::from([
            ("N".into(), bounds(1, vec![])),
            ("d".into(), bounds(1, vec![n.minus(&Linear::constant(1))])),
            ("i".into(), bounds(0, vec![Linear::atom("d")])),
        ])
    }

    #[test]
    fn bounds_show_what_they_can() {
        let (n, i, one) = (Linear::atom("N"), Linear::atom("i"), Linear::constant(1));
        assert!(n.minus(&one).minus(&i).is_natural(&known()), "i <= d <= N - 1");
        assert!(!n.minus(&one).minus(&one).minus(&i).is_natural(&known()), "i may be N - 1");
        assert!(!i.minus(&one).is_natural(&known()), "i may be 0");
        assert!(Linear::atom("d").minus(&one).is_natural(&known()));
        assert!(!Linear::atom("other").minus(&one).is_natural(&known()));
    }

    #[test]
    fn nothing_is_taken_away_in_a_comparison() {
        let (n, d, one) = (Linear::atom("N"), Linear::atom("d"), Linear::constant(1));
        assert_eq!(d.related("<=", &n.minus(&one)).text, "d.+1 <= N");
        assert_eq!(d.minus(&one).related("<", &n).text, "d < N.+1");
        assert_eq!(d.related("=", &n).text, "d = N");
        assert_eq!(n.minus(&one).natural().text, "N - 1");
        assert_eq!(d.plus(&one).size().text, "d.+1");
        assert_eq!(n.scaled(2).plus(&one).plus(&one).size().text, "(2 * N + 2)%N");
    }
}
