//! The case that is neither trivial nor at the border: some f lies inside `F_eps` and none that no probe
//! explains does.
//!
//! `err(Phi; F_eps) = min_{t >= 0} l(t)`, with `l(t)` the largest eigenvalue of `E + t (K - c)` on
//! functions of mean zero (the S-lemma: one quadratic inequality leaves no gap). l is convex, and
//! `<y, (K - c) y>` of a top eigenvector y is a slope of it. Eigenvectors to the left and to the right of
//! the minimum span a plane; on the plane the problem has a closed form, which proposes both the f of the
//! lower bound and the next t. At a kink of l, where eigenvalues cross, the plane is that of the tie.

use super::picture::Picture;
use crate::exact::fixed::{Rows, Vector};
use crate::exact::proposal;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// Near the saddle: l(t) is close to the error of y, whose slope is close to zero.
pub(super) struct Saddle {
    pub t: BigInt,
    pub value: BigInt,
    pub y: Vector,
}

/// One side of the minimum: t and a top eigenvector, or any vector with a slope of that side's sign.
struct End {
    t: BigInt,
    y: Vector,
}

struct Search<'a> {
    picture: &'a Picture,
    left: End,
    right: End,
    /// The eigenvectors at the last t.
    vectors: Rows,
    /// The least l(t) so far, and its t.
    value: BigInt,
    t: BigInt,
    /// The largest error of a vector without slope so far, and the vector.
    error: BigInt,
    y: Vector,
}

/// The saddle to within about `gap`, or as near as so many digits allow; `None` if they do not show that
/// `inside`, a vector of length one, has a positive slope.
pub(super) fn saddle(picture: &Picture, inside: &[BigInt], gap: &BigInt) -> Option<Saddle> {
    const MOST_STEPS: usize = 60;
    let slope = picture.slope(inside);
    if slope.bits() * 2 < picture.fixed.bits || slope.is_negative() {
        return None;
    }
    // l(t) >= t slope, and l(0) <= 1.
    let mut search = Search::new(picture, inside, picture.fixed.div(&picture.fixed.one(), &slope));
    for t in proposals(picture, &search.right.t) {
        search.evaluate(t);
    }
    for step in 0..MOST_STEPS {
        let before = &search.right.t - &search.left.t;
        let proposed = search.reduce();
        if &search.value - &search.error <= *gap || before <= BigInt::from(4) {
            break;
        }
        // A one-sided approach is slow: every third step halves.
        let middle = (&search.left.t + &search.right.t) / 2;
        let between = |t: &BigInt| search.left.t < *t && *t < search.right.t;
        search.evaluate(proposed.filter(|t| step % 3 != 2 && between(t)).unwrap_or(middle));
    }
    Some(Saddle { t: search.t, value: search.value, y: search.y })
}

/// Close to the left and to the right of where floating point sees the minimum.
fn proposals(picture: &Picture, most: &BigInt) -> Vec<BigInt> {
    let floats = |rows: &Rows| -> Vec<f64> { rows.iter().flatten().map(|v| picture.to_dyadic(v).to_f64()).collect() };
    let most = picture.to_dyadic(most).to_f64();
    let Some(t) = proposal::balance(&floats(&picture.residual), &floats(&picture.excess), most) else {
        return Vec::new();
    };
    let t = picture.to_fixed(&t.to_rational());
    let margin = &t >> 24;
    vec![&t - &margin, t + margin]
}

impl<'a> Search<'a> {
    fn new(picture: &'a Picture, inside: &[BigInt], most: BigInt) -> Search<'a> {
        let at_zero = picture.fixed.eigen(&picture.residual, None);
        Search {
            picture,
            left: End { t: BigInt::zero(), y: at_zero.vectors[0].clone() },
            right: End { t: most, y: inside.to_vec() },
            t: BigInt::zero(),
            value: picture.fixed.one(),
            y: inside.to_vec(),
            error: picture.error(inside),
            vectors: at_zero.vectors,
        }
    }

    /// l(t) and its slope, which says on which side of the minimum t is.
    fn evaluate(&mut self, t: BigInt) {
        if t <= self.left.t || t >= self.right.t {
            return;
        }
        let eigen = self.picture.fixed.eigen(&self.picture.lagrangian(&t), Some(&self.vectors));
        self.vectors = eigen.vectors;
        if eigen.values[0] < self.value {
            (self.value, self.t) = (eigen.values[0].clone(), t.clone());
        }
        let end = End { t, y: self.vectors[0].clone() };
        match self.picture.slope(&end.y).is_negative() {
            true => self.left = end,
            false => self.right = end,
        }
    }

    /// Solves the problem on the plane of both ends: keeps its f if that is better, and returns its t.
    fn reduce(&mut self) -> Option<BigInt> {
        let fixed = self.picture.fixed;
        let (left, right) = (&self.left.y, &self.right.y);
        let across = fixed.dot(left, right);
        // The part of the left end that is orthogonal to the right end.
        let other = fixed.normalised(&fixed.combine(&fixed.one(), left, &-across, right))?;
        let plane = [right.clone(), other];
        let reduced = |rows: &Rows| [(0, 0), (0, 1), (1, 1)].map(|(i, j)| fixed.form(rows, &plane[i], &plane[j]));
        let (e, m) = (reduced(&self.picture.residual), reduced(&self.picture.excess));
        let (f, error) = self.balanced(&e, &m)?;
        if error > self.error {
            self.error = error;
            self.y = fixed.combine(&f[0], &plane[0], &f[1], &plane[1]);
        }
        self.stationary(&e, &m, &f)
    }

    /// The t with `g^T (E + t M) f = 0` for the g perpendicular to f.
    fn stationary(&self, e: &[BigInt; 3], m: &[BigInt; 3], f: &[BigInt; 2]) -> Option<BigInt> {
        let fixed = self.picture.fixed;
        let [a, b] = f;
        // g = (-b, a)
        let cross = |form: &[BigInt; 3]| -> BigInt {
            let squares = fixed.mul(a, a) - fixed.mul(b, b);
            fixed.mul(&form[1], &squares) + fixed.mul(&(&form[2] - &form[0]), &fixed.mul(a, b))
        };
        let divisor = cross(m);
        (!divisor.is_zero()).then(|| -fixed.div(&cross(e), &divisor))
    }

    /// Of the unit vectors with `m0 a^2 + 2 m1 a b + m2 b^2 = 0`, the one with the larger error.
    fn balanced(&self, e: &[BigInt; 3], m: &[BigInt; 3]) -> Option<([BigInt; 2], BigInt)> {
        let fixed = self.picture.fixed;
        let discriminant = &m[1] * &m[1] - &m[0] * &m[2];
        if discriminant.is_negative() {
            return None;
        }
        let root = discriminant.sqrt();
        let q = if m[1].is_negative() { root - &m[1] } else { -root - &m[1] };
        let error = |f: &[BigInt; 2]| -> BigInt {
            let (a, b) = (&f[0], &f[1]);
            fixed.mul(&e[0], &fixed.mul(a, a))
                + fixed.mul(&e[1], &fixed.mul(a, b)) * 2
                + fixed.mul(&e[2], &fixed.mul(b, b))
        };
        let directions = [vec![m[2].clone(), q.clone()], vec![q, m[0].clone()]];
        let units = directions.iter().filter_map(|d| fixed.normalised(d)).map(|d| [d[0].clone(), d[1].clone()]);
        units.map(|f| (f.clone(), error(&f))).max_by(|a, b| a.1.cmp(&b.1))
    }
}
