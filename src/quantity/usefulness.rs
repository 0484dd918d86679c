//! How useful a context is: the metric `tau`, and how fast its spectrum decays.

use crate::context::Spectrum;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Undefined};
use num_traits::One;
use std::cmp::Ordering;

/// The numbers that the metric is taken with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weighting {
    /// The weight of the second term; the source asks for `beta > 0`.
    pub beta: Rational,
    /// The largest dimension considered, `d0`.
    pub largest: usize,
}

impl Weighting {
    /// The source's: `beta = 1` and `d0 = 512`, or N - 1 if that is less.
    pub fn standard(spectrum: &Spectrum) -> Weighting {
        Weighting { beta: Rational::one(), largest: spectrum.len().min(512) }
    }
}

/// The metric of a context, and what it is the least of.
#[derive(Clone, Debug)]
pub struct Usefulness {
    /// `tau = min_d tau_d`.
    pub tau: Real,
    /// The dimensions d at which the minimum is attained, or why that is not decided.
    pub attained: Result<Vec<usize>, Exhausted>,
    /// `tau_d` for d = 1, 2, ..., d0.
    pub by_dimension: Vec<Result<Real, Undefined>>,
}

/// `tau_d = 1 / (1 - s_{d+1}^2) + beta (s_1^2 + ... + s_d^2) / (s_1^2 + ... + s_{d0}^2)`.
///
/// Undefined if `s_{d+1}^2 = 1`, if d + 1 or d0 is larger than N - 1, and if the divisor of the second term
/// is zero: for d0 = 0, and for independent X and A.
///
/// Source: Zhai et al. 2025, Equation 4.
pub fn tau_at(spectrum: &Spectrum, d: usize, weighting: &Weighting) -> Result<Real, Undefined> {
    let undefined = |reason: String| Undefined::new(format!("tau_{d}"), reason);
    let beyond =
        |index: usize| undefined(format!("it needs s_{index}, and the last singular value is s_{}", spectrum.len()));
    let next = d.saturating_add(1);
    let squared = spectrum.squared(next).ok_or_else(|| beyond(next))?;
    let divisor = spectrum.sum_of_squares(weighting.largest).ok_or_else(|| beyond(weighting.largest))?;
    let first = Real::from(integer(1)).divided_by(&Real::polynomial_at(Polynomial::from_small(&[1, -1]), squared));
    let first =
        first.expect(DECIDED).ok_or_else(|| undefined(format!("s_{next}^2 is 1, so 1 - s_{next}^2 is zero")))?;
    let sum = spectrum.sum_of_squares(d).expect("d is below N - 1");
    let share = sum.divided_by(&divisor).expect(DECIDED);
    let share = share.ok_or_else(|| undefined(format!("s_1^2 + ... + s_{}^2 is zero", weighting.largest)))?;
    Ok(first.plus(&share.times(&Real::from(weighting.beta.clone()))))
}

/// Signs that no budget limits.
const DECIDED: &str = "a polynomial's value at an eigenvalue, and a sum of numbers that are not negative, have a sign";

/// `tau = min tau_d` over those d in `1..=d0` at which `tau_d` has a value. Undefined if there is none.
/// `docs/readings.md` says why it is read so.
///
/// At least 1 if `beta >= 0`; smaller for a more useful context.
///
/// Source: Zhai et al. 2025, section 5.2.
pub fn usefulness(spectrum: &Spectrum, weighting: &Weighting) -> Result<Usefulness, Undefined> {
    // Beyond N there is no tau_d, however many dimensions are asked for.
    let last = weighting.largest.min(spectrum.len() + 1);
    let by_dimension: Vec<_> = (1..=last).map(|d| tau_at(spectrum, d, weighting)).collect();
    let defined: Vec<(usize, &Real)> =
        (1..).zip(&by_dimension).filter_map(|(d, t)| Some((d, t.as_ref().ok()?))).collect();
    if defined.is_empty() {
        let reason = match by_dimension.first() {
            Some(Err(first)) => format!("no tau_d has a value; of tau_1, {}", first.reason()),
            _ => "d0 is zero, so there is no tau_d".into(),
        };
        return Err(Undefined::new("tau", reason));
    }
    let attained = least(&defined);
    let tau = match &attained {
        Ok(dimensions) => by_dimension[dimensions[0] - 1].clone().expect("it is attained where it is defined"),
        Err(_) => Real::minimum(defined.into_iter().map(|(_, t)| t.clone())).expect("one is defined"),
    };
    Ok(Usefulness { tau, attained, by_dimension })
}

/// Where the least of some numbers is attained.
fn least(numbers: &[(usize, &Real)]) -> Result<Vec<usize>, Exhausted> {
    let (first, mut smallest) = numbers[0];
    let mut attained = vec![first];
    for (d, number) in &numbers[1..] {
        match number.compare(smallest)? {
            Ordering::Less => (attained, smallest) = (vec![*d], number),
            Ordering::Equal => attained.push(*d),
            Ordering::Greater => {}
        }
    }
    Ok(attained)
}

/// The decay rate: the `lambda` for which the line `-lambda i` fits `ln s_i^2` best by least squares, over
/// the positive singular values i = 1..r: `lambda = - sum i ln s_i^2 / sum i^2`. At least 0. Undefined if
/// `s_1 = 0`, or if there is no `s_1`. `docs/readings.md` says why it is read so.
///
/// Source: Zhai et al. 2025, section 5.1: the lambda that fits `s_i^2 = exp(-lambda i)`.
pub fn decay_rate(spectrum: &Spectrum) -> Result<Real, Undefined> {
    let rank = spectrum.rank();
    if rank == 0 {
        return Err(Undefined::new("the decay rate", "no singular value is positive, so there is nothing to fit"));
    }
    let squares: usize = (1..=rank).map(|i| i * i).sum();
    let mut first = 1;
    let terms = spectrum.eigenvalues().iter().take_while(|e| e.value.sign() == Ordering::Greater).map(|e| {
        let indices: usize = (first..first + e.multiplicity).sum();
        first += e.multiplicity;
        let logarithm = Real::from(e.value.clone()).ln().ok().flatten().expect("a positive eigenvalue");
        logarithm.times(&Real::from(-integer(indices) / integer(squares)))
    });
    Ok(Real::sum(terms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Context, gallery};
    use crate::exact::rational::ratio;

    fn weighting(beta: Rational, largest: usize) -> Weighting {
        Weighting { beta, largest }
    }

    fn rational(r: &Real) -> Rational {
        r.as_rational().expect("a rational form").clone()
    }

    /// Spectrum 1/2, 1/2, 1/4.
    #[test]
    fn the_metric_by_hand() {
        let spectrum = Spectrum::of(&gallery::masked_signs(2, &ratio(1, 2)));
        let standard = Weighting::standard(&spectrum);
        assert_eq!(standard, weighting(integer(1), 3));
        let useful = usefulness(&spectrum, &standard).unwrap();
        // 1 / (1 - 1/2) + (1/2) / (5/4), 1 / (1 - 1/4) + 1 / (5/4), no s_4
        let values: Vec<Option<Rational>> = useful.by_dimension.iter().map(|t| t.as_ref().ok().map(rational)).collect();
        assert_eq!(values, [Some(ratio(12, 5)), Some(ratio(32, 15)), None]);
        assert_eq!((rational(&useful.tau), useful.attained), (ratio(32, 15), Ok(vec![2])));
        let message = useful.by_dimension[2].as_ref().unwrap_err().to_string();
        assert_eq!(message, "tau_3 is undefined: it needs s_4, and the last singular value is s_3");
        // With beta = 5/3 the two are tied: 2 + 2/3 and 4/3 + 4/3.
        let useful = usefulness(&spectrum, &weighting(ratio(5, 3), 3)).unwrap();
        assert_eq!((rational(&useful.tau), useful.attained), (ratio(8, 3), Ok(vec![1, 2])));
        // d0 = 1: only d = 1, and the second term is beta.
        let useful = usefulness(&spectrum, &weighting(integer(7), 1)).unwrap();
        assert_eq!((rational(&useful.tau), useful.attained), (integer(9), Ok(vec![1])));
        assert_eq!(rational(&tau_at(&spectrum, 0, &standard).unwrap()), integer(2), "no feature");
        assert!(tau_at(&spectrum, usize::MAX, &standard).is_err());
    }

    #[test]
    fn where_there_is_no_metric() {
        let undefined = |c: &Context, largest: usize| {
            let spectrum = Spectrum::of(c);
            usefulness(&spectrum, &weighting(integer(1), largest)).unwrap_err().to_string()
        };
        assert_eq!(undefined(&gallery::one_point(), 0), "tau is undefined: d0 is zero, so there is no tau_d");
        for (context, largest, reason) in [
            (gallery::one_point(), 1, "it needs s_2, and the last singular value is s_0"),
            (gallery::any_other(2), 1, "it needs s_2, and the last singular value is s_1"),
            (gallery::independent(3, 2), 2, "s_1^2 + ... + s_2^2 is zero"),
            (gallery::perfect(4), 3, "s_2^2 is 1, so 1 - s_2^2 is zero"),
            (gallery::cycle(3), 3, "it needs s_3, and the last singular value is s_2"),
            (gallery::cycle(3), usize::MAX, "it needs s_18446744073709551615, and the last singular value is s_2"),
        ] {
            let found = undefined(&context, largest);
            assert_eq!(found, format!("tau is undefined: no tau_d has a value; of tau_1, {reason}"));
        }
    }

    /// Spectrum 1, 1, 1/4, 0: the components leave `tau_1` without a value, and `tau_2` is still one.
    #[test]
    fn dimensions_without_a_value_are_left_out() {
        let spectrum = Spectrum::of(&gallery::disconnected());
        let useful = usefulness(&spectrum, &Weighting::standard(&spectrum)).unwrap();
        assert_eq!(useful.by_dimension.iter().map(Result::is_ok).collect::<Vec<_>>(), [false, true, true, false]);
        assert_eq!(rational(&useful.tau), integer(2), "1 + 1 at d = 3; at d = 2, 4/3 + 8/9");
        assert_eq!(useful.attained, Ok(vec![3]));
    }

    #[test]
    fn irrational_spectra() {
        // cos^2 36 = 0.6545... twice, cos^2 72 = 0.0954... twice
        let spectrum = Spectrum::of(&gallery::cycle(5));
        let useful = usefulness(&spectrum, &Weighting::standard(&spectrum)).unwrap();
        let shown: Vec<String> =
            useful.by_dimension.iter().map(|t| t.as_ref().map_or("undefined".into(), |t| t.decimal(9))).collect();
        // 1 / sin^2 36 + cos^2 36 / 1.5, 1 / sin^2 72 + 2 cos^2 36 / 1.5, 1 / sin^2 72 + (1.5 - cos^2 72) / 1.5
        assert_eq!(shown, ["3.330766189", "1.978250805", "2.041911807", "undefined"]);
        assert_eq!(useful.attained, Ok(vec![2]));
        assert_eq!(useful.tau.decimal(9), "1.978250805");
        let rate = decay_rate(&spectrum).unwrap();
        assert_eq!(rate.decimal(9), "0.590421274", "-(3 ln 0.6545 + 7 ln 0.0954) / 30");
    }

    #[test]
    fn the_second_term_is_at_most_beta() {
        for exhibit in gallery::exhibits() {
            let spectrum = Spectrum::of(&exhibit.context);
            for largest in 1..=spectrum.len() {
                for d in 1..=largest {
                    let Ok(tau) = tau_at(&spectrum, d, &weighting(integer(3), largest)) else { continue };
                    let first = integer(1) / (integer(1) - spectrum.squared(d + 1).unwrap().as_rational().unwrap());
                    assert!(rational(&tau) - &first <= integer(3) && first >= integer(1), "{}", exhibit.name);
                }
            }
        }
    }

    #[test]
    fn decay_rates_by_hand() {
        let rate = |c: &Context| decay_rate(&Spectrum::of(c));
        // 1/4 and a zero that is left out; ln 4 = 1.386
        assert_eq!(rate(&gallery::split_channel(2)).unwrap().decimal(12), "1.386294361120");
        // 1/2, 1/2, 1/4: (1 + 2 + 2 * 3) ln 2 / (1 + 4 + 9)
        let masked = rate(&gallery::masked_signs(2, &ratio(1, 2))).unwrap();
        let expected = Real::from(integer(2)).ln().unwrap().unwrap().times(&Real::from(ratio(9, 14)));
        assert_eq!(masked.decimal(30), expected.decimal(30));
        assert_eq!(rate(&gallery::perfect(4)).unwrap().as_rational(), Some(&integer(0)));
        assert!(rate(&gallery::independent(3, 2)).is_err());
        assert!(rate(&gallery::one_point()).is_err());
    }
}
