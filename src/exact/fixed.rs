//! Eigenvectors in fixed point, to as many bits as asked: guesses like those of [`super::proposal`], where
//! floating point is not fine enough.
//!
//! A number is an integer over `2^bits`. Nothing here is bounded: callers prove what they use.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// A vector of numbers over `2^bits`.
pub type Vector = Vec<BigInt>;

/// The rows of a matrix of numbers over `2^bits`.
pub type Rows = Vec<Vector>;

/// Arithmetic with so many bits after the point, rounded down.
#[derive(Clone, Copy, Debug)]
pub struct Fixed {
    /// Bits after the point.
    pub bits: u64,
}

/// Eigenvalues, largest first, with orthonormal eigenvectors.
#[derive(Clone, Debug)]
pub struct Eigen {
    /// The eigenvalues.
    pub values: Vector,
    /// An eigenvector for each.
    pub vectors: Rows,
}

impl Fixed {
    /// 1.
    pub fn one(self) -> BigInt {
        BigInt::one() << self.bits
    }

    /// `a b`.
    pub fn mul(self, a: &BigInt, b: &BigInt) -> BigInt {
        (a * b) >> self.bits
    }

    /// `a / b`. Panics if b is zero.
    pub fn div(self, a: &BigInt, b: &BigInt) -> BigInt {
        (a << self.bits) / b
    }

    /// The square root. Panics if negative.
    pub fn sqrt(self, a: &BigInt) -> BigInt {
        (a << self.bits).sqrt()
    }

    /// `sum a_i b_i`.
    pub fn dot(self, a: &[BigInt], b: &[BigInt]) -> BigInt {
        a.iter().zip(b).map(|(a, b)| a * b).sum::<BigInt>() >> self.bits
    }

    /// The product of a matrix and a vector.
    pub fn apply(self, matrix: &[Vector], v: &[BigInt]) -> Vector {
        matrix.iter().map(|row| self.dot(row, v)).collect()
    }

    /// `a^T M b`.
    pub fn form(self, matrix: &[Vector], a: &[BigInt], b: &[BigInt]) -> BigInt {
        self.dot(a, &self.apply(matrix, b))
    }

    /// `alpha a + beta b`.
    pub fn combine(self, alpha: &BigInt, a: &[BigInt], beta: &BigInt, b: &[BigInt]) -> Vector {
        a.iter().zip(b).map(|(a, b)| (alpha * a + beta * b) >> self.bits).collect()
    }

    /// The vector over its length; `None` if that is below `2^(-bits/2)`, where few digits would be left.
    pub fn normalised(self, v: &[BigInt]) -> Option<Vector> {
        let square: BigInt = v.iter().map(|a| a * a).sum();
        let length = square.sqrt();
        (length.bits() > self.bits / 2).then(|| v.iter().map(|a| self.div(a, &length)).collect())
    }

    /// `Q M Q^T` for the rows of Q.
    fn turned(self, q: &[Vector], matrix: &[Vector]) -> Rows {
        let images: Rows = q.iter().map(|row| self.apply(matrix, row)).collect();
        q.iter().map(|row| images.iter().map(|image| self.dot(row, image)).collect()).collect()
    }

    /// The eigenvectors of a symmetric matrix, by Jacobi's rotations: they converge quadratically, ties or
    /// not, and start from the orthonormal vectors given.
    pub fn eigen(self, matrix: &[Vector], start: Option<&[Vector]>) -> Eigen {
        const MOST_SWEEPS: usize = 64;
        let n = matrix.len();
        let (mut a, mut q) = match start {
            Some(q) => (self.turned(q, matrix), q.to_vec()),
            None => (matrix.to_vec(), self.identity(n)),
        };
        let negligible = BigInt::from(16 * n);
        for _ in 0..MOST_SWEEPS {
            let mut done = true;
            for i in 0..n {
                for j in i + 1..n {
                    if a[i][j].abs() > negligible {
                        self.rotate(&mut a, &mut q, i, j);
                        done = false;
                    }
                }
            }
            if done {
                break;
            }
        }
        let mut pairs: Vec<(BigInt, Vector)> = q.into_iter().enumerate().map(|(i, v)| (a[i][i].clone(), v)).collect();
        pairs.sort_by(|x, y| y.0.cmp(&x.0));
        let (values, vectors) = pairs.into_iter().unzip();
        Eigen { values, vectors }
    }

    fn identity(self, n: usize) -> Rows {
        (0..n).map(|i| (0..n).map(|j| if i == j { self.one() } else { BigInt::zero() }).collect()).collect()
    }

    /// Makes `a_ij` zero: tangent `t = b / (d + sqrt(d^2 + b^2))` for `d = a_jj - a_ii >= 0`, `b = 2 a_ij`.
    fn rotate(self, a: &mut [Vector], q: &mut [Vector], i: usize, j: usize) {
        let (d, b): (BigInt, BigInt) = (&a[j][j] - &a[i][i], &a[i][j] * 2);
        let hypotenuse = BigInt::sqrt(&(&d * &d + &b * &b));
        let tangent = match d.is_negative() {
            true => -self.div(&b, &(hypotenuse - &d)),
            false => self.div(&b, &(hypotenuse + &d)),
        };
        let secant = self.sqrt(&(self.one() + self.mul(&tangent, &tangent)));
        let (cosine, sine) = (self.div(&self.one(), &secant), self.div(&tangent, &secant));
        let change = self.mul(&tangent, &a[i][j]);
        for k in (0..a.len()).filter(|&k| k != i && k != j) {
            let (x, y) = (&a[k][i], &a[k][j]);
            let turned = ((&cosine * x - &sine * y) >> self.bits, (&sine * x + &cosine * y) >> self.bits);
            (a[i][k], a[j][k]) = turned.clone();
            (a[k][i], a[k][j]) = turned;
        }
        a[i][i] -= &change;
        a[j][j] += &change;
        (a[i][j], a[j][i]) = (BigInt::zero(), BigInt::zero());
        let minus = -&sine;
        (q[i], q[j]) = (self.combine(&cosine, &q[i], &minus, &q[j]), self.combine(&sine, &q[i], &cosine, &q[j]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIXED: Fixed = Fixed { bits: 200 };

    fn fixed(n: usize, entry: impl Fn(usize, usize) -> i64) -> Rows {
        (0..n).map(|i| (0..n).map(|j| FIXED.one() * entry(i, j) / 100).collect()).collect()
    }

    fn is_small(x: &BigInt) -> bool {
        x.abs() < BigInt::one() << 40
    }

    fn assert_eigen(matrix: &Rows, eigen: &Eigen) {
        assert!(eigen.values.is_sorted_by(|a, b| a >= b));
        for (value, v) in eigen.values.iter().zip(&eigen.vectors) {
            for (image, component) in FIXED.apply(matrix, v).iter().zip(v) {
                assert!(is_small(&(image - FIXED.mul(value, component))));
            }
            for w in &eigen.vectors {
                let expected = if v == w { FIXED.one() } else { BigInt::zero() };
                assert!(is_small(&(FIXED.dot(v, w) - expected)));
            }
        }
    }

    #[test]
    fn eigenvectors_are_fine_with_and_without_ties() {
        let circulant = fixed(6, |i, j| [7, 3, -2, 5, -2, 3][(i + 6 - j) % 6]);
        let generic = fixed(7, |i, j| ((i * i + j * j) * 37 % 101) as i64 - 50 + 3 * (i * j) as i64);
        let projection = fixed(4, |_, _| 25);
        for matrix in [circulant, generic, projection] {
            let cold = FIXED.eigen(&matrix, None);
            assert_eigen(&matrix, &cold);
            let nearby: Rows = matrix.iter().map(|row| row.iter().map(|e| e + e / 1000).collect()).collect();
            assert_eigen(&nearby, &FIXED.eigen(&nearby, Some(&cold.vectors)));
        }
    }

    #[test]
    fn short_vectors_have_no_direction() {
        let v = vec![FIXED.one() * 3, FIXED.one() * -4];
        assert_eq!(FIXED.normalised(&v), Some(vec![FIXED.one() * 3 / 5, FIXED.one() * -4 / 5]));
        assert_eq!(FIXED.normalised(&[BigInt::one() << 90]), None);
        assert_eq!(FIXED.normalised(&[BigInt::zero()]), None);
    }
}
