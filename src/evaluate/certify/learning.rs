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
