//! Least squares in a ball of functions.
//!
//! In `F_B = { f in V : ||f||_k <= B }` the fit is that of least norm over all of V if it is in the ball. Otherwise it
//! has the norm B, and is the ridge estimate `f_t` in V of the one penalty t > 0 at which `||f_t||_k = B`. The penalty is a root of
//! a polynomial, and f is a rational function of it.

use super::{assert_kernel, real_risk};
use crate::exact::dyadic::Dyadic;
use crate::exact::elimination::{independent_columns, inverse, null_space, solve};
use crate::exact::enclosure::Enclosure;
use crate::exact::matrix::Matrix;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::{Bracket, Real};
use crate::exact::truth::{Exhausted, Undefined};
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;
use std::sync::{Arc, Mutex};

/// An f in `F_B` is enclosed with up to so many bits.
const MOST_BITS: u64 = 1 << 14;

/// The values at all points of the f in `F_B = { f in V : ||f||_k <= B }` that makes `sum_x w(x) (f(x) - y(x))^2` least, V the
/// span of the features; of several, that of least norm. Functions of V outside the space of k have no norm, and are not in `F_B`.
///
/// The values are rational where the ball does not bind, and algebraic by their form where the functions of V with a norm
/// have one dimension. Otherwise they are known by enclosures. Undefined if B is negative: then `F_B` is empty. Panics unless there
/// is a weight, a label and a row of features for each point, and the weights sum to something positive; labels at points without
/// weight do not matter.
///
/// Source: the claim `linear-probe-risk`. With the marginal for weights it is the best of `F_B` for the population.
pub fn constrained(
    kernel: &Matrix,
    features: &Matrix,
    weights: &[Rational],
    labels: &[Rational],
    bound: &Rational,
) -> Result<Vec<Real>, Undefined> {
    assert_kernel(kernel, weights);
    assert!(labels.len() == kernel.rows() && features.rows() == kernel.rows(), "functions on the points of the kernel");
    if bound.is_negative() {
        return Err(Undefined::new("the fit in F_B", "B is negative, so that F_B is empty"));
    }
    let n = kernel.rows();
    let basis = with_norm(kernel, features);
    if basis.columns() == 0 || bound.is_zero() {
        return Ok(vec![Real::zero(); n]);
    }
    let norm = basis.transposed().times(&solve(kernel, &basis).expect("the basis is in the range of the kernel"));
    let weighted = basis.transposed().times(&Matrix::diagonal(weights));
    let (gram, target) = (weighted.times(&basis), weighted.times(&Matrix::rational(n, 1, labels)));
    // z = Q^-1 G t has the least norm of the solutions of G z = h.
    let whitened = inverse(&norm).expect("a norm is definite").times(&gram);
    let free = whitened.times(&solve(&gram.times(&whitened), &target).expect("normal equations have a solution"));
    if form(&norm, &free) <= bound * bound {
        return Ok(basis.times(&free).column(0).into_iter().map(Real::from).collect());
    }
    if basis.columns() == 1 {
        // z = +-B / sqrt Q
        let root = Real::from(norm.get(0, 0)).sqrt().expect("rational").expect("a norm is positive");
        let size = Real::from(target.get(0, 0).signum() * bound).divided_by(&root);
        let z = size.expect("rational").expect("a norm is positive");
        return Ok(basis.column(0).into_iter().map(|u| z.times(&Real::from(u))).collect());
    }
    let system = Arc::new(Penalised::new(&basis, &norm, &gram, &target, bound));
    Ok((0..n).map(|x| Real::bracketed(Arc::new(Value { system: Arc::clone(&system), x }))).collect())
}

/// The risk `sum_x p(x) (f(x) - z(x))^2` of the fit of [`constrained`] for a target z: one number with an enclosure of its
/// own where the values of f are known by enclosures, so that sums of many stay short.
pub fn constrained_risk(
    kernel: &Matrix,
    features: &Matrix,
    weights: &[Rational],
    labels: &[Rational],
    bound: &Rational,
    (marginal, target): (&[Rational], &[Rational]),
) -> Result<Real, Undefined> {
    let f = constrained(kernel, features, weights, labels, bound)?;
    let risk = real_risk(marginal, &f, target);
    let known_by_form = f.iter().all(|f| f.times(f).as_rational().is_some());
    Ok(if known_by_form { risk } else { Real::bracketed(Arc::new(Enclosed(risk))) })
}

/// A number of which the form is not kept.
struct Enclosed(Real);

impl Bracket for Enclosed {
    fn enclose(&self, precision: i64) -> Result<Enclosure, Exhausted> {
        self.0.try_enclose(precision)
    }
}

/// A basis of the functions in the span of the features that are in the space of the kernel.
fn with_norm(kernel: &Matrix, features: &Matrix) -> Matrix {
    // The range of a symmetric matrix is orthogonal to its null space.
    let outside = null_space(kernel).transposed().times(features);
    let inside = features.times(&null_space(&outside));
    inside.select_columns(&independent_columns(&inside))
}

fn form(matrix: &Matrix, z: &Matrix) -> Rational {
    z.transposed().times(&matrix.times(z)).get(0, 0)
}

/// The ridge estimates in V, `f_t = U (G + t Q)^-1 h`, and the penalty t at which the norm is B.
struct Penalised {
    /// For each point the numerator of `f_t(x)`, and the integer that it is to be divided by as well.
    numerators: Vec<Polynomial>,
    /// All over this: positive for t > 0. It is `det(t I + Q^-1 G)` up to a factor.
    denominator: Polynomial,
    /// Positive below the penalty, negative above: the numerator of `||f_t||_k^2 - B^2`.
    excess: Polynomial,
    /// Holds the penalty. Only ever replaced by a narrower one.
    penalty: Mutex<Enclosure>,
}

impl Penalised {
    fn new(basis: &Matrix, norm: &Matrix, gram: &Matrix, target: &Matrix, bound: &Rational) -> Penalised {
        let inverse = inverse(norm).expect("a norm is definite");
        let (solutions, characteristic) = resolvent(&inverse.times(gram).scaled(&integer(-1)), &inverse.times(target));
        let values: Vec<Vec<Rational>> = solutions.iter().map(|z| basis.times(z).column(0)).collect();
        let m = solutions.len();
        let mut excess = vec![Rational::zero(); 2 * m + 1];
        for (i, y) in solutions.iter().enumerate() {
            for (j, z) in solutions.iter().enumerate() {
                excess[i + j] += y.transposed().times(&norm.times(z)).get(0, 0);
            }
        }
        for (i, a) in characteristic.iter().enumerate() {
            for (j, b) in characteristic.iter().enumerate() {
                excess[i + j] -= a * b * bound * bound;
            }
        }
        // All of f_t over one denominator.
        let n = basis.rows();
        let rows: Vec<Rational> =
            (0..n).flat_map(|x| values.iter().map(move |v| v[x].clone())).chain(characteristic).collect();
        let rows = Matrix::rational(1, rows.len(), &rows).entries().to_vec();
        let (numerators, denominator) = rows.split_at(n * m);
        let excess = Polynomial::new(Matrix::rational(1, excess.len(), &excess).entries().to_vec());
        Penalised {
            numerators: numerators.chunks(m).map(|c| Polynomial::new(c.to_vec())).collect(),
            denominator: Polynomial::new(denominator.to_vec()),
            penalty: Mutex::new(first_bounds(&excess)),
            excess,
        }
    }

    /// The penalty to `2^-bits` of its size, by halving.
    fn penalty(&self, bits: u64) -> Enclosure {
        let mut known = self.penalty.lock().expect("no panic while an enclosure is read");
        let width = known.upper().shifted(-(bits as i64));
        while known.width() > width {
            let middle = known.midpoint();
            *known = match self.excess.sign_at(&middle.to_rational()) {
                Ordering::Greater => Enclosure::new(middle, known.upper().clone()),
                Ordering::Less => Enclosure::new(known.lower().clone(), middle),
                Ordering::Equal => Enclosure::point(middle),
            };
        }
        known.clone()
    }
}

/// `[2^k, 2^(k+1)]` with the penalty, which is positive.
fn first_bounds(excess: &Polynomial) -> Enclosure {
    let is_above = |k: i64| excess.sign_at(&Dyadic::new(1, k).to_rational()) != Ordering::Greater;
    let mut k = 0;
    while !is_above(k) {
        k += 1;
    }
    while is_above(k - 1) {
        k -= 1;
    }
    Enclosure::new(Dyadic::new(1, k - 1), Dyadic::new(1, k))
}

/// `(t I - A)^-1 h` as a polynomial with columns for coefficients, lowest first, over the characteristic polynomial of A
/// (Faddeev and Leverrier).
fn resolvent(a: &Matrix, h: &Matrix) -> (Vec<Matrix>, Vec<Rational>) {
    let m = a.rows();
    let identity = Matrix::identity(m);
    let (mut solutions, mut characteristic) = (Vec::with_capacity(m), vec![Rational::one()]);
    let mut b = identity.clone();
    for k in 1..=m {
        solutions.push(b.times(h));
        let product = a.times(&b);
        let c = -product.trace() / integer(k);
        b = product.plus(&identity.scaled(&c));
        characteristic.push(c);
    }
    solutions.reverse();
    characteristic.reverse();
    (solutions, characteristic)
}

/// The value of the fit at a point.
struct Value {
    system: Arc<Penalised>,
    x: usize,
}

impl Bracket for Value {
    /// An error where [`MOST_BITS`] are not enough.
    fn enclose(&self, precision: i64) -> Result<Enclosure, Exhausted> {
        let wanted = Dyadic::new(1, -precision);
        let mut bits = precision.max(0) as u64 + 64;
        while bits <= MOST_BITS {
            let penalty = self.system.penalty(bits);
            let at = |polynomial: &Polynomial| value_over(polynomial, &penalty, bits);
            let quotient = at(&self.system.numerators[self.x]).div(&at(&self.system.denominator), bits);
            if let Some(value) = quotient.filter(|value| value.width() <= wanted) {
                return Ok(value);
            }
            bits *= 2;
        }
        Err(Exhausted::Bits(MOST_BITS))
    }
}

/// All values of a polynomial on an interval, and perhaps more (Horner).
fn value_over(polynomial: &Polynomial, x: &Enclosure, bits: u64) -> Enclosure {
    let coefficients = polynomial.coefficients().iter().rev();
    coefficients.fold(Enclosure::integer(0), |value, c| value.mul(x, bits).add(&Enclosure::integer(c.clone()), bits))
}

#[cfg(test)]
mod tests {
    use super::super::ridge::ridge;
    use super::super::{real_risk, risk};
    use super::*;
    use crate::context::{Context, X, gallery};
    use crate::exact::rational::ratio;
    use crate::exact::truth::Truth;

    fn irregular() -> (Matrix, Vec<Rational>) {
        let context = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        (context.kernel::<X>(), context.marginal::<X>())
    }

    /// `||f||_k^2 = f^T k^-1 f`, known from the enclosures of the values.
    fn norm(kernel: &Matrix, f: &[Real]) -> Real {
        let inverse = inverse(kernel).unwrap();
        let n = f.len();
        Real::sum((0..n * n).map(|k| f[k / n].times(&f[k % n]).times(&Real::from(inverse.get(k / n, k % n)))))
    }

    fn near(a: &Real, b: &Real) -> bool {
        let difference = a.minus(b).try_enclose(200).unwrap();
        difference.upper() < &Dyadic::new(1, -190) && difference.lower() > &Dyadic::new(-1, -190)
    }

    /// With V the whole space, the fit with norm B is the ridge estimate of some penalty: choose the penalty, and take its norm
    /// for B (where that is rational).
    #[test]
    fn it_is_the_ridge_estimate_of_its_norm() {
        let (kernel, p) = irregular();
        let y = [integer(3), ratio(-1, 2), integer(2)];
        for weights in [p.clone(), vec![ratio(1, 3), integer(0), ratio(2, 3)]] {
            for b in [ratio(1, 10), integer(2)] {
                let estimate = ridge(&kernel, &weights, &y, &b).unwrap();
                let values: Vec<Real> = estimate.iter().map(|v| Real::from(v.clone())).collect();
                let square = norm(&kernel, &values).as_rational().unwrap().clone();
                // B is irrational; B^2 is between the squares of two rationals close to each other.
                let bound = Real::from(square).sqrt().unwrap().unwrap().enclose(220);
                let bound = bound.midpoint().to_rational();
                let found = constrained(&kernel, &Matrix::identity(3), &weights, &y, &bound).unwrap();
                assert!(found.iter().zip(&values).all(|(f, v)| near(f, v)), "{found:?} {values:?}");
                assert!(near(&norm(&kernel, &found), &Real::from(&bound * &bound)));
            }
        }
    }

    /// Nothing in the ball is better: points of the ball made by scaling down.
    #[test]
    fn nothing_in_the_ball_is_better() {
        let (kernel, p) = irregular();
        let y = [integer(3), ratio(-1, 2), integer(2)];
        let features = Matrix::from_fn(3, 2, |x, j| ratio((2 * x + 3 * j + x * j) as i64 - 2, 1 + j));
        let bound = ratio(3, 2);
        let found = constrained(&kernel, &features, &p, &y, &bound).unwrap();
        assert!(found[0].as_rational().is_none(), "the ball binds");
        let least = real_risk(&p, &found, &y);
        let alone = constrained_risk(&kernel, &features, &p, &y, &bound, (&p, &y)).unwrap();
        assert!(near(&least, &alone));
        for (a, b) in (-4..=4).flat_map(|a| (-4..=4).map(move |b| (a, b))) {
            let z = Matrix::rational(2, 1, &[ratio(a, 2), ratio(b, 3)]);
            let f = features.times(&z).column(0);
            let size = form(&inverse(&kernel).unwrap(), &Matrix::rational(3, 1, &f));
            // At most B in norm: times B^2 / size where the size is larger, as B^2 / size <= B / sqrt size then.
            let factor = if size > &bound * &bound { &bound * &bound / size } else { integer(1) };
            let f: Vec<Rational> = f.iter().map(|v| v * &factor).collect();
            assert_eq!(least.at_most(&Real::from(risk(&p, &f, &y))), Truth::True);
        }
    }

    #[test]
    fn the_fit_inside_the_ball_is_rational() {
        let (kernel, p) = irregular();
        let y = [integer(3), ratio(-1, 2), integer(2)];
        let found = constrained(&kernel, &Matrix::identity(3), &p, &y, &integer(100)).unwrap();
        assert_eq!(found.iter().map(|f| f.as_rational().unwrap().clone()).collect::<Vec<_>>(), y);
        // Of one drawn point the interpolant of least norm: k(., x) y / k(x,x).
        let w = [integer(1), integer(0), integer(0)];
        let found = constrained(&kernel, &Matrix::identity(3), &w, &y, &integer(100)).unwrap();
        let expected: Vec<Rational> = (0..3).map(|x| kernel.get(x, 0) * integer(3) / kernel.get(0, 0)).collect();
        assert_eq!(found.iter().map(|f| f.as_rational().unwrap().clone()).collect::<Vec<_>>(), expected);
        // Exactly at the boundary it is still rational: B^2 = y^2 / k(x,x) with another label.
        let label = &kernel.get(0, 0) * integer(2);
        let bound = Real::from(&label * &label / kernel.get(0, 0)).sqrt().unwrap().unwrap();
        if let Some(bound) = bound.as_rational() {
            let found =
                constrained(&kernel, &Matrix::identity(3), &w, &[label.clone(), y[1].clone(), y[2].clone()], bound);
            assert_eq!(found.unwrap()[0].as_rational(), Some(&label));
        }
    }

    #[test]
    fn one_dimension_is_algebraic() {
        let (kernel, p) = irregular();
        let y = [integer(-3), ratio(-1, 2), integer(-2)];
        let one = Matrix::from_fn(3, 1, |_, _| integer(1));
        // ||1||_k = 1: the constant is the top eigenfunction.
        let found = constrained(&kernel, &one, &p, &y, &ratio(1, 2)).unwrap();
        assert!(found.iter().all(|f| f.as_rational() == Some(&ratio(-1, 2))), "{found:?}");
        let other = Matrix::from_fn(3, 1, |x, _| integer(x + 1));
        let found = constrained(&kernel, &other, &p, &y, &ratio(1, 2)).unwrap();
        assert_eq!(norm(&kernel, &found).as_rational(), Some(&ratio(1, 4)));
        assert_eq!(found[0].sign(), Ok(Ordering::Less));
        // The risk of an algebraic fit keeps its form.
        let known = constrained_risk(&kernel, &other, &p, &y, &ratio(1, 2), (&p, &y)).unwrap();
        assert_eq!(known.compare(&real_risk(&p, &found, &y)), Ok(Ordering::Equal));
    }

    /// `k = 1` has the constants for its space, whatever the features.
    #[test]
    fn functions_without_a_norm_are_left_out() {
        let context = gallery::independent(3, 2);
        let (kernel, p) = (context.kernel::<X>(), context.marginal::<X>());
        let y = [integer(6), integer(0), integer(2)];
        let found = constrained(&kernel, &Matrix::identity(3), &p, &y, &integer(9)).unwrap();
        assert!(found.iter().all(|f| f.as_rational() == Some(&integer(2))), "{found:?}");
        let found = constrained(&kernel, &Matrix::identity(3), &p, &y, &integer(1)).unwrap();
        assert!(found.iter().all(|f| f.as_rational() == Some(&integer(1))), "{found:?}");
        let none = Matrix::from_fn(3, 1, |x, _| integer(x));
        for (features, bound) in [(&none, 5), (&Matrix::identity(3), 0), (&Matrix::zero(3, 0), 1)] {
            let found = constrained(&kernel, features, &p, &y, &integer(bound)).unwrap();
            assert!(found.iter().all(|f| f.as_rational() == Some(&integer(0))));
        }
        assert!(constrained(&kernel, &none, &p, &y, &integer(-1)).is_err());
    }
}
