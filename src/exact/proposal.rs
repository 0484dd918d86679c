//! Floating point guesses, for exact code to confirm or discard.
//!
//! This is the one place of this room where numbers are rounded without a bound. Nothing that is
//! returned may be believed: callers use it to choose where to look, and prove what they find.
#![allow(clippy::float_arithmetic)]

use super::dyadic::Dyadic;
use super::matrix::Matrix;
use super::rational::Rational;
use nalgebra::{DMatrix, DVector};
use num_bigint::BigInt;
use num_traits::{FromPrimitive, ToPrimitive};

/// `C(x,a) / sqrt(r(x) c(a)) - sqrt(r(x) c(a)) / total`: its singular values are those of the operator of a
/// table, without the trivial one.
pub fn standardised_residuals(rows: usize, columns: usize, counts: &[BigInt]) -> DMatrix<f64> {
    // Scaled to a largest count near 2^52, so that huge counts are not infinite.
    let bits = counts.iter().map(BigInt::bits).max().unwrap_or(0) as i64;
    let excess = (bits - 900).max(0);
    let counts: Vec<f64> = counts.iter().map(|c| (c >> excess).to_f64().unwrap_or(0.0)).collect();
    let mut row_sums = vec![0.0; rows];
    let mut column_sums = vec![0.0; columns];
    for (k, count) in counts.iter().enumerate() {
        row_sums[k / columns] += count;
        column_sums[k % columns] += count;
    }
    let total: f64 = row_sums.iter().sum();
    DMatrix::from_fn(rows, columns, |x, a| {
        let geometric = row_sums[x].sqrt() * column_sums[a].sqrt();
        let residual = counts[x * columns + a] / geometric - geometric / total;
        if residual.is_finite() { residual } else { 0.0 }
    })
}

/// Guesses of the eigenvalues of a table's operator, without the trivial one: as many as the shorter side
/// has points.
pub fn eigenvalues(rows: usize, columns: usize, counts: &[BigInt]) -> Vec<Dyadic> {
    let singular_values = standardised_residuals(rows, columns, counts).singular_values();
    singular_values.iter().map(|s| s * s).filter(|s| s.is_finite()).map(Dyadic::from_f64).collect()
}

/// A guess of the t in `[0, most]` where the largest eigenvalue of `E + t M` is least, for symmetric
/// matrices given by their rows: by halving, on the sign of the slope `y^T M y` of a top eigenvector.
/// `None` if the numbers are out of range.
pub fn balance(e: &[f64], m: &[f64], most: f64) -> Option<Dyadic> {
    const STEPS: usize = 64;
    let n = e.len().isqrt();
    let (e, m) = (DMatrix::from_row_slice(n, n, e), DMatrix::from_row_slice(n, n, m));
    let (mut left, mut right) = (0.0, most);
    for _ in 0..STEPS {
        let t = (left + right) / 2.0;
        let pencil = &e + &m * t;
        if !pencil.iter().all(|v| v.is_finite()) {
            return None;
        }
        let eigen = pencil.symmetric_eigen();
        let y = eigen.eigenvectors.column(eigen.eigenvalues.imax());
        let slope = (y.transpose() * &m * y)[(0, 0)];
        if slope < 0.0 { left = t } else { right = t }
    }
    right.is_finite().then(|| Dyadic::from_f64(right))
}

/// Guesses of functions that make a symmetric form largest.
pub struct TopFunctions {
    /// About orthonormal for the weights, a column each, largest value first.
    pub functions: Matrix,
    /// About the value of the form at each.
    pub values: Vec<Rational>,
}

/// About the first `count` eigenfunctions of a symmetric form against positive weights, of all functions or of
/// those of mean zero; fewer if there are fewer. `None` if the numbers are out of range.
pub fn top_functions(weights: &[Rational], form: &Matrix, count: usize, of_mean_zero: bool) -> Option<TopFunctions> {
    let n = weights.len();
    let roots: Vec<f64> = weights.iter().map(|w| w.to_f64().map(f64::sqrt)).collect::<Option<_>>()?;
    // In coordinates in which the norm is Euclid's.
    let scaled = |x: usize, y: usize| form.get(x, y).to_f64().unwrap_or(f64::NAN) / (roots[x] * roots[y]);
    let mut matrix = DMatrix::from_fn(n, n, scaled);
    if of_mean_zero {
        let constant = DVector::from_vec(roots.clone()).normalize();
        let projection = DMatrix::identity(n, n) - &constant * constant.transpose();
        // Below every other value, negative ones too.
        let last = &constant * constant.transpose() * (2.0 * matrix.norm() + 1.0);
        matrix = &projection * matrix * &projection - last;
    }
    if !matrix.iter().all(|v| v.is_finite()) {
        return None;
    }
    let eigen = matrix.symmetric_eigen();
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|&i, &j| eigen.eigenvalues[j].total_cmp(&eigen.eigenvalues[i]));
    order.truncate(count.min(n - usize::from(of_mean_zero)));
    let value = |x: usize, j: usize| rounded(eigen.eigenvectors[(x, order[j])] / roots[x]);
    let entries = (0..n * order.len()).map(|k| value(k / order.len(), k % order.len()));
    let entries = entries.collect::<Option<Vec<Rational>>>()?;
    let functions = Matrix::rational(n, order.len(), &entries);
    let values = order.iter().map(|&i| rounded(eigen.eigenvalues[i])).collect::<Option<_>>()?;
    Some(TopFunctions { functions, values })
}

/// A guess of a square root, of a number that is not negative.
pub fn square_root(square: &Rational) -> Option<Rational> {
    rounded(square.to_f64()?.sqrt())
}

/// To forty binary places: more would be noise.
fn rounded(x: f64) -> Option<Rational> {
    const PLACES: i32 = 40;
    let scaled = BigInt::from_f64((x * 2f64.powi(PLACES)).round())?;
    Some(Rational::new(scaled, BigInt::from(1u64 << PLACES)))
}

/// A guess at where the largest `<f, E f> / <f, D f>` with `<f, M f> >= 0` is, for symmetric E and M and a
/// diagonal D of positive weights.
pub struct Saddle {
    /// The t at which the largest eigenvalue of `E + t M` against D is least.
    pub multiplier: Dyadic,
    /// That eigenvalue.
    pub value: Dyadic,
    /// About a multiple of an f with that value and `<f, M f> = 0`.
    pub worst: Vec<BigInt>,
    /// About a multiple of the f with the largest `<f, M f> / <f, D f>`.
    pub inside: Vec<BigInt>,
}

/// See [`Saddle`]. `None` if the numbers are out of range, or no `<f, M f>` seems to be positive.
pub fn saddle(weights: &[BigInt], error: &Matrix, excess: &Matrix) -> Option<Saddle> {
    let roots: Vec<f64> = weights.iter().map(|w| w.to_f64().unwrap_or(f64::INFINITY).sqrt()).collect();
    // In coordinates in which the norm is Euclid's.
    let scaled = |form: &Matrix| {
        let denominator = form.denominator().to_f64()?;
        let entry = |x: usize, y: usize| form.entry(x, y).to_f64().unwrap_or(f64::NAN) / denominator;
        let scaled = DMatrix::from_fn(roots.len(), roots.len(), |x, y| entry(x, y) / (roots[x] * roots[y]));
        scaled.iter().all(|v| v.is_finite()).then_some(scaled)
    };
    let mut search = Descent::new(scaled(error)?, scaled(excess)?)?;
    search.run();
    let function = |y: &DVector<f64>| -> Option<Vec<BigInt>> {
        const BITS: i32 = 40;
        let values: Vec<f64> = y.iter().zip(&roots).map(|(y, root)| y / root).collect();
        let largest = values.iter().fold(0.0, |most: f64, v| most.max(v.abs()));
        values.iter().map(|v| BigInt::from_f64((v / largest * 2f64.powi(BITS)).round())).collect()
    };
    Some(Saddle {
        worst: function(&search.worst)?,
        inside: function(&search.inside)?,
        multiplier: finite(search.multiplier)?,
        value: finite(search.value)?,
    })
}

fn finite(x: f64) -> Option<Dyadic> {
    x.is_finite().then(|| Dyadic::from_f64(x))
}

/// The search for the least of the largest eigenvalue l(t), which is convex: a top eigenvector y has the slope
/// `y^T M y`. The plane of the eigenvectors on both sides of the minimum proposes f, and the next t.
struct Descent {
    error: DMatrix<f64>,
    excess: DMatrix<f64>,
    inside: DVector<f64>,
    /// A t, and a vector whose slope is negative on the left and not on the right.
    left: (f64, DVector<f64>),
    right: (f64, DVector<f64>),
    /// The least l(t) so far, and its t.
    value: f64,
    multiplier: f64,
    /// The vector of the largest error so far among those whose slope is not negative, and that error.
    worst: DVector<f64>,
    found: f64,
}

impl Descent {
    fn new(error: DMatrix<f64>, excess: DMatrix<f64>) -> Option<Descent> {
        let (slope, inside) = top(&excess);
        let (value, left) = top(&error);
        // l(t) >= t slope, and l(0) <= 1.
        let (right, found) = ((1.0 / slope, inside.clone()), form(&error, &inside, &inside));
        let descent = Descent {
            left: (0.0, left),
            worst: inside.clone(),
            multiplier: 0.0,
            error,
            excess,
            inside,
            right,
            value,
            found,
        };
        (slope > 0.0).then_some(descent)
    }

    fn run(&mut self) {
        const STEPS: usize = 40;
        const CLOSE: f64 = 1e-13;
        for step in 0..STEPS {
            let proposed = self.reduce();
            if self.value - self.found <= CLOSE {
                return;
            }
            // A one-sided approach is slow: every third step halves.
            let between = |t: &f64| self.left.0 < *t && *t < self.right.0;
            let middle = (self.left.0 + self.right.0) / 2.0;
            self.evaluate(proposed.filter(|t| step % 3 != 2 && between(t)).unwrap_or(middle));
        }
    }

    fn evaluate(&mut self, t: f64) {
        let (value, y) = top(&(&self.error + &self.excess * t));
        if value < self.value {
            (self.value, self.multiplier) = (value, t);
        }
        if form(&self.excess, &y, &y) < 0.0 {
            self.left = (t, y);
        } else {
            self.keep(y.clone());
            self.right = (t, y);
        }
    }

    fn keep(&mut self, y: DVector<f64>) {
        let error = form(&self.error, &y, &y);
        if error > self.found {
            (self.found, self.worst) = (error, y);
        }
    }

    /// The best vector without slope in the plane of both sides, and the t that makes it stationary there.
    fn reduce(&mut self) -> Option<f64> {
        let (left, right) = (&self.left.1, &self.right.1);
        let other = (left - right * left.dot(right)).try_normalize(1e-9)?;
        let plane = [right, &other];
        let reduced = |rows: &DMatrix<f64>| [(0, 0), (0, 1), (1, 1)].map(|(i, j)| form(rows, plane[i], plane[j]));
        let (e, m) = (reduced(&self.error), reduced(&self.excess));
        let root = (m[1] * m[1] - m[0] * m[2]).sqrt();
        let q = if m[1] < 0.0 { root - m[1] } else { -root - m[1] };
        let size = |[a, b]: [f64; 2]| e[0] * a * a + 2.0 * e[1] * a * b + e[2] * b * b;
        let units = [[m[2], q], [q, m[0]]].map(|[a, b]| [a, b].map(|v| v / a.hypot(b)));
        let [a, b] = units.into_iter().filter(|f| size(*f).is_finite()).max_by(|f, g| size(*f).total_cmp(&size(*g)))?;
        let t = {
            // g^T (E + t M) f = 0 for g = (-b, a)
            let cross = |form: &[f64; 3]| form[1] * (a * a - b * b) + (form[2] - form[0]) * a * b;
            -cross(&e) / cross(&m)
        };
        let y = right * a + &other * b;
        self.keep(y);
        t.is_finite().then_some(t)
    }
}

/// The largest eigenvalue, and a vector of length one that belongs to it.
fn top(matrix: &DMatrix<f64>) -> (f64, DVector<f64>) {
    let eigen = matrix.clone().symmetric_eigen();
    let place = eigen.eigenvalues.imax();
    (eigen.eigenvalues[place], eigen.eigenvectors.column(place).into_owned())
}

fn form(matrix: &DMatrix<f64>, y: &DVector<f64>, z: &DVector<f64>) -> f64 {
    y.dot(&(matrix * z))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn balance_is_where_the_slopes_turn() {
        // max(1 - t, t)
        let t = balance(&[1.0, 0.0, 0.0, 0.0], &[-1.0, 0.0, 0.0, 1.0], 8.0).unwrap().to_f64();
        assert!((t - 0.5).abs() < 1e-12, "{t}");
        // max over y of 2 y0 y1 + t (y1^2 - y0^2): sqrt(1 + t^2), least at the end.
        let t = balance(&[0.0, 1.0, 1.0, 0.0], &[-1.0, 0.0, 0.0, 1.0], 8.0).unwrap().to_f64();
        assert!(t.abs() < 1e-12, "{t}");
        assert_eq!(balance(&[0.0], &[f64::INFINITY], 1.0), None);
    }

    /// diag(3, -1, 2) against weights (1, 2, 4): values 3, 1/2, -1/2.
    #[test]
    fn top_functions_of_a_diagonal_form() {
        let form = Matrix::integer(3, 3, [3, 0, 0, 0, -1, 0, 0, 0, 2].map(BigInt::from).to_vec());
        let weights = [1, 2, 4].map(|w| Rational::from(BigInt::from(w)));
        let near = |x: Rational, y: f64| (x.to_f64().unwrap() - y).abs() < 1e-9;
        let found = top_functions(&weights, &form, 2, false).unwrap();
        assert_eq!((found.functions.rows(), found.functions.columns(), found.values.len()), (3, 2, 2));
        assert!(near(found.values[0].clone(), 3.0) && near(found.values[1].clone(), 0.5));
        assert!(near(found.functions.get(2, 1) * found.functions.get(2, 1), 0.25), "of norm 1");
        // Of mean zero there are two, and the least of them is negative.
        let found = top_functions(&weights, &form, 3, true).unwrap();
        assert_eq!(found.values.len(), 2);
        assert!(found.values[1] < Rational::from(BigInt::from(0)));
        let mean = |j: usize| (0..3).map(|x| &weights[x] * found.functions.get(x, j)).sum();
        assert!(near(mean(0), 0.0) && near(mean(1), 0.0));
        assert!(near(square_root(&Rational::from(BigInt::from(2))).unwrap(), 2f64.sqrt()));
        assert!(square_root(&Rational::from(BigInt::from(-2))).is_none());
    }

    /// E = diag(1, 0, 0), M = diag(-2, 1, -3): weights (1, 2, 0) / 3 of squares, at t = 1/3.
    #[test]
    fn a_saddle_of_diagonal_forms() {
        let diagonal = |d: [i64; 3]| {
            Matrix::integer(3, 3, (0..9).map(|k| BigInt::from(if k % 4 == 0 { d[k / 4] } else { 0 })).collect())
        };
        let weights = [1, 1, 1].map(BigInt::from);
        let found = saddle(&weights, &diagonal([1, 0, 0]), &diagonal([-2, 1, -3])).unwrap();
        let near = |x: f64, y: f64| (x - y).abs() < 1e-9;
        assert!(near(found.value.to_f64(), 1.0 / 3.0) && near(found.multiplier.to_f64(), 1.0 / 3.0));
        let [a, b, c] = [0, 1, 2].map(|x| found.worst[x].to_f64().unwrap());
        assert!(near((a / b).powi(2), 0.5) && near(c / b, 0.0));
        assert!(saddle(&weights, &diagonal([1, 0, 0]), &diagonal([-2, -1, -3])).is_none());
    }
}
