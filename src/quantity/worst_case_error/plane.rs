//! The closed form where one dimension is explained and one is not: the functions of mean zero are a plane.

use super::parts::{Part, Parts};
use super::problem::Sense;
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use num_bigint::BigInt;
use num_traits::Signed;

/// The largest error, for parts of one dimension each that K mixes, where the unexplained function does not
/// satisfy the constraint and some function does.
///
/// For f = u + t v the constraint is `m_u + 2 t m_uv + t^2 m_v >= 0` with `m_u < 0`, and the error is
/// `n_u / (n_u + t^2 n_v)` for the squared norms n. The least t^2 that satisfies it belongs to the root
/// `t = -m_u / (|m_uv| + sqrt D)`, `D = m_uv^2 - m_u m_v`, whatever the sign of `m_v`.
pub(super) fn error_on_plane(parts: &Parts, sense: Sense, c: &Rational) -> RealAlgebraic {
    let (u, v) = (&parts.unexplained, &parts.explained);
    let excess = |part: &Part| sense.excess(&part.value, &part.norm, c).get(0, 0);
    // Each form may be taken times a positive number, so all is integral.
    let [m_u, m_v, m_uv] = over_one_denominator([excess(u), excess(v), parts.across.get(0, 0).abs()]);
    let [n_u, n_v] = over_one_denominator([&u.norm, &v.norm].map(|norm| norm.get(0, 0)));
    let discriminant = &m_uv * &m_uv - &m_u * &m_v;
    assert!(m_u.is_negative() && !discriminant.is_negative(), "some function satisfies the constraint, and u does not");
    // The error is (p + q sqrt D) / (r + q sqrt D), with q > 0 and r > p.
    let p = &n_u * (&m_uv * &m_uv + &discriminant);
    let q: BigInt = &n_u * &m_uv * 2;
    let r = &p + &m_u * &m_u * &n_v;
    // = mean + slope sqrt D
    let divisor: BigInt = &r * &r - &q * &q * &discriminant;
    let mean = Rational::new(&p * &r - &q * &q * &discriminant, divisor.clone());
    let slope = Rational::new(q * (r - p), divisor);
    RealAlgebraic::with_root(&mean, &(&slope * &slope * discriminant))
}

/// The numbers times their common denominator.
fn over_one_denominator<const K: usize>(numbers: [Rational; K]) -> [BigInt; K] {
    let row = Matrix::rational(1, K, &numbers);
    std::array::from_fn(|i| row.entry(0, i).clone())
}
