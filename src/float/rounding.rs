//! Bounds of rounding errors. Everything named `_up` is at least the exact result, everything named
//! `_down` at most; NaN becomes infinity, the upper bound that says nothing.

/// The unit roundoff u: `|fl(x) - x| <= u |x|`, and `<= u |fl(x)|`, unless `fl(x)` is subnormal.
pub const UNIT: f64 = f64::EPSILON / 2.0;

/// The smallest positive float: a bound of the error of a result that underflows.
pub const TINY: f64 = f64::from_bits(1);

fn bound(x: f64) -> f64 {
    if x.is_nan() { f64::INFINITY } else { x }
}

/// `a + b` or more.
pub fn add_up(a: f64, b: f64) -> f64 {
    if a == 0.0 || b == 0.0 { bound(a + b) } else { bound((a + b).next_up()) }
}

/// `a b` or more. Zero times anything is zero: an unbounded factor is still a real number.
pub fn mul_up(a: f64, b: f64) -> f64 {
    if a == 0.0 || b == 0.0 { 0.0 } else { bound((a * b).next_up()) }
}

/// `a / b` or more, for `b > 0`.
pub fn div_up(a: f64, b: f64) -> f64 {
    if a == 0.0 { 0.0 } else { bound((a / b).next_up()) }
}

/// `a - b` or less. May be negative.
pub fn sub_down(a: f64, b: f64) -> f64 {
    if b == 0.0 { a } else { (a - b).next_down() }
}

/// The square root or more.
pub fn sqrt_up(a: f64) -> f64 {
    if a == 0.0 { 0.0 } else { bound(a.sqrt().next_up()) }
}

/// `gamma_n = n u / (1 - n u)` or more: a product of n factors `1 + d` or `1 / (1 + d)`, each with
/// `|d| <= u`, differs from 1 by at most `gamma_n` (Higham, *Accuracy and Stability*, lemma 3.1).
pub fn gamma(n: usize) -> f64 {
    assert!(n < 1 << 50, "an error bound of {n} roundings says nothing");
    let nu = n as f64 * UNIT; // exact
    div_up(nu, sub_down(1.0, nu))
}

/// A bound of the error of rounding a real number to `rounded`, underflow included.
pub fn error_of(rounded: f64) -> f64 {
    add_up(mul_up(rounded.abs(), UNIT), TINY)
}

/// `x 2^e`, rounded; the error is at most [`TINY`] where it underflows, and none otherwise. For
/// `|x|` between `2^-100` and `2^100`, or zero.
pub fn times_power(x: f64, e: i64) -> f64 {
    // Two steps, the first of them exact unless the result is zero: no power leaves the range of floats.
    let e = e.clamp(-1800, 1800) as i32;
    x * 2f64.powi(e / 2) * 2f64.powi(e - e / 2)
}

/// `x = m 2^e` with `1 <= |m| < 2`, exactly. Panics unless x is finite and not zero.
pub fn split(x: f64) -> (f64, i64) {
    assert!(x.is_finite() && x != 0.0, "{x} has no leading bit");
    if x.is_subnormal() {
        let (m, e) = split(x * 2f64.powi(60));
        return (m, e - 60);
    }
    let exponent = (x.to_bits() >> 52 & 0x7ff) as i64 - 1023;
    (f64::from_bits(x.to_bits() & !(0x7ff << 52) | 1023 << 52), exponent)
}

/// A bound of the rounding error of an inner product of n terms, in any order, with or without fused
/// operations, whose factors have norms up to `a` and `b`: `gamma_n a b`, and the products' underflow.
pub fn inner_product_error(n: usize, a: f64, b: f64) -> f64 {
    // One more than n pays for the sums of underflows.
    add_up(mul_up(gamma(n + 1), mul_up(a, b)), mul_up(n as f64, 2.0 * TINY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_outward_and_nan_says_nothing() {
        assert!(add_up(1.0, UNIT) > 1.0);
        assert_eq!(add_up(0.0, 0.1), 0.1);
        assert_eq!(mul_up(0.0, f64::INFINITY), 0.0);
        assert!(mul_up(1e-200, 1e-200) > 0.0);
        assert!(div_up(1.0, 3.0) > 1.0 / 3.0);
        assert!(sub_down(1.0, UNIT / 2.0) < 1.0);
        assert!(sqrt_up(2.0) > 2f64.sqrt());
        assert_eq!(add_up(f64::NAN, 1.0), f64::INFINITY);
        assert_eq!(mul_up(f64::MAX, 2.0), f64::INFINITY);
        assert!(gamma(1000) > 1000.0 * UNIT && gamma(1000) < 1001.0 * UNIT);
    }

    #[test]
    fn powers_of_two_are_split_off_and_put_back() {
        for x in [1.0, -1.5, 3.0, 0.1, 1e300, -5e-324, f64::MAX, f64::MIN_POSITIVE, 1.0 - UNIT] {
            let (m, e) = split(x);
            assert!((1.0..2.0).contains(&m.abs()), "{x}");
            assert_eq!(times_power(m, e), x);
        }
        assert_eq!(times_power(1.5, 5000), f64::INFINITY);
        assert_eq!(times_power(1.5, -5000), 0.0);
        assert_eq!(times_power(1.0, 1023), 2f64.powi(1023));
    }
}
