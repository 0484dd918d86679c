//! How badly an encoder does on tasks: functions below, a multiplier above.
//!
//! With `c = (1 - eps)^2`, or `r^2`, and t of the right sign: if `u D - E + t (c D - S)` is positive semidefinite
//! on functions of mean zero, no task has an error above u. Where u is the largest error itself, the tasks that
//! reach it are in the null space of that form.

use super::eigenvectors::Coordinates;
use super::forms::{Forms, centred, on, value};
use super::squares::squares;
use crate::certificate::{Number, Share, Square};
use crate::context::eigenspace::primitive;
use crate::context::{Context, Encoder, Function, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::elimination::{definiteness, null_space};
use crate::exact::fixed::Rows;
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::{Rational, integer, ratio};
use crate::exact::real::Real;
use crate::exact::truth::Truth;
use crate::quantity::worst_case_error::{has_task, worst_case_error, worst_error};
use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

/// A task with an error from below, and a bound from above; what is missing needs nothing or is not shown.
#[derive(Clone, Debug, Default)]
pub(super) struct ErrorBounds {
    /// The error of the task.
    pub lower: Option<Rational>,
    /// A task that is admitted.
    pub task: Option<Vec<Share>>,
    /// What shows the bound from above.
    pub upper: Option<Upper>,
}

/// A bound from above, with the members that show it.
#[derive(Clone, Debug)]
pub(super) struct Upper {
    /// u.
    pub bound: Rational,
    /// t.
    pub multiplier: Rational,
    /// g.
    pub constant: Rational,
    /// For `u D - E + t (c D - D K) + g (D 1)(D 1)^T`.
    pub psd: Vec<Square>,
}

/// Which tasks are admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Admitted {
    /// Those with `<f, K f> >= c ||f||^2`.
    AtLeast,
    /// Those with equality.
    Exactly,
}

/// The forms of one encoder, and a level c.
struct Problem {
    forms: Forms,
    error: Matrix,
    level: Rational,
    admitted: Admitted,
}

/// Bounds of `err(Phi; F_eps)`, exact where the value and what shows it are rational, else `2^-bits` apart or
/// less. `None` where it is undefined.
pub(super) fn worst_error_bounds(
    context: &Context,
    spectrum: &Spectrum,
    phi: &Encoder<X>,
    eps: &Rational,
    bits: u64,
) -> Option<ErrorBounds> {
    let exact = worst_error(context, spectrum, phi, eps).ok()?;
    let least = (Rational::one() - eps).max(Rational::zero());
    let problem = Problem::new(context, phi, &least * &least, Admitted::AtLeast);
    // 1 needs no multiplier, and the task that is found for it below reaches it.
    let mut bounds = match exact.as_rational().filter(|exact| !exact.is_one()) {
        Some(exact) => problem.exact(exact, &problem.multipliers()),
        None => ErrorBounds::default(),
    };
    if bounds.upper.is_none() || bounds.task.is_none() {
        let near = worst_case_error(context, phi, eps, &ratio(1, BigInt::one() << bits)).ok()?;
        if bounds.task.is_none() {
            let share = Share { weight: Number(integer(1)), function: numbers(near.lower.function.values()) };
            (bounds.task, bounds.lower) = (Some(vec![share]), Some(near.lower.value));
        }
        let t = if problem.level.is_zero() { Rational::zero() } else { near.upper.multiplier };
        bounds.upper = bounds.upper.or_else(|| problem.upper(near.upper.value, t));
    }
    bounds.upper = bounds.upper.filter(|upper| upper.bound < Rational::one());
    bounds.lower = bounds.lower.filter(Signed::is_positive);
    Some(bounds)
}

/// What shows whether there is a task with `rho = r` and some error; `None` where the spectrum alone tells that
/// there is none.
pub(super) fn task_bounds(
    context: &Context,
    spectrum: &Spectrum,
    phi: &Encoder<X>,
    rho: &Rational,
    error: &Real,
    bits: u64,
) -> Option<ErrorBounds> {
    let level = rho * rho;
    let exact = RealAlgebraic::from(level.clone());
    let (largest, least) = (spectrum.squared(1)?, spectrum.squared(spectrum.len())?);
    if rho.is_negative() || exact > *largest || exact < *least {
        return None;
    }
    let problem = Problem::new(context, phi, level, Admitted::Exactly);
    let near = problem.nearly(bits);
    Some(match has_task(context, spectrum, phi, rho, error) {
        Truth::True => {
            let multipliers = problem.multipliers();
            let candidates = convergents(&near.0).into_iter().map(|u| problem.exact(&u, &multipliers));
            candidates.into_iter().find(|bounds| bounds.task.is_some()).unwrap_or_default()
        }
        _ => ErrorBounds { upper: problem.upper(near.0, near.1), ..ErrorBounds::default() },
    })
}

impl Problem {
    fn new(context: &Context, phi: &Encoder<X>, level: Rational, admitted: Admitted) -> Problem {
        let forms = Forms::of(context);
        Problem { error: forms.error(&centred(context, phi)), forms, level, admitted }
    }

    /// `u D - E + t (c D - D K) + g (D 1)(D 1)^T`, with `g = max(t, 0)`: not negative on constants, since c is at
    /// most 1.
    fn form(&self, u: &Rational, t: &Rational) -> Matrix {
        let excess = self.forms.kernel.minus(&self.forms.norm.scaled(&self.level));
        let form = self.forms.norm.scaled(u).minus(&self.error).minus(&excess.scaled(t));
        form.plus(&self.forms.mean.scaled(&(-t).max(Rational::zero())))
    }

    fn upper(&self, u: Rational, t: Rational) -> Option<Upper> {
        let psd = squares(&self.form(&u, &t))?;
        Some(Upper { bound: u, constant: t.clone().max(Rational::zero()), multiplier: t, psd })
    }

    /// Rational multipliers that may show the largest error itself.
    fn multipliers(&self) -> Vec<Rational> {
        const BITS: u64 = 80;
        // Only 0 is of use where every task is admitted.
        let free = self.admitted == Admitted::AtLeast && self.level.is_zero();
        let near = if free { Vec::new() } else { convergents(&self.balance(BITS)) };
        std::iter::once(Rational::zero()).chain(near).collect()
    }

    /// With the largest error itself, as far as one of these multipliers and rational functions show it.
    fn exact(&self, error: &Rational, multipliers: &[Rational]) -> ErrorBounds {
        let mut bounds = ErrorBounds::default();
        for t in multipliers {
            // Constants are left out of the null space.
            let form = self.form(error, t).plus(&self.forms.mean);
            if definiteness(&form) == Ordering::Less {
                continue;
            }
            bounds.upper = bounds.upper.or_else(|| self.upper(error.clone(), t.clone()));
            bounds.task = self.task(&null_space(&form), error, t);
            if bounds.task.is_some() {
                bounds.lower = Some(error.clone());
                break;
            }
        }
        bounds
    }

    /// A task of this error among these functions, on all of which the form with t is zero.
    fn task(&self, functions: &Matrix, error: &Rational, t: &Rational) -> Option<Vec<Share>> {
        let (norm, kernel) = (on(&self.forms.norm, functions), on(&self.forms.kernel, functions));
        let mut values = pencil_eigenvalues(&norm, &kernel);
        values.dedup();
        let rational: Vec<Rational> = values.iter().filter_map(|v| v.as_rational().cloned()).collect();
        let c = &self.level;
        let function = |v: &Rational| {
            let space = null_space(&kernel.minus(&norm.scaled(v)));
            functions.times(&space.select_columns(&[0])).reduced()
        };
        let parts = if let Some(v) = rational.iter().find(|v| *v == c) {
            vec![(integer(1), function(v))]
        } else if t.is_zero() && self.admitted == Admitted::AtLeast {
            vec![(integer(1), function(rational.iter().find(|v| *v > c)?))]
        } else {
            let (high, low) = (rational.iter().find(|v| *v > c)?, rational.iter().find(|v| *v < c)?);
            let share = (c - low) / (high - low);
            vec![(share.clone(), function(high)), (integer(1) - share, function(low))]
        };
        let errors = parts.iter().map(|(w, f)| w * value(&self.error, f) / value(&self.forms.norm, f));
        let whole: Rational = errors.sum();
        let share = |(weight, f): (Rational, Matrix)| {
            let f = primitive(&Function::<X>::new(f.column(0)));
            Share { weight: Number(weight), function: numbers(f.values()) }
        };
        (whole == *error).then(|| parts.into_iter().map(share).collect())
    }

    /// A bound from above and its multiplier, near the least such bound.
    fn nearly(&self, bits: u64) -> (Rational, Rational) {
        let scale = Rational::from(BigInt::one() << bits);
        let t = (self.balance(bits + 32) * &scale * integer(256)).round() / &scale / integer(256);
        let mut lines = Lines::new(self, 2 * bits + 96);
        let (largest, _) = lines.at(&t);
        let u = ((largest * &scale).floor() + integer(2)) / scale;
        (u, t)
    }

    /// About the t where the largest eigenvalue of `E + t (S - c D)` against D is least, which is convex in t.
    fn balance(&self, bits: u64) -> Rational {
        /// A least value that is reached at infinity only is looked for up to 2 to this.
        const FARTHEST: u64 = 20;
        let mut lines = Lines::new(self, 2 * bits + 64);
        let far = Rational::from(BigInt::one() << FARTHEST);
        let near = if self.admitted == Admitted::AtLeast { Rational::zero() } else { -far.clone() };
        let (mut left, mut right) = (near, far);
        for _ in 0..bits + FARTHEST {
            let middle = (&left + &right) / integer(2);
            match lines.at(&middle).1.cmp(&BigInt::zero()) {
                Ordering::Less => left = middle,
                Ordering::Greater => right = middle,
                Ordering::Equal => return middle,
            }
        }
        (left + right) / integer(2)
    }
}

/// `E + t M` in coordinates in which the norm is Euclid's, constants with the value -1.
struct Lines {
    coordinates: Coordinates,
    error: Rows,
    excess: Rows,
    /// The eigenvectors at the last t, from which those at the next one are near.
    last: Option<Rows>,
}

impl Lines {
    fn new(problem: &Problem, bits: u64) -> Lines {
        let forms = &problem.forms;
        let precisions = std::iter::successors(Some(bits), |bits| Some(bits * 2));
        let coordinates = precisions.filter_map(|bits| Coordinates::new(&forms.norm, bits)).next();
        let coordinates = coordinates.expect("weights are positive");
        let excess = forms.kernel.minus(&forms.norm.minus(&forms.mean).scaled(&problem.level));
        let (error, excess) = (coordinates.form(&problem.error.minus(&forms.mean)), coordinates.form(&excess));
        Lines { coordinates, error, excess, last: None }
    }

    /// The largest eigenvalue, and the sign of its slope, about.
    fn at(&mut self, t: &Rational) -> (Rational, BigInt) {
        let fixed = self.coordinates.fixed;
        let t = (t * Rational::from(fixed.one())).to_integer();
        let rows = self.error.iter().zip(&self.excess);
        let sum: Rows = rows.map(|(e, m)| e.iter().zip(m).map(|(e, m)| e + fixed.mul(&t, m)).collect()).collect();
        let eigen = fixed.eigen(&sum, self.last.as_deref());
        let slope = fixed.form(&self.excess, &eigen.vectors[0], &eigen.vectors[0]);
        self.last = Some(eigen.vectors);
        (Rational::new(eigen.values[0].clone(), fixed.one()), slope)
    }
}

/// Fractions with small numbers near a number, the shortest first: those of its continued fraction, and it
/// rounded to an integer.
fn convergents(number: &Rational) -> Vec<Rational> {
    const MOST: usize = 16;
    const MOST_BITS: u64 = 30;
    let mut found = Vec::new();
    let (mut before, mut last) = ((BigInt::zero(), BigInt::one()), (BigInt::one(), BigInt::zero()));
    let mut rest = number.clone();
    while found.len() < MOST {
        let whole = rest.floor().to_integer();
        let next = (&whole * &last.0 + &before.0, &whole * &last.1 + &before.1);
        (before, last) = (last, next);
        if last.1.bits() > MOST_BITS {
            break;
        }
        found.push(Rational::new(last.0.clone(), last.1.clone()));
        rest -= Rational::from(whole);
        if rest.is_zero() {
            break;
        }
        rest = rest.recip();
    }
    found
}

fn numbers(values: &[Rational]) -> Vec<Number> {
    values.iter().cloned().map(Number).collect()
}

#[cfg(test)]
mod tests {
    use super::super::squares::shows;
    use super::*;
    use crate::context::gallery::flipped_signs;
    use crate::quantity::compatibility::{compatibility_squared, probe_error};

    fn encoder(n: usize, columns: &[&[i64]]) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(n, columns.len(), |x, j| ratio(columns[j][x], 1)))
    }

    /// The compatibility and the error of a task, by their definitions; its functions must not mix.
    fn measured(context: &Context, phi: &Encoder<X>, task: &[Share]) -> (Rational, Rational) {
        let functions: Vec<Function<X>> =
            task.iter().map(|s| Function::new(s.function.iter().map(|v| v.0.clone()).collect())).collect();
        for (i, f) in functions.iter().enumerate() {
            assert!(context.mean(f).is_zero());
            for g in &functions[..i] {
                assert!(context.inner(f, g).is_zero());
                let images = [f, g].map(|h| context.expect::<crate::context::A>(h));
                assert!(context.inner(&images[0], &images[1]).is_zero());
                // 2 E(f, g)
                let mixed = probe_error(context, phi, &f.minus(&g.scaled(&integer(-1))));
                assert_eq!(mixed, probe_error(context, phi, f) + probe_error(context, phi, g));
            }
        }
        let part = |(share, f): (&Share, &Function<X>)| {
            let error = probe_error(context, phi, f) / context.norm_squared(f);
            (&share.weight.0 * compatibility_squared(context, f).unwrap(), &share.weight.0 * error)
        };
        task.iter().zip(&functions).map(part).fold((integer(0), integer(0)), |(a, b), (c, d)| (a + c, b + d))
    }

    fn assert_upper(context: &Context, phi: &Encoder<X>, c: &Rational, upper: &Upper) {
        let forms = Forms::of(context);
        let (u, t, g) = (&upper.bound, &upper.multiplier, &upper.constant);
        let operator = forms.kernel.plus(&forms.mean); // D K
        let form = forms.norm.scaled(u).minus(&forms.error(&centred(context, phi)));
        let form = form.plus(&forms.norm.scaled(c).minus(&operator).scaled(t)).plus(&forms.mean.scaled(g));
        assert!(shows(&upper.psd, &form));
    }

    /// Signs u, v and u v with eigenvalues 1/4, 1/4 and 1/16: the feature u, and the level 1/9.
    #[test]
    fn weighted_tasks_are_exact() {
        let context = flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let both = encoder(4, &[&[1, 1, -1, -1], &[1, -1, 1, -1]]);
        let eps = ratio(2, 3);
        let bounds = worst_error_bounds(&context, &spectrum, &both, &eps, 20).unwrap();
        let upper = bounds.upper.unwrap();
        // w 1/16 + (1 - w) 1/4 = 1/9
        assert_eq!((bounds.lower.as_ref(), &upper.bound), (Some(&ratio(20, 27)), &ratio(20, 27)));
        assert_eq!(measured(&context, &both, &bounds.task.unwrap()), (ratio(1, 9), ratio(20, 27)));
        assert_upper(&context, &both, &ratio(1, 9), &upper);
        // With one sign the other is left whole, and nothing bounds the error but 1.
        let one = worst_error_bounds(&context, &spectrum, &encoder(4, &[&[1, 1, -1, -1]]), &eps, 20).unwrap();
        assert!(one.upper.is_none() && one.lower == Some(integer(1)));
    }

    #[test]
    fn irrational_errors_are_enclosed() {
        let context = Context::from_counts(&[[9, 1, 0], [2, 7, 1], [1, 1, 5], [0, 2, 3]]).unwrap();
        let spectrum = Spectrum::of(&context);
        let phi = encoder(4, &[&[1, 2, 4, 3], &[0, 1, 0, 3]]);
        for bits in [8, 30] {
            let eps = ratio(2, 5);
            let bounds = worst_error_bounds(&context, &spectrum, &phi, &eps, bits).unwrap();
            let (lower, upper) = (bounds.lower.unwrap(), bounds.upper.unwrap());
            assert!(&upper.bound - &lower <= ratio(1, 1 << bits));
            let (compatibility, error) = measured(&context, &phi, &bounds.task.unwrap());
            assert!(compatibility >= ratio(9, 25) && error >= lower);
            assert_upper(&context, &phi, &ratio(9, 25), &upper);
            // A task of exactly that compatibility is no worse, and just above it there is none.
            let above = Real::from(upper.bound.clone() + ratio(1, 100));
            let none = task_bounds(&context, &spectrum, &phi, &ratio(3, 5), &above, bits).unwrap();
            let none = none.upper.unwrap();
            assert!(none.bound < upper.bound.clone() + ratio(1, 50));
            assert_upper(&context, &phi, &ratio(9, 25), &none);
        }
    }

    /// Below the least compatibility of what the feature leaves the multiplier is negative.
    #[test]
    fn tasks_of_little_compatibility() {
        let context = flipped_signs(2, &ratio(1, 2));
        let spectrum = Spectrum::of(&context);
        let phi = encoder(4, &[&[1, -1, -1, 1]]); // u v, with 1/16
        let (rho, c) = (ratio(1, 3), ratio(1, 9));
        // w 1/4 + (1 - w) 1/16 = 1/9
        let share = Real::from(ratio(7, 27));
        let found = task_bounds(&context, &spectrum, &phi, &rho, &share, 20).unwrap();
        assert_eq!(measured(&context, &phi, &found.task.unwrap()), (c.clone(), ratio(7, 27)));
        let more = Real::from(ratio(8, 27));
        let none = task_bounds(&context, &spectrum, &phi, &rho, &more, 20).unwrap().upper.unwrap();
        assert!(none.multiplier.is_negative() && none.bound < ratio(8, 27));
        assert_upper(&context, &phi, &c, &none);
        assert!(task_bounds(&context, &spectrum, &phi, &ratio(3, 5), &more, 20).is_none(), "no such task");
    }

    #[test]
    fn convergents_reach_short_fractions() {
        let near = ratio(22, 7) + ratio(1, BigInt::one() << 60);
        assert!(convergents(&near).contains(&ratio(22, 7)));
        assert!(convergents(&(ratio(-5, 3) - ratio(1, BigInt::one() << 60))).contains(&ratio(-5, 3)));
        assert_eq!(convergents(&ratio(3, 1)), [ratio(3, 1)]);
    }
}
