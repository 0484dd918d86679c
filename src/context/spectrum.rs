//! The exact spectrum of a context.

use super::table::Context;
use crate::exact::algebraic::{RealAlgebraic, real_roots};
use crate::exact::characteristic::table_polynomials;
use crate::exact::dyadic::Dyadic;
use crate::exact::polynomial::Polynomial;
use crate::exact::proposal;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use num_bigint::BigInt;
use std::cmp::Ordering;

/// An eigenvalue `s^2` of `K = T T*` with its multiplicity, the constant function left out.
#[derive(Clone, Debug)]
pub struct Eigenvalue {
    /// The value, in [0, 1].
    pub value: RealAlgebraic,
    /// How many singular functions belong to it, the constant one not counted.
    pub multiplicity: usize,
}

/// `s_1^2 >= ... >= s_{N-1}^2`: the eigenvalues of `K = T T*` on X, without the constant function's. Where
/// M < N the last N - M of them are zero.
#[derive(Clone, Debug)]
pub struct Spectrum {
    eigenvalues: Vec<Eigenvalue>,
    /// On the shorter side, the trivial eigenvalue included.
    characteristic: Polynomial,
}

/// Which eigenspaces make up a set of top-d singular functions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopChoice {
    /// Positions in [`Spectrum::eigenvalues`] of the eigenspaces that every choice contains whole.
    pub whole: Vec<usize>,
    /// The position of the eigenspace that is cut, and how many dimensions of it are chosen: any subspace
    /// of that dimension will do. `None` if the choice is unique.
    pub cut: Option<(usize, usize)>,
}

impl Spectrum {
    /// The spectrum of a context: exact, by the characteristic polynomial of the operator on the shorter
    /// side.
    pub fn of(context: &Context) -> Spectrum {
        let (rows, columns, counts) = on_shorter_side(context);
        let characteristic = table_polynomials(rows, columns, &counts, None).characteristic;
        let proposals = proposal::eigenvalues(rows, columns, &counts);
        Spectrum::assemble(context.n() - rows, characteristic, &proposals)
    }

    /// From the characteristic polynomial on the shorter side, which lacks so many zeros.
    fn assemble(missing: usize, characteristic: Polynomial, proposals: &[Dyadic]) -> Spectrum {
        let mut eigenvalues: Vec<Eigenvalue> = real_roots(&characteristic, proposals)
            .into_iter()
            .map(|(value, multiplicity)| Eigenvalue { value, multiplicity })
            .collect();
        let largest = eigenvalues.first_mut().expect("an operator has an eigenvalue");
        assert!(largest.value.as_rational().is_some_and(|v| *v == integer(1)), "the largest eigenvalue is 1");
        largest.multiplicity -= 1;
        match eigenvalues.last_mut() {
            Some(last) if last.value.sign() == Ordering::Equal => last.multiplicity += missing,
            _ => eigenvalues.push(Eigenvalue { value: integer(0).into(), multiplicity: missing }),
        }
        eigenvalues.retain(|e| e.multiplicity > 0);
        Spectrum { eigenvalues, characteristic }
    }

    /// The distinct eigenvalues, largest first; multiplicities sum to N - 1. Empty if X is one point.
    pub fn eigenvalues(&self) -> &[Eigenvalue] {
        &self.eigenvalues
    }

    /// N - 1: the number of non-trivial singular functions on X.
    pub fn len(&self) -> usize {
        self.eigenvalues.iter().map(|e| e.multiplicity).sum()
    }

    /// Whether X is one point, so that every function is constant.
    pub fn is_empty(&self) -> bool {
        self.eigenvalues.is_empty()
    }

    /// The number of `s_i > 0`, i >= 1: the rank of T, less one.
    pub fn rank(&self) -> usize {
        let positive = self.eigenvalues.iter().filter(|e| e.value.sign() == Ordering::Greater);
        positive.map(|e| e.multiplicity).sum()
    }

    /// The position in [`Spectrum::eigenvalues`] of `s_i^2`; `None` unless `1 <= i <= N - 1`.
    pub fn position(&self, i: usize) -> Option<usize> {
        let mut before = 0;
        self.eigenvalues.iter().position(|e| {
            before += e.multiplicity;
            0 < i && i <= before
        })
    }

    /// `s_i^2`; `None` unless `1 <= i <= N - 1`.
    pub fn squared(&self, i: usize) -> Option<&RealAlgebraic> {
        self.position(i).map(|k| &self.eigenvalues[k].value)
    }

    /// `s_i`, with `s_0 = 1`; `None` unless `0 <= i <= N - 1`.
    pub fn singular_value(&self, i: usize) -> Option<Real> {
        let square = if i == 0 { Real::from(integer(1)) } else { Real::from(self.squared(i)?.clone()) };
        Some(square.sqrt().ok().flatten().expect("an eigenvalue of K has a sign, and is not negative"))
    }

    /// `s_1^2 + ... + s_d^2`; `None` if d > N - 1. The sum of all that are positive is rational, also by
    /// its form.
    pub fn sum_of_squares(&self, d: usize) -> Option<Real> {
        if self.rank() <= d && d <= self.len() {
            return Some(Real::from(self.total_inertia()));
        }
        let terms: Option<Vec<Real>> = (1..=d).map(|i| self.squared(i).map(|v| Real::from(v.clone()))).collect();
        terms.map(Real::sum)
    }

    /// `s_1^2 + ... + s_{N-1}^2`: by Vieta, from the characteristic polynomial.
    pub fn total_inertia(&self) -> Rational {
        let degree = self.characteristic.degree();
        let coefficients = self.characteristic.coefficients();
        -Rational::new(coefficients[degree - 1].clone(), coefficients[degree].clone()) - integer(1)
    }

    /// What the sets of top-d singular functions have in common and where they may differ; `None` if
    /// d > N - 1, where there is no such set.
    pub fn top(&self, d: usize) -> Option<TopChoice> {
        let mut left = d;
        let mut whole = Vec::new();
        for (k, eigenvalue) in self.eigenvalues.iter().enumerate() {
            if left == 0 {
                break;
            }
            if left < eigenvalue.multiplicity {
                return Some(TopChoice { whole, cut: Some((k, left)) });
            }
            left -= eigenvalue.multiplicity;
            whole.push(k);
        }
        (left == 0).then_some(TopChoice { whole, cut: None })
    }

    /// An integer multiple of `det(x I - K)` on the shorter of the two sides, the trivial eigenvalue 1
    /// included.
    pub fn characteristic(&self) -> &Polynomial {
        &self.characteristic
    }
}

/// The counts with the shorter side as rows.
fn on_shorter_side(context: &Context) -> (usize, usize, Vec<BigInt>) {
    if context.n() <= context.m() {
        return (context.n(), context.m(), context.weights().to_vec());
    }
    let transposed = (0..context.m()).flat_map(|a| (0..context.n()).map(move |x| context.weight(x, a).clone()));
    (context.m(), context.n(), transposed.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;

    fn shown(context: &Context) -> Vec<String> {
        let eigenvalues = Spectrum::of(context).eigenvalues().to_vec();
        eigenvalues.iter().map(|e| format!("{} x{}", e.value.decimal(6), e.multiplicity)).collect()
    }

    #[test]
    fn special_contexts_have_their_known_spectra() {
        for (context, expected) in [
            (Context::from_counts(&[[3]]), vec![]),
            (Context::from_counts(&[[1, 2, 3]]), vec![]),
            (Context::from_counts(&[[1], [2], [3]]), vec!["0.000000 x2"]),
            (Context::from_counts(&[[1, 0, 0], [0, 1, 0], [0, 0, 1]]), vec!["1.000000 x2"]),
            (Context::from_counts(&[[1, 2], [2, 4], [3, 6]]), vec!["0.000000 x2"]),
            (Context::from_counts(&[[2, 1, 1], [1, 2, 1], [1, 1, 2]]), vec!["0.062500 x2"]),
            (Context::from_counts(&[[1, 0], [1, 0], [0, 1], [0, 1]]), vec!["1.000000 x1", "0.000000 x2"]),
            // s^2 = (a d - b c)^2 / (product of the margins)
            (Context::from_counts(&[[3, 1], [2, 5]]), vec!["0.201190 x1"]),
        ] {
            assert_eq!(shown(&context.unwrap()), expected);
        }
    }

    #[test]
    fn published_inertias_of_hair_and_eyes() {
        let table = [[68, 20, 15, 5], [119, 84, 54, 29], [26, 17, 14, 14], [7, 94, 10, 16]];
        assert_eq!(shown(&Context::from_counts(&table).unwrap()), ["0.208773 x1", "0.022227 x1", "0.002598 x1"]);
    }

    #[test]
    fn both_sides_have_the_same_nonzero_part() {
        let context = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        let (here, there) = (shown(&context), shown(&context.transposed()));
        let trace = context.operator::<crate::context::X>().trace() - integer(1);
        let spectrum = Spectrum::of(&context);
        assert_eq!(spectrum.total_inertia(), trace);
        assert_eq!(spectrum.sum_of_squares(2).unwrap().as_rational(), Some(&trace));
        assert!(spectrum.sum_of_squares(1).unwrap().as_rational().is_none());
        assert_eq!(Spectrum::of(&Context::from_counts(&[[3]]).unwrap()).total_inertia(), integer(0));
        assert_eq!(there[..2], here[..2]);
        assert_eq!(there[2..], ["0.000000 x1"]);
    }

    #[test]
    fn top_choices_name_the_tie() {
        // Eigenvalues 1/16 twice, and on a disconnected copy the same again, with 1 once.
        let block = [[2, 1, 1], [1, 2, 1], [1, 1, 2]];
        let rows: [[u64; 6]; 6] =
            std::array::from_fn(|x| std::array::from_fn(|a| if x / 3 == a / 3 { block[x % 3][a % 3] } else { 0 }));
        let spectrum = Spectrum::of(&Context::from_counts(&rows).unwrap());
        let whole = |whole: &[usize]| Some(TopChoice { whole: whole.to_vec(), cut: None });
        assert_eq!(spectrum.len(), 5);
        assert_eq!(spectrum.top(0), whole(&[]));
        assert_eq!(spectrum.top(1), whole(&[0]));
        assert_eq!(spectrum.top(3), Some(TopChoice { whole: vec![0], cut: Some((1, 2)) }));
        assert_eq!(spectrum.top(5), whole(&[0, 1]));
        assert_eq!(spectrum.top(6), None);
        let squares: Vec<_> = (0..=6).map(|i| spectrum.squared(i).map(|v| v.as_rational().unwrap().clone())).collect();
        let small = Some(ratio(1, 16));
        assert_eq!(squares, [None, Some(ratio(1, 1)), small.clone(), small.clone(), small.clone(), small, None]);
        assert_eq!(spectrum.singular_value(2).unwrap().as_rational(), Some(&ratio(1, 4)));
        assert_eq!(spectrum.sum_of_squares(3).unwrap().as_rational(), Some(&ratio(9, 8)));
        assert!(spectrum.sum_of_squares(6).is_none());
        assert_eq!(spectrum.rank(), 5);
    }
}
