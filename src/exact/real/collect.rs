//! Sums and products as they are written down: collected.
//!
//! None of it decides anything: forms that differ may have the same value. It keeps expressions short, and
//! most of what is zero for an algebraic reason is then zero by its form.

use super::at_root::AtRoot;
use super::surd::product_of_roots;
use super::{Node, Real};
use crate::exact::rational::Rational;
use num_traits::{One, Zero};
use std::collections::HashMap;

/// `coefficient * prod above / prod below`.
///
/// **Invariant** of one that is a node: the coefficient is not zero, factors are neither rational nor
/// products, no factor is above and below, no square root is there twice, and of rationals there is at most
/// one, above. Polynomials at a root are primitive, and at most one is above of each root with which
/// arithmetic is done. Of exponentials there is at most one, above.
#[derive(Clone)]
pub(super) struct Product {
    coefficient: Rational,
    above: Vec<Real>,
    below: Vec<Real>,
}

impl Product {
    pub fn one() -> Product {
        Product { coefficient: Rational::one(), above: Vec::new(), below: Vec::new() }
    }

    /// A number as a product.
    pub fn of(number: &Real) -> Product {
        match &*number.node {
            Node::Product(product) => product.clone(),
            _ => {
                let mut product = Product::one();
                product.multiply(number);
                product
            }
        }
    }

    pub fn coefficient(&self) -> &Rational {
        &self.coefficient
    }

    pub fn above(&self) -> &[Real] {
        &self.above
    }

    /// The divisors; none is zero.
    pub fn below(&self) -> &[Real] {
        &self.below
    }

    /// Times a number.
    pub fn multiply(&mut self, factor: &Real) {
        match &*factor.node {
            Node::Rational(r) => self.coefficient *= r,
            Node::Product(product) => {
                self.coefficient *= &product.coefficient;
                product.above.iter().for_each(|f| self.multiply(f));
                product.below.iter().for_each(|f| self.divide(f));
            }
            Node::AtRoot(value) => self.multiply_at_root(value),
            Node::SquareRoot(radicand) => self.multiply_root(factor, radicand),
            Node::Exponential(exponent) => self.multiply_exponential(exponent),
            _ if remove(&mut self.below, factor) => {}
            _ => self.above.push(factor.clone()),
        }
    }

    fn multiply_at_root(&mut self, value: &AtRoot) {
        let (content, primitive) = value.split();
        self.coefficient *= content;
        let merges = |f: &Real| matches!(&*f.node, Node::AtRoot(other) if other.merges_with(&primitive));
        if let Some(k) = self.above.iter().position(merges) {
            if let Node::AtRoot(other) = &*self.above.swap_remove(k).node {
                self.multiply(&primitive.times(other));
            }
            return;
        }
        let factor = Real::at_root(primitive);
        if !remove(&mut self.below, &factor) {
            self.above.push(factor);
        }
    }

    /// `exp a exp b = exp(a + b)`
    fn multiply_exponential(&mut self, exponent: &Real) {
        let is_exponential = |f: &Real| matches!(&*f.node, Node::Exponential(_));
        if let Some(k) = self.above.iter().position(is_exponential)
            && let Node::Exponential(other) = &*self.above.swap_remove(k).node
        {
            let together = exponent.plus(other).exp();
            return self.multiply(&together);
        }
        self.above.push(exponent.exp());
    }

    fn multiply_root(&mut self, root: &Real, radicand: &Real) {
        if remove(&mut self.below, root) {
            return;
        }
        if remove(&mut self.above, root) {
            return self.multiply(radicand);
        }
        if let Some(r) = radicand.as_rational() {
            let rational = |f: &Real| match &*f.node {
                Node::SquareRoot(radicand) => radicand.as_rational().cloned(),
                _ => None,
            };
            if let Some(k) = self.above.iter().position(|f| rational(f).is_some()) {
                let other = rational(&self.above.swap_remove(k)).unwrap_or_default();
                return self.multiply(&product_of_roots(r, &other));
            }
        }
        self.above.push(root.clone());
    }

    /// Divided by a number that is not zero.
    pub fn divide(&mut self, divisor: &Real) {
        match &*divisor.node {
            Node::Rational(r) => self.coefficient /= r,
            Node::Product(product) => {
                self.coefficient /= &product.coefficient;
                product.above.iter().for_each(|f| self.divide(f));
                product.below.iter().for_each(|f| self.multiply(f));
            }
            Node::AtRoot(value) => match value.inverse() {
                Some(inverse) => self.multiply(&inverse),
                None => {
                    let (content, primitive) = value.split();
                    self.coefficient /= content;
                    self.divide_by_factor(Real::at_root(primitive));
                }
            },
            Node::SquareRoot(_) if remove(&mut self.above, divisor) => {}
            Node::Exponential(exponent) => self.multiply(&exponent.negated().exp()),
            // 1 / sqrt r = sqrt r / r
            Node::SquareRoot(radicand) if radicand.as_rational().is_some() => {
                self.multiply(divisor);
                self.divide(radicand);
            }
            Node::SquareRoot(radicand) if remove(&mut self.below, divisor) => self.divide(radicand),
            _ => self.divide_by_factor(divisor.clone()),
        }
    }

    fn divide_by_factor(&mut self, divisor: Real) {
        if !remove(&mut self.above, &divisor) {
            self.below.push(divisor);
        }
    }

    /// The number.
    pub fn into_real(mut self) -> Real {
        if self.coefficient.is_zero() || (self.above.is_empty() && self.below.is_empty()) {
            return Real::from(self.coefficient);
        }
        if self.below.is_empty() && self.above.len() == 1 {
            if let Node::AtRoot(value) = &*self.above[0].node {
                return Real::at_root(value.scaled(&self.coefficient));
            }
            if self.coefficient.is_one() {
                return self.above.remove(0);
            }
        }
        Real::new(Node::Product(self))
    }

    /// Takes out what all of some products have in common, and returns it; coefficients are left alone.
    pub fn take_common(products: &mut [Product]) -> Product {
        let mut common = Product::one();
        let Some((first, others)) = products.split_first_mut() else { return common };
        for part in
            [|p: &mut Product| &mut p.above, |p: &mut Product| &mut p.below] as [fn(&mut Product) -> &mut Vec<Real>; 2]
        {
            for factor in part(first).clone() {
                if others.iter_mut().all(|p| part(p).iter().any(|f| f.is_same(&factor))) {
                    others.iter_mut().for_each(|p| _ = remove(part(p), &factor));
                    remove(part(first), &factor);
                    part(&mut common).push(factor);
                }
            }
        }
        common
    }

    /// The sum that this is a rational multiple of, if it is one.
    fn as_multiple_of_sum(&self) -> Option<&[Real]> {
        match (self.above.as_slice(), self.below.as_slice()) {
            ([factor], []) => match &*factor.node {
                Node::Sum(terms) => Some(terms),
                _ => None,
            },
            _ => None,
        }
    }

    /// Takes out the polynomial at a root with which arithmetic is done, if there is just one.
    fn take_at_root(&mut self) -> Option<AtRoot> {
        let merging = |f: &Real| match &*f.node {
            Node::AtRoot(value) if value.merges() => Some(value.clone()),
            _ => None,
        };
        let mut found = self.above.iter().enumerate().filter_map(|(k, f)| Some((k, merging(f)?)));
        let (Some((k, value)), None) = (found.next(), found.next()) else { return None };
        self.above.remove(k);
        Some(value)
    }
}

/// Removes a factor, if it is there.
fn remove(factors: &mut Vec<Real>, factor: &Real) -> bool {
    let place = factors.iter().position(|f| f.is_same(factor));
    place.map(|k| factors.swap_remove(k)).is_some()
}

/// The sum of all terms.
pub(super) fn sum(terms: impl IntoIterator<Item = Real>) -> Real {
    let mut sum = Sum::default();
    terms.into_iter().for_each(|term| sum.add(&term, &Rational::one()));
    sum.into_real()
}

/// A sum in the making: its terms by what they are multiples of.
#[derive(Default)]
struct Sum {
    groups: Vec<Group>,
    /// Where groups are, by the fingerprint of what they are multiples of.
    places: HashMap<u64, Vec<usize>>,
}

/// `factor * (rational + sum at)`.
struct Group {
    factor: Real,
    rational: Rational,
    at: Vec<AtRoot>,
}

impl Sum {
    fn add(&mut self, term: &Real, times: &Rational) {
        if let Node::Sum(terms) = &*term.node {
            return terms.iter().for_each(|t| self.add(t, times));
        }
        if let Some(r) = term.as_rational() {
            return self.group(Real::from(Rational::one())).rational += r * times;
        }
        let mut product = Product::of(term);
        if let Some(terms) = product.as_multiple_of_sum() {
            let times = times * &product.coefficient;
            return terms.iter().for_each(|t| self.add(t, &times));
        }
        let coefficient = std::mem::replace(&mut product.coefficient, Rational::one()) * times;
        if coefficient.is_zero() {
            return;
        }
        let at_root = product.take_at_root();
        let group = self.group(product.into_real());
        match at_root {
            None => group.rational += coefficient,
            Some(value) => group.add(value.scaled(&coefficient)),
        }
    }

    fn group(&mut self, factor: Real) -> &mut Group {
        let places = self.places.entry(factor.fingerprint).or_default();
        let found = places.iter().copied().find(|&k| self.groups[k].factor.is_same(&factor));
        let place = found.unwrap_or_else(|| {
            places.push(self.groups.len());
            self.groups.push(Group { factor, rational: Rational::zero(), at: Vec::new() });
            self.groups.len() - 1
        });
        &mut self.groups[place]
    }

    fn into_real(self) -> Real {
        let mut terms: Vec<Real> = self.groups.into_iter().flat_map(Group::into_terms).collect();
        match terms.len() {
            0 => Real::zero(),
            1 => terms.remove(0),
            _ => Real::new(Node::Sum(terms)),
        }
    }
}

impl Group {
    fn add(&mut self, value: AtRoot) {
        let Some(k) = self.at.iter().position(|other| other.merges_with(&value)) else {
            return self.at.push(value);
        };
        let merged = self.at.swap_remove(k).plus(&value);
        match &*merged.node {
            Node::Rational(r) => self.rational += r,
            Node::AtRoot(value) => self.at.push(value.clone()),
            _ => unreachable!("a sum at a root is a rational or at the root"),
        }
    }

    /// The same polynomial at all roots of another sums to its trace, which is rational.
    fn take_traces(&mut self) {
        let mut k = 0;
        while k < self.at.len() {
            let first = self.at[k].clone();
            let is_conjugate = |other: &AtRoot| {
                other.modulus() == first.modulus()
                    && (other.numerator(), other.denominator()) == (first.numerator(), first.denominator())
            };
            // Roots in a group are distinct.
            if self.at.iter().filter(|other| is_conjugate(other)).count() == first.modulus().degree() {
                self.rational += first.trace();
                self.at.retain(|other| !is_conjugate(other));
            } else {
                k += 1;
            }
        }
    }

    fn into_terms(mut self) -> Vec<Real> {
        self.take_traces();
        let sums = match self.at.as_slice() {
            [value] if value.merges() => vec![value.plus_rational(&self.rational)],
            _ => std::iter::once(Real::from(self.rational)).chain(self.at.into_iter().map(Real::at_root)).collect(),
        };
        let terms = sums.into_iter().filter(|sum| sum.as_rational().is_none_or(|r| !r.is_zero()));
        if self.factor.as_rational().is_some() {
            return terms.collect();
        }
        terms.map(|sum| sum.times(&self.factor)).collect()
    }
}
