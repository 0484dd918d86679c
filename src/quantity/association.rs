//! How strongly X and A depend on each other: inertia, chi-squared and the coefficients made of it, the
//! first singular value, and how much knowing X helps to guess A.

use crate::context::{Context, Side, Spectrum, X};
use crate::exact::rational::{Rational, integer, least_common_multiple};
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use num_bigint::BigInt;
use num_traits::{One, Zero};

/// Whether X and A are independent: `P(x,a) = p(x) q(a)` in every cell. Decided exactly.
pub fn is_independent(context: &Context) -> bool {
    let product_of_margins = |x: usize, a: usize| &context.row_sums()[x] * &context.column_sums()[a];
    let cells = (0..context.n()).flat_map(|x| (0..context.m()).map(move |a| (x, a)));
    cells.into_iter().all(|(x, a)| context.weight(x, a) * context.total() == product_of_margins(x, a))
}

/// `sum_{i>=0} s_i^2 = sum_{x,a} P(x,a)^2 / (p(x) q(a))`, in `[1, min(N, M)]`.
pub fn trace(context: &Context) -> Rational {
    let here = least_common_multiple(context.row_sums());
    let there = least_common_multiple(context.column_sums());
    let row = |(x, mass): (usize, &BigInt)| -> BigInt {
        let squares = context.scaled_row::<X>(x, &there).into_iter().map(|(a, scaled)| scaled * context.weight(x, a));
        squares.sum::<BigInt>() * (&here / mass)
    };
    let sum: BigInt = context.row_sums().iter().enumerate().map(row).sum();
    Rational::new(sum, here * there)
}

/// The total inertia `sum_{i>=1} s_i^2 = sum_{x,a} (P - p q)^2 / (p q)`, in `[0, min(N, M) - 1]`: Pearson's
/// mean square contingency `phi^2`. Zero exactly for independent X and A.
pub fn total_inertia(context: &Context) -> Rational {
    trace(context) - Rational::one()
}

/// Pearson's statistic for a test of independence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChiSquared {
    /// `sum (observed - expected)^2 / expected`: the number of observations times the total inertia.
    pub statistic: Rational,
    /// `(N - 1)(M - 1)`, over the rows and columns that carry mass.
    pub degrees_of_freedom: usize,
}

/// Pearson's chi-squared. The number of observations is [`Context::mass`]: it is 1 for a table of
/// probabilities, whose statistic is the total inertia itself.
pub fn chi_squared(context: &Context) -> ChiSquared {
    let statistic = total_inertia(context) * context.mass();
    ChiSquared { statistic, degrees_of_freedom: (context.n() - 1) * (context.m() - 1) }
}

/// Cramér's `V = sqrt(phi^2 / (min(N, M) - 1))`, in [0, 1]: 0 for independent variables, 1 where one is a
/// function of the other (the longer side's label decides the shorter's). Undefined if a side is one point.
///
/// Source: Cramér 1946.
pub fn cramers_v(context: &Context) -> Result<Real, Undefined> {
    let dimensions = context.n().min(context.m()) - 1;
    more_than_one_point("Cramér's V", dimensions)?;
    Ok(root(Real::from(total_inertia(context) / integer(dimensions))))
}

/// Tschuprow's `T = sqrt(phi^2 / sqrt((N - 1)(M - 1)))`, in [0, 1]: 1 only for a square table in which each
/// variable determines the other. Undefined if a side is one point.
///
/// Source: Tschuprow 1925.
pub fn tschuprows_t(context: &Context) -> Result<Real, Undefined> {
    let degrees_of_freedom = (context.n() - 1) * (context.m() - 1);
    more_than_one_point("Tschuprow's T", degrees_of_freedom)?;
    let inertia = total_inertia(context);
    // The fourth root of phi^4 / ((N - 1)(M - 1)), so that what is rational stays rational.
    Ok(root(root(Real::from(&inertia * &inertia / integer(degrees_of_freedom)))))
}

/// Pearson's contingency coefficient `C = sqrt(phi^2 / (1 + phi^2))`, in [0, 1).
///
/// Source: Pearson 1904.
pub fn contingency_coefficient(context: &Context) -> Real {
    root(Real::from(total_inertia(context) / trace(context)))
}

/// `s_1`, in [0, 1]: the maximal correlation of X and A as a spectrum shows it. Zero exactly for independent
/// variables, 1 exactly for a table that falls into components. Undefined if X is one point, where there is
/// no `s_1`; zero if only A is. From its definition the number is
/// [`maximal_correlation`](super::maximal_correlation::maximal_correlation).
pub fn first_singular_value(spectrum: &Spectrum) -> Result<Real, Undefined> {
    spectrum.singular_value(1).ok_or_else(|| Undefined::new("s_1", "X is one point, so there is no s_1"))
}

/// Goodman and Kruskal's lambda: the share of errors in guessing the point of side `S` that is avoided by
/// knowing the other variable, when the likeliest point is guessed. For S = A:
/// `(sum_x max_a P(x,a) - max_a q(a)) / (1 - max_a q(a))`, in [0, 1]. Undefined if side `S` is one point.
///
/// Source: Goodman and Kruskal 1954.
pub fn lambda<S: Side>(context: &Context) -> Result<Rational, Undefined> {
    let blind = greatest(S::masses(context));
    let informed: BigInt = (0..context.size::<S::Other>())
        .map(|there| greatest((0..context.size::<S>()).map(|here| S::weight(context, here, there))))
        .sum();
    avoided("lambda", S::NAME, Rational::from(blind), Rational::from(informed), context)
}

/// Goodman and Kruskal's tau: as [`lambda`], when points are guessed at random with their (conditional)
/// probabilities. For S = A: `(sum_{x,a} P(x,a)^2 / p(x) - sum_a q(a)^2) / (1 - sum_a q(a)^2)`, in [0, 1].
/// Undefined if side `S` is one point.
///
/// Source: Goodman and Kruskal 1954.
pub fn tau<S: Side>(context: &Context) -> Result<Rational, Undefined> {
    let squares: BigInt = S::masses(context).iter().map(|w| w * w).sum();
    let blind = Rational::new(squares, context.total().clone());
    let multiple = least_common_multiple(S::Other::masses(context));
    let row = |here: usize| -> BigInt {
        let scaled = context.scaled_row::<S>(here, &multiple).into_iter();
        scaled.map(|(there, scaled)| scaled * S::weight(context, here, there)).sum()
    };
    let informed = Rational::new((0..context.size::<S>()).map(row).sum(), multiple);
    avoided("tau", S::NAME, blind, informed, context)
}

/// `(informed - blind) / (total - blind)`, from weights of right guesses.
fn avoided(
    name: &str,
    side: &str,
    blind: Rational,
    informed: Rational,
    context: &Context,
) -> Result<Rational, Undefined> {
    let errors = Rational::from(context.total().clone()) - &blind;
    if errors.is_zero() {
        let reason = format!("{side} is one point, so a guess is never wrong");
        return Err(Undefined::new(format!("Goodman and Kruskal's {name} for {side}"), reason));
    }
    Ok((informed - blind) / errors)
}

fn greatest<'a>(weights: impl IntoIterator<Item = &'a BigInt>) -> BigInt {
    weights.into_iter().max().expect("a side has a point").clone()
}

fn more_than_one_point(term: &str, dimensions: usize) -> Result<(), Undefined> {
    let undefined = || Undefined::new(term, "a side is one point, so its divisor is zero");
    (dimensions > 0).then_some(()).ok_or_else(undefined)
}

fn root(square: Real) -> Real {
    square.sqrt().ok().flatten().expect("a rational number that is not negative, or a root of one")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{A, gallery, read};
    use crate::exact::rational::ratio;
    use std::path::Path;

    fn table() -> Context {
        // phi^2 = (3 * 5 - 1 * 2)^2 / (4 * 7 * 5 * 6) = 169 / 840
        Context::from_counts(&[[3, 1], [2, 5]]).unwrap()
    }

    #[test]
    fn two_by_two_by_hand() {
        let c = table();
        assert_eq!(total_inertia(&c), ratio(169, 840));
        assert_eq!(trace(&c), ratio(1009, 840));
        assert_eq!(chi_squared(&c), ChiSquared { statistic: ratio(11 * 169, 840), degrees_of_freedom: 1 });
        assert_eq!(cramers_v(&c).unwrap().decimal(12), "0.448542613573", "13 / sqrt 840");
        assert_eq!(tschuprows_t(&c).unwrap().decimal(12), "0.448542613573", "the same for 2 x 2");
        assert_eq!(first_singular_value(&Spectrum::of(&c)).unwrap().decimal(12), "0.448542613573");
        assert_eq!(contingency_coefficient(&c).decimal(9), "0.409258558", "13 / sqrt 1009");
        assert!(!is_independent(&c));
        // Guess A: right 6 times blind, 3 + 5 times knowing X. Guess X: 7 blind, 3 + 5 knowing A.
        assert_eq!(lambda::<A>(&c), Ok(ratio(8 - 6, 11 - 6)));
        assert_eq!(lambda::<X>(&c), Ok(ratio(8 - 7, 11 - 7)));
        // For 2 x 2 tables tau is phi^2, both ways.
        assert_eq!(tau::<A>(&c), Ok(ratio(169, 840)));
        assert_eq!(tau::<X>(&c), Ok(ratio(169, 840)));
    }

    /// Roots of rational squares are seen to be rational.
    #[test]
    fn special_contexts() {
        let rational = |r: Result<Real, Undefined>| r.unwrap().as_rational().cloned();
        for (c, v, t) in [
            (gallery::independent(3, 2), Some(ratio(0, 1)), Some(ratio(0, 1))),
            (gallery::perfect(4), Some(ratio(1, 1)), Some(ratio(1, 1))),
            (gallery::any_other(4), Some(ratio(1, 3)), Some(ratio(1, 3))),
            // X decides A, not the other way round: T^4 = 2^2 / (5 * 2)
            (gallery::deterministic(&[1, 3, 2]), Some(ratio(1, 1)), None),
        ] {
            assert_eq!(rational(cramers_v(&c)), v);
            assert_eq!(rational(tschuprows_t(&c)), t);
        }
        let t = tschuprows_t(&gallery::deterministic(&[1, 3, 2])).unwrap();
        assert_eq!(t.decimal(9), "0.795270729", "the fourth root of 0.4");
        assert_eq!(contingency_coefficient(&gallery::perfect(4)).decimal(9), "0.866025404");
        assert!(is_independent(&gallery::independent(4, 3)) && is_independent(&gallery::one_point()));
        assert!(!is_independent(&gallery::disconnected()));
        assert_eq!(chi_squared(&gallery::one_point()).degrees_of_freedom, 0);
        assert_eq!(tau::<A>(&gallery::deterministic(&[1, 3, 2])), Ok(ratio(1, 1)));
        assert_eq!(lambda::<A>(&gallery::deterministic(&[1, 3, 2])), Ok(ratio(1, 1)));
        assert_eq!(lambda::<X>(&gallery::independent(3, 2)), Ok(ratio(0, 1)));
    }

    #[test]
    fn one_point_on_a_side_leaves_terms_undefined() {
        for c in [gallery::one_point(), gallery::independent(1, 3), gallery::independent(3, 1)] {
            assert!(cramers_v(&c).is_err());
            assert!(tschuprows_t(&c).is_err());
            assert_eq!(tau::<X>(&c).is_err(), c.n() == 1);
            assert_eq!(lambda::<X>(&c).is_err(), c.n() == 1);
            assert_eq!(tau::<A>(&c).is_err(), c.m() == 1);
            assert_eq!(first_singular_value(&Spectrum::of(&c)).is_err(), c.n() == 1);
            assert_eq!(contingency_coefficient(&c).as_rational(), Some(&ratio(0, 1)));
        }
        let message = cramers_v(&gallery::one_point()).unwrap_err().to_string();
        assert_eq!(message, "Cramér's V is undefined: a side is one point, so its divisor is zero");
    }

    /// Both sums of the definition, and the spectrum: three ways to one number.
    #[test]
    fn inertia_is_that_of_the_double_sums_and_of_the_spectrum() {
        for gallery::Exhibit { name, context: c, spectrum } in gallery::exhibits() {
            let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
            let cells = || (0..c.n()).flat_map(|x| (0..c.m()).map(move |a| (x, a)));
            let squares: Rational = cells().map(|(x, a)| c.joint(x, a) * c.joint(x, a) / (&p[x] * &q[a])).sum();
            let excess = |(x, a): (usize, usize)| {
                let difference = c.joint(x, a) - &p[x] * &q[a];
                &difference * &difference / (&p[x] * &q[a])
            };
            assert_eq!(trace(&c), squares, "{name}");
            assert_eq!(total_inertia(&c), cells().map(excess).sum::<Rational>(), "{name}");
            assert_eq!(total_inertia(&c), spectrum.iter().map(|(s, k)| s * integer(*k)).sum::<Rational>(), "{name}");
            assert_eq!(is_independent(&c), spectrum.iter().all(|(s, _)| s.is_zero()), "{name}");
            assert_eq!(total_inertia(&c.transposed()), total_inertia(&c), "{name}");
        }
    }

    /// As R's `assocstats` (vcd) and `chisq.test` print them for hair and eyes.
    #[test]
    fn published_association_of_hair_and_eyes() {
        let c = read::read_table(Path::new("data/haireye.csv")).unwrap();
        let chi_squared = chi_squared(&c);
        assert_eq!(Real::from(chi_squared.statistic).decimal(2), "138.29");
        assert_eq!(chi_squared.degrees_of_freedom, 9);
        assert_eq!(contingency_coefficient(&c).decimal(3), "0.435");
        assert_eq!(cramers_v(&c).unwrap().decimal(3), "0.279");
        assert_eq!(first_singular_value(&Spectrum::of(&c)).unwrap().decimal(5), "0.45692");
    }
}
