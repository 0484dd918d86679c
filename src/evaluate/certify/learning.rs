//! Whether an encoder learns the contexture: a level between what it holds and what it leaves.

use super::forms::{Forms, on, outer};
use super::pencil::{Pencil, columns, floor, multiplier};
use super::squares::squares;
use crate::certificate::{Function, Number, Square};
use crate::context::{Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use crate::quantity::learning::{NotLearned, learns};
use num_bigint::BigInt;
use num_traits::{One, Zero};

/// What shows it, beside the level.
#[derive(Clone, Debug)]
pub(super) enum Shown {
    /// The span holds eigenvalues from the level up, and what is orthogonal to it those from the level down.
    Learned { inside_psd: Vec<Square>, multiplier: Number, outside_psd: Vec<Square> },
    /// More eigenvalues are above the level than the span holds.
    Missed { family: Vec<Function>, floor: Number, floor_psd: Vec<Square>, low: Vec<Function>, low_psd: Vec<Square> },
}

/// A level and what it shows; `Ok(None)` if nothing has to be shown, because the form of the features tells.
pub(super) fn level(
    context: &Context,
    spectrum: &Spectrum,
    phi: &Encoder<X>,
    bits: u64,
) -> Result<Option<(Rational, Shown)>, &'static str> {
    const UNSHOWN: &str = "no level shows whether the features are learned";
    if phi.dimension() == 0 {
        return Ok(None);
    }
    match learns(context, spectrum, phi) {
        Ok(()) => learned(context, spectrum, phi).map(Some).ok_or(UNSHOWN),
        Err(NotLearned::NotTop { index }) => missed(context, spectrum, phi, index, bits).map(Some).ok_or(UNSHOWN),
        Err(_) => Ok(None),
    }
}

fn learned(context: &Context, spectrum: &Spectrum, phi: &Encoder<X>) -> Option<(Rational, Shown)> {
    let inside = Pencil::on_features(context, phi);
    let least = inside.values.last()?;
    let level = match spectrum.squared(phi.dimension() + 1) {
        None => Rational::zero(),
        Some(next) if next == least => least.as_rational()?.clone(),
        Some(next) => between(next, least),
    };
    let forms = Forms::of(context);
    let rest = forms.norm.scaled(&level).minus(&forms.kernel);
    let (multiplier, outside_psd) = multiplier(&rest, &outer(&forms.norm, phi.matrix()))?;
    let inside_psd = squares(&inside.form.minus(&inside.norm.scaled(&level)))?;
    Some((level, Shown::Learned { inside_psd, multiplier, outside_psd }))
}

/// The span's value with this index is smaller than the context's.
fn missed(
    context: &Context,
    spectrum: &Spectrum,
    phi: &Encoder<X>,
    index: usize,
    bits: u64,
) -> Option<(Rational, Shown)> {
    let (inside, all) = (Pencil::on_features(context, phi), Pencil::on_functions(context, spectrum));
    let level = between(&inside.values[index - 1], &all.values[index - 1]);
    let above = |pencil: &Pencil, functions: &Matrix| {
        on(&pencil.form, functions).minus(&on(&pencil.norm, functions).scaled(&level))
    };
    (0..4).find_map(|k| {
        let accuracy = bits << k;
        let family = all.basis(accuracy).select_columns(&(0..index).collect::<Vec<_>>());
        let (floor, floor_psd) = floor(&above(&all, &family))?;
        let low = inside.basis(accuracy).select_columns(&(index - 1..phi.dimension()).collect::<Vec<_>>());
        let low_psd = squares(&above(&inside, &low).scaled(&integer(-1)))?;
        let (family, low) = (columns(&family), columns(&low));
        Some((level.clone(), Shown::Missed { family, floor, floor_psd, low, low_psd }))
    })
}

/// A number strictly between two others, with few bits.
fn between(lower: &RealAlgebraic, upper: &RealAlgebraic) -> Rational {
    let inside = |bits: u32| {
        let scale = Rational::from(BigInt::one() << bits);
        let end = lower.enclose(i64::from(bits) + 2).upper().to_rational();
        let candidate = ((end * &scale).floor() + integer(1)) / scale;
        let number = RealAlgebraic::from(candidate.clone());
        (*lower < number && number < *upper).then_some(candidate)
    };
    (0..).find_map(inside).expect("the numbers differ")
}

#[cfg(test)]
mod tests {
    use super::super::squares::shows;
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::ratio;

    /// What is shown of an encoder, after the conditions of the page.
    fn shown(context: &Context, columns: &[&[i64]]) -> Option<(Rational, Shown)> {
        let d = columns.len();
        let phi = Encoder::new(Matrix::from_fn(context.n(), d, |x, j| ratio(columns[j][x], 1)));
        let (c, found) = level(context, &Spectrum::of(context), &phi, 16).unwrap()?;
        let forms = Forms::of(context);
        let on_span = |form: &Matrix| on(form, phi.matrix());
        let excess = on_span(&forms.kernel).minus(&on_span(&forms.norm).scaled(&c));
        match &found {
            Shown::Learned { inside_psd, multiplier, outside_psd } => {
                assert!(shows(inside_psd, &excess));
                let rest = forms.norm.scaled(&c).minus(&forms.kernel);
                let rest = rest.plus(&outer(&forms.norm, phi.matrix()).scaled(&multiplier.0));
                assert!(shows(outside_psd, &rest));
            }
            Shown::Missed { family, floor, floor_psd, low, low_psd } => {
                let family = Matrix::from_fn(context.n(), family.len(), |x, j| family[j][x].0.clone());
                let above = on(&forms.kernel, &family).minus(&on(&forms.norm, &family).scaled(&c));
                assert!(floor.0 > integer(0));
                let floor = Matrix::identity(family.columns()).scaled(&floor.0);
                assert!(shows(floor_psd, &above.minus(&floor)));
                assert_eq!(low.len(), d - family.columns() + 1);
                let low = Matrix::from_fn(d, low.len(), |i, j| low[j][i].0.clone());
                assert!(shows(low_psd, &on(&excess.scaled(&integer(-1)), &low)));
            }
        }
        Some((c, found))
    }

    fn is_learned(context: &Context, columns: &[&[i64]]) -> Option<bool> {
        shown(context, columns).map(|(_, shown)| matches!(shown, Shown::Learned { .. }))
    }

    #[test]
    fn levels_of_cut_ties_and_missed_tops() {
        // 1 for the components, 1/9 twice within them.
        let c = Context::from_counts(&[[2, 1, 0, 0], [1, 2, 0, 0], [0, 0, 2, 1], [0, 0, 1, 2]]).unwrap();
        let (components, left, right): (&[i64], &[i64], &[i64]) = (&[1, 1, -1, -1], &[1, -1, 0, 0], &[0, 0, 1, -1]);
        assert_eq!(is_learned(&c, &[components]), Some(true));
        assert_eq!(is_learned(&c, &[left]), Some(false));
        assert_eq!(is_learned(&c, &[left, right]), Some(false), "the second value is right, the first is missed");
        let (tie, _) = shown(&c, &[components, &[2, -2, 3, -3]]).unwrap();
        assert_eq!(tie, ratio(1, 9), "inside and outside");
        assert_eq!(is_learned(&c, &[components, left, right]), Some(true), "nothing is outside");
        assert_eq!(is_learned(&c, &[&[1, 0, 0, 0]]), None, "the mean tells");
        assert_eq!(is_learned(&c, &[]), None);
    }

    /// The cycle of five: two irrational values, each twice.
    #[test]
    fn irrational_values_are_parted() {
        let c = gallery::cycle(5);
        let all: [&[i64]; 4] = [&[1, -1, 0, 0, 0], &[0, 1, -1, 0, 0], &[0, 0, 1, -1, 0], &[0, 0, 0, 1, -1]];
        assert_eq!(is_learned(&c, &all), Some(true));
        let mixed = Context::from_counts(&[[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 2, 1], [0, 0, 1, 3]]).unwrap();
        assert_eq!(is_learned(&mixed, &[&[1, 1, -1, -1]]), None, "its mean is not zero");
        assert_eq!(is_learned(&mixed, &[&[7, 7, -4, -4]]), Some(true));
        assert_eq!(is_learned(&mixed, &[&[1, -1, 0, 0]]), Some(false));
    }

    #[test]
    fn a_number_between_is_short() {
        let (a, b) = (RealAlgebraic::from(ratio(1, 3)), RealAlgebraic::from(ratio(2, 3)));
        assert_eq!(between(&a, &b), ratio(1, 2));
        assert_eq!(between(&ratio(0, 1).into(), &ratio(1, 1000).into()), ratio(1, 1024));
    }
}
