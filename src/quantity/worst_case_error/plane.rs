//! The closed form where one dimension is explained and one is not: the functions of mean zero are a plane.

use super::parts::Parts;
use super::problem::Sense;
use crate::exact::algebraic::{RealAlgebraic, real_roots};
use crate::exact::matrix::Matrix;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::{Rational, integer};
use num_traits::Signed;

/// The largest error, for parts of one dimension each that K mixes, where the unexplained function does not
/// satisfy the constraint and some function does.
///
/// For f = u + t v the constraint is `m_u + 2 t m_uv + t^2 m_v >= 0` with `m_u < 0`, and the error is
/// `n_u / (n_u + t^2 n_v)` for the squared norms n. The least t^2 that satisfies it belongs to the root
/// `t = -m_u / (|m_uv| + sqrt D)`, `D = m_uv^2 - m_u m_v`, whatever the sign of `m_v`.
pub(super) fn error_on_plane(parts: &Parts, sense: Sense, c: &Rational) -> RealAlgebraic {
    let (u, v) = (&parts.unexplained, &parts.explained);
    let excess = |form: &Matrix, norm: &Matrix| sense.excess(form, norm, c).get(0, 0);
    let (m_u, m_v) = (excess(&u.value, &u.norm), excess(&v.value, &v.norm));
    let m_uv = parts.across.get(0, 0).abs();
    let (n_u, n_v) = (u.norm.get(0, 0), v.norm.get(0, 0));
    let discriminant = &m_uv * &m_uv - &m_u * &m_v;
    assert!(m_u.is_negative() && !discriminant.is_negative(), "some function satisfies the constraint, and u does not");
    // The error is (p + q sqrt D) / (r + q sqrt D), with q > 0 and r > p.
    let p = &n_u * (&m_uv * &m_uv + &discriminant);
    let q = integer(2) * &n_u * &m_uv;
    let r = &p + &m_u * &m_u * &n_v;
    // = mean + root, where root^2 is rational.
    let divisor = &r * &r - &q * &q * &discriminant;
    let mean = (&p * &r - &q * &q * &discriminant) / &divisor;
    let slope = &q * (&r - &p) / &divisor;
    let square = &slope * &slope * &discriminant;
    larger_root(&mean, &square)
}

/// `mean + sqrt(square)`, the larger root of `x^2 - 2 mean x + mean^2 - square`.
fn larger_root(mean: &Rational, square: &Rational) -> RealAlgebraic {
    let coefficients = Matrix::rational(1, 3, &[mean * mean - square, integer(-2) * mean, integer(1)]);
    real_roots(&Polynomial::new(coefficients.entries().to_vec()), &[]).swap_remove(0).0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::rational::ratio;

    #[test]
    fn larger_roots() {
        assert_eq!(larger_root(&ratio(1, 2), &ratio(1, 4)), ratio(1, 1).into());
        assert_eq!(larger_root(&ratio(1, 3), &ratio(0, 1)), ratio(1, 3).into());
        assert_eq!(larger_root(&ratio(1, 2), &ratio(1, 8)).decimal(9), "0.853553391");
    }
}
