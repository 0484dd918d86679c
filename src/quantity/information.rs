//! Mutual information.

use super::association::is_independent;
use crate::context::Context;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use num_bigint::BigInt;
use num_traits::Zero;
use std::collections::BTreeMap;

/// The mutual information `I(X; A) = sum_{x,a} P ln(P / (p q))` in nats, with `0 ln 0 = 0`. At least 0, and
/// rational 0 by its form for independent X and A; at most the logarithm of the smaller of N and M.
///
/// Source: Shannon 1948.
pub fn mutual_information(context: &Context) -> Real {
    let information = Logarithms::of(context);
    information.odd().plus(&Real::from(information.twos).times(&ln(&BigInt::from(2))))
}

/// The mutual information in bits: that in nats over `ln 2`.
pub fn mutual_information_in_bits(context: &Context) -> Real {
    let information = Logarithms::of(context);
    let odd = information.odd().divided_by(&ln(&BigInt::from(2)));
    odd.ok().flatten().expect("ln 2 is not zero").plus(&Real::from(information.twos))
}

/// `twos ln 2 + sum of coefficient ln(number)` over odd numbers, so that whole bits are recognised.
struct Logarithms {
    twos: Rational,
    odd: BTreeMap<BigInt, Rational>,
}

impl Logarithms {
    /// `I = (sum w ln w + n ln n - sum r ln r - sum c ln c) / n` for weights w, their total n, and the sums r
    /// of rows and c of columns: in a table of counts few of these numbers differ.
    fn of(context: &Context) -> Logarithms {
        let mut coefficients: BTreeMap<&BigInt, BigInt> = BTreeMap::new();
        if !is_independent(context) {
            let weights = context.weights().iter().filter(|w| !w.is_zero());
            weights.chain([context.total()]).for_each(|n| *coefficients.entry(n).or_default() += n);
            let margins = context.row_sums().iter().chain(context.column_sums());
            margins.for_each(|n| *coefficients.entry(n).or_default() -= n);
        }
        let mut logarithms = Logarithms { twos: Rational::zero(), odd: BTreeMap::new() };
        for (number, coefficient) in coefficients {
            logarithms.add(number, &Rational::new(coefficient, context.total().clone()));
        }
        logarithms
    }

    fn add(&mut self, number: &BigInt, coefficient: &Rational) {
        let twos = number.trailing_zeros().expect("a sum of positive weights");
        self.twos += coefficient * Rational::from(BigInt::from(twos));
        *self.odd.entry(number >> twos).or_insert_with(Rational::zero) += coefficient;
    }

    /// The sum over odd numbers.
    fn odd(&self) -> Real {
        let terms = self.odd.iter().filter(|(_, coefficient)| !coefficient.is_zero());
        Real::sum(terms.map(|(number, coefficient)| Real::from(coefficient.clone()).times(&ln(number))))
    }
}

fn ln(number: &BigInt) -> Real {
    Real::from(Rational::from(number.clone())).ln().ok().flatten().expect("the logarithm of a positive integer")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{A, X, gallery, read};
    use crate::exact::rational::{integer, ratio};
    use std::cmp::Ordering;
    use std::path::Path;

    /// The double sum of the definition.
    fn naive(c: &Context) -> Real {
        let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
        let cells = (0..c.n()).flat_map(|x| (0..c.m()).map(move |a| (x, a)));
        Real::sum(cells.filter(|&(x, a)| !c.weight(x, a).is_zero()).map(|(x, a)| {
            let ratio = Real::from(c.joint(x, a) / (&p[x] * &q[a]));
            ratio.ln().unwrap().unwrap().times(&Real::from(c.joint(x, a)))
        }))
    }

    #[test]
    fn it_is_the_double_sum() {
        let mut contexts: Vec<Context> = gallery::exhibits().into_iter().map(|e| e.context).collect();
        contexts
            .extend([gallery::cycle(5), Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap()]);
        let mut positive = 0;
        for c in contexts {
            let (value, naive) = (mutual_information(&c), naive(&c));
            assert!(value.minus(&naive).enclose(200).contains_zero());
            // A wrong value would not pass.
            assert!(!value.plus(&ratio(1, 1_000_000).into()).minus(&naive).enclose(200).contains_zero());
            let positive_or_zero = if is_independent(&c) { Ordering::Equal } else { Ordering::Greater };
            assert_eq!(value.sign(), Ok(positive_or_zero));
            positive += usize::from(positive_or_zero == Ordering::Greater);
            assert_eq!(mutual_information(&c.transposed()).decimal(30), value.decimal(30));
            let bits = mutual_information_in_bits(&c).times(&ln(&BigInt::from(2)));
            assert!(value.minus(&bits).enclose(200).contains_zero());
        }
        assert!(positive > 10);
    }

    #[test]
    fn by_hand() {
        let rational = |r: Real| r.as_rational().cloned();
        assert_eq!(rational(mutual_information(&gallery::independent(3, 4))), Some(integer(0)));
        assert_eq!(rational(mutual_information_in_bits(&gallery::one_point())), Some(integer(0)));
        assert_eq!(rational(mutual_information_in_bits(&gallery::perfect(8))), Some(integer(3)));
        assert_eq!(rational(mutual_information_in_bits(&gallery::masked_signs(3, &ratio(1, 4)))), Some(ratio(9, 4)));
        assert_eq!(mutual_information(&gallery::perfect(10)).decimal(12), "2.302585092994");
        // A channel that errs once in four: 1 - h(1/4) bits
        let channel = Context::from_counts(&[[3, 1], [1, 3]]).unwrap();
        assert_eq!(mutual_information_in_bits(&channel).decimal(12), "0.188721875541");
    }

    /// The likelihood ratio statistic `G^2 = 2 n I` of hair and eyes is printed as 146.44.
    #[test]
    fn published_likelihood_ratio_of_hair_and_eyes() {
        let c = read::read_table(Path::new("data/haireye.csv")).unwrap();
        let g_squared = mutual_information(&c).times(&Real::from(integer(2) * c.mass()));
        assert_eq!(g_squared.decimal(2), "146.44");
    }
}
