//! The rational roots of a polynomial, all of them.
//!
//! A rational root `t / L` (L the leading coefficient) is a root modulo every prime that does not divide
//! L. So a prime without roots proves that there are none, and otherwise each simple root modulo a prime
//! has one lift to a high power of it (Hensel), which is `t` if there is a rational root at all.

use super::modular::prime::{Field, is_prime};
use super::polynomial::Polynomial;
use super::rational::Rational;
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

/// How many primes may fail to exclude rational roots before roots are lifted.
const PATIENCE: usize = 24;

/// Divides the rational roots out of a square-free polynomial: the roots, in increasing order, and what
/// remains.
pub fn split_rational_roots(polynomial: &Polynomial) -> (Vec<Rational>, Polynomial) {
    let mut rest = polynomial.clone();
    let mut roots = Vec::new();
    for easy in [Rational::zero(), Rational::one()] {
        take_root(&mut rest, easy, &mut roots);
    }
    let candidates = match rest.degree() {
        0 => Vec::new(),
        1 => vec![Rational::new(-&rest.coefficients()[0], rest.leading())],
        _ => candidates(&rest),
    };
    for candidate in candidates {
        take_root(&mut rest, candidate, &mut roots);
    }
    roots.sort();
    (roots, rest)
}

/// Divides by `x - candidate` if it is a root.
fn take_root(rest: &mut Polynomial, candidate: Rational, roots: &mut Vec<Rational>) {
    if rest.degree() > 0 && rest.homogeneous(candidate.numer(), candidate.denom()).is_zero() {
        *rest = rest.divided_by(&Polynomial::vanishing_at(&candidate)).expect("a root divides");
        roots.push(candidate);
    }
}

/// Rationals among which all rational roots are.
fn candidates(p: &Polynomial) -> Vec<Rational> {
    let derivative = p.derivative();
    let mut simplest: Option<(Field, Vec<u64>)> = None;
    let primes = (101u64..).step_by(2).filter(|&n| is_prime(n));
    for (tried, prime) in primes.enumerate() {
        if tried >= PATIENCE && simplest.is_some() {
            break;
        }
        let field = Field::of_prime(prime);
        let residues = p.residues(field);
        if residues.last() == Some(&0) {
            continue;
        }
        let roots: Vec<u64> = (0..prime).filter(|&x| field.value(&residues, x) == 0).collect();
        if roots.is_empty() {
            return Vec::new();
        }
        let slopes = derivative.residues(field);
        let simple = roots.iter().all(|&x| field.value(&slopes, x) != 0);
        if simple && simplest.as_ref().is_none_or(|(_, fewest)| roots.len() < fewest.len()) {
            simplest = Some((field, roots));
        }
    }
    let (field, roots) = simplest.expect("a square-free polynomial has simple roots modulo almost every prime");
    // |t| = |L| |root| <= |L| + max |coefficient| (Cauchy's bound)
    let largest = p.coefficients().iter().map(|c| c.abs()).max().unwrap_or_default();
    let bound = (p.leading().abs() + largest) * 2;
    roots.into_iter().map(|root| lift(p, &derivative, field.prime(), root, &bound)).collect()
}

/// The fraction `t / L` with t the lift of a simple root modulo a power of the prime beyond the bound, by
/// Newton's iteration `x - p(x) / p'(x)`, which doubles the power in each step.
fn lift(p: &Polynomial, derivative: &Polynomial, prime: u64, root: u64, bound: &BigInt) -> Rational {
    let mut modulus = BigInt::from(prime);
    let mut x = BigInt::from(root);
    let value = |q: &Polynomial, x: &BigInt, modulus: &BigInt| {
        q.coefficients().iter().rev().fold(BigInt::zero(), |v, c| (v * x + c).mod_floor(modulus))
    };
    // 1 / p'(x) modulo the prime, then lifted alongside.
    let field = Field::of_prime(prime);
    let slope = field.value(&derivative.residues(field), root);
    let mut inverse = BigInt::from(field.inverse(slope));
    while &modulus <= bound {
        modulus = &modulus * &modulus;
        x = (&x - value(p, &x, &modulus) * &inverse).mod_floor(&modulus);
        inverse = (&inverse * (BigInt::from(2) - value(derivative, &x, &modulus) * &inverse)).mod_floor(&modulus);
    }
    let leading = p.leading();
    let mut t = (x * &leading).mod_floor(&modulus);
    if &t * 2 > modulus {
        t -= &modulus;
    }
    Rational::new(t, leading)
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;

    #[test]
    fn exactly_the_rational_roots_are_found() {
        let irrational = [
            Polynomial::from_small(&[-2, 0, 1]),
            Polynomial::from_small(&[-3, 0, 1]),
            // Roots modulo every prime, and none that is rational.
            Polynomial::from_small(&[-2, 0, 1])
                .times(&Polynomial::from_small(&[-3, 0, 1]))
                .times(&Polynomial::from_small(&[-6, 0, 1])),
            Polynomial::one(),
        ];
        let sets = [
            vec![],
            vec![ratio(0, 1)],
            vec![ratio(1, 1)],
            vec![ratio(-7, 3), ratio(0, 1), ratio(1, 1), ratio(22, 7)],
            vec![ratio(-1, 1_000_003), ratio(1, 101 * 103), ratio(12_345_678_901i64, 98_765_432_109i64)],
            (1..=12).map(|k| ratio(k, k + 30)).collect(),
        ];
        for other in &irrational {
            for expected in &sets {
                let whole =
                    expected.iter().fold(other.scaled(&BigInt::from(-6)), |p, r| p.times(&Polynomial::vanishing_at(r)));
                let (roots, rest) = split_rational_roots(&whole);
                assert_eq!(&roots, expected, "{whole}");
                assert_eq!(&rest.primitive(), other);
            }
        }
    }
}
