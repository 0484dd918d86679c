//! Real algebraic numbers: a polynomial and an interval that holds exactly one of its roots.

use super::dyadic::Dyadic;
use super::enclosure::Enclosure;
use super::evaluation::Evaluator;
use super::isolation::isolate;
use super::matrix::Matrix;
use super::polynomial::Polynomial;
use super::rational::{self, Rational};
use super::rational_roots::split_rational_roots;
use num_traits::Signed;
use std::cmp::Ordering;
use std::fmt;
use std::sync::{Arc, RwLock};

/// A rational number, or an irrational root of a polynomial with integer coefficients.
#[derive(Clone)]
pub struct RealAlgebraic(Kind);

#[derive(Clone)]
enum Kind {
    Rational(Rational),
    Root(Arc<Root>),
}

/// **Invariant:** the polynomial is square-free and has no rational root; the interval holds the root
/// with this index (increasing order) and no other, and its ends are not roots.
struct Root {
    polynomial: Arc<Polynomial>,
    index: usize,
    /// Whether the polynomial is negative to the left of the root.
    rising: bool,
    /// Only ever replaced by a narrower one.
    interval: RwLock<Enclosure>,
}

/// The roots of a polynomial all of whose roots are real, largest first, each once with its
/// multiplicity. Rational roots are recognised as such.
///
/// `proposals` are where the roots may be; they change only how long it takes. Panics for the zero
/// polynomial, and if a root is not real.
pub fn real_roots(polynomial: &Polynomial, proposals: &[Dyadic]) -> Vec<(RealAlgebraic, usize)> {
    assert!(!polynomial.is_zero(), "every number is a root of zero");
    let mut roots = Vec::new();
    for (part, multiplicity) in square_free_parts(polynomial) {
        let (rational, rest) = split_rational_roots(&part);
        roots.extend(rational.into_iter().map(|r| (RealAlgebraic::from(r), multiplicity)));
        let rest = Arc::new(rest);
        for (index, interval) in isolate(&rest, proposals).into_iter().enumerate() {
            roots.push((RealAlgebraic::root(&rest, index, interval), multiplicity));
        }
    }
    roots.sort_by(|(a, _), (b, _)| b.cmp(a));
    roots
}

/// Roots at 0 and 1 are counted first: contexts have many of them, and what is left is then most often
/// square-free.
fn square_free_parts(polynomial: &Polynomial) -> Vec<(Polynomial, usize)> {
    let mut rest = polynomial.clone();
    let mut parts = Vec::new();
    for easy in [Polynomial::from_small(&[0, 1]), Polynomial::from_small(&[-1, 1])] {
        let mut multiplicity = 0;
        while let Some(quotient) = rest.divided_by(&easy) {
            rest = quotient;
            multiplicity += 1;
        }
        if multiplicity > 0 {
            parts.push((easy, multiplicity));
        }
    }
    parts.extend(rest.square_free_parts());
    parts
}

impl From<Rational> for RealAlgebraic {
    fn from(value: Rational) -> RealAlgebraic {
        RealAlgebraic(Kind::Rational(value))
    }
}

impl RealAlgebraic {
    fn root(polynomial: &Arc<Polynomial>, index: usize, interval: Enclosure) -> RealAlgebraic {
        let rising = polynomial.sign_at(&interval.lower().to_rational()) == Ordering::Less;
        let polynomial = Arc::clone(polynomial);
        RealAlgebraic(Kind::Root(Arc::new(Root { polynomial, index, rising, interval: RwLock::new(interval) })))
    }

    /// `mean + sqrt(square)`. Panics if the square is negative.
    pub fn with_root(mean: &Rational, square: &Rational) -> RealAlgebraic {
        assert!(!square.is_negative(), "a real root is of no negative number");
        let root = Rational::new(square.numer().sqrt(), square.denom().sqrt());
        if &root * &root == *square {
            return RealAlgebraic::from(mean + root);
        }
        let two = rational::integer(2);
        let coefficients = Matrix::rational(1, 3, &[mean * mean - square, -two * mean, rational::integer(1)]);
        let polynomial = Arc::new(Polynomial::new(coefficients.entries().to_vec()).primitive());
        // The other root is below the mean; neither is rational.
        let mut bits = 64;
        loop {
            let root = Enclosure::rational(square, bits).sqrt(bits);
            let interval = Enclosure::rational(mean, bits).add(&root, bits);
            if interval.lower().to_rational() > *mean {
                return RealAlgebraic::root(&polynomial, 1, interval);
            }
            bits *= 2;
        }
    }

    /// The value, if it is rational.
    pub fn as_rational(&self) -> Option<&Rational> {
        match &self.0 {
            Kind::Rational(value) => Some(value),
            Kind::Root(_) => None,
        }
    }

    /// Of an irrational number the polynomial it is given as a root of, which is square-free and has no
    /// rational root, and its place among the roots, the least first.
    pub(crate) fn as_root(&self) -> Option<(&Polynomial, usize)> {
        match &self.0 {
            Kind::Rational(_) => None,
            Kind::Root(root) => Some((&root.polynomial, root.index)),
        }
    }

    /// Whether both are given as the same root of the same polynomial. Equal numbers may be given otherwise.
    pub(crate) fn is_same_root(&self, other: &RealAlgebraic) -> bool {
        match (&self.0, &other.0) {
            (Kind::Root(a), Kind::Root(b)) => {
                let same = Arc::ptr_eq(&a.polynomial, &b.polynomial) || a.polynomial == b.polynomial;
                same && a.index == b.index
            }
            _ => false,
        }
    }

    /// Whether a polynomial vanishes at this number, exactly.
    pub(crate) fn is_root_of(&self, polynomial: &Polynomial) -> bool {
        match &self.0 {
            Kind::Rational(value) => polynomial.sign_at(value) == Ordering::Equal,
            Kind::Root(root) => polynomial.is_zero() || root.is_root_of(polynomial),
        }
    }

    /// A square-free polynomial with integer coefficients that has this root.
    pub fn polynomial(&self) -> Polynomial {
        match &self.0 {
            Kind::Rational(value) => Polynomial::vanishing_at(value),
            Kind::Root(root) => (*root.polynomial).clone(),
        }
    }

    /// An enclosure no wider than `2^-precision`. The ends are rounded down and up for a rational.
    pub fn enclose(&self, precision: i64) -> Enclosure {
        match &self.0 {
            Kind::Rational(value) => {
                let size = value.numer().bits() as i64 - value.denom().bits() as i64 + 1;
                Enclosure::rational(value, (size + precision + 1).max(1) as u64)
            }
            Kind::Root(root) => root.enclose(precision),
        }
    }

    /// The sign.
    pub fn sign(&self) -> Ordering {
        self.cmp(&RealAlgebraic::from(rational::integer(0)))
    }

    /// The sign of a polynomial at this number, exactly.
    pub fn sign_of(&self, polynomial: &Polynomial) -> Ordering {
        let root = match &self.0 {
            Kind::Rational(value) => return polynomial.sign_at(value),
            Kind::Root(root) => root,
        };
        if polynomial.is_zero() || root.is_root_of(polynomial) {
            return Ordering::Equal;
        }
        // Not a root: tight enough, the values at both ends and all between share a sign.
        let mut precision = 64;
        loop {
            if let Some(sign) = value_over(polynomial, &root.enclose(precision), precision as u64).sign() {
                return sign;
            }
            precision *= 2;
        }
    }

    /// The value rounded to `places` decimal places.
    pub fn decimal(&self, places: usize) -> String {
        let value = match &self.0 {
            Kind::Rational(value) => return rational::decimal(value, places),
            Kind::Root(root) => root,
        };
        // An irrational number is never half way between two decimals.
        let mut precision = places as i64 * 4 + 8;
        loop {
            let interval = value.enclose(precision);
            let [lower, upper] =
                [interval.lower(), interval.upper()].map(|e| rational::decimal(&e.to_rational(), places));
            if lower == upper {
                return lower;
            }
            precision *= 2;
        }
    }
}

/// All values of a polynomial on an interval, and perhaps more (Horner).
pub(crate) fn value_over(polynomial: &Polynomial, x: &Enclosure, bits: u64) -> Enclosure {
    let zero = Enclosure::integer(0);
    let coefficients = polynomial.coefficients().iter().rev();
    coefficients.fold(zero, |value, c| value.mul(x, bits).add(&Enclosure::integer(c.clone()), bits))
}

impl Root {
    fn current(&self) -> Enclosure {
        self.interval.read().expect("no panic while an interval is replaced").clone()
    }

    fn enclose(&self, precision: i64) -> Enclosure {
        let known = self.current();
        let wanted = Dyadic::new(1, -precision);
        if known.width() <= wanted {
            return known;
        }
        let narrower = refine(&self.polynomial, known, self.rising, &wanted);
        *self.interval.write().expect("no panic while an interval is replaced") = narrower.clone();
        narrower
    }

    /// Whether it is a root of another polynomial: of the common divisor, that is.
    fn is_root_of(&self, other: &Polynomial) -> bool {
        let common = self.polynomial.gcd(other);
        // The interval holds no other root of the divisor, and its ends are none.
        let interval = self.current();
        common.degree() > 0
            && common.sign_at(&interval.lower().to_rational()) != common.sign_at(&interval.upper().to_rational())
    }
}

/// Narrows an isolating interval (quadratic interval refinement, Abbott 2006): linear interpolation
/// proposes one of `2^k` cells, two signs confirm it. Success doubles k, failure halves it.
fn refine(polynomial: &Polynomial, interval: Enclosure, rising: bool, wanted: &Dyadic) -> Enclosure {
    let scale = interval.lower().magnitude().max(interval.upper().magnitude()).unwrap_or(0);
    let mut evaluator = Evaluator::new(polynomial, scale);
    let is_below = |evaluator: &mut Evaluator, x: &Dyadic| (evaluator.sign_at(x) == Ordering::Less) == rising;
    let (mut lower, mut upper) = (interval.lower().clone(), interval.upper().clone());
    let mut cells: u64 = 2;
    loop {
        let width = &upper - &lower;
        if width <= *wanted {
            return Enclosure::new(lower, upper);
        }
        let excess = width.magnitude().unwrap_or(0) - wanted.magnitude().unwrap_or(0);
        let bits = cells.min(excess.max(1) as u64);
        let [low, high] = [&lower, &upper].map(|x| evaluator.value_at(x, bits + 2));
        let share = Dyadic::quotient_near(&low, &(&low - &high), bits as i64);
        let cell = width.shifted(-(bits as i64));
        let from = &lower + &(&cell * &share);
        let to = &from + &cell;
        if is_below(&mut evaluator, &from) && !is_below(&mut evaluator, &to) {
            (lower, upper) = (from, to);
            cells *= 2;
        } else {
            let middle = lower.midpoint(&upper);
            if is_below(&mut evaluator, &middle) {
                lower = middle;
            } else {
                upper = middle;
            }
            cells = (cells / 2).max(1);
        }
    }
}

impl PartialEq for RealAlgebraic {
    fn eq(&self, other: &RealAlgebraic) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for RealAlgebraic {}

impl PartialOrd for RealAlgebraic {
    fn partial_cmp(&self, other: &RealAlgebraic) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The order of the real line, decided exactly.
impl Ord for RealAlgebraic {
    fn cmp(&self, other: &RealAlgebraic) -> Ordering {
        let known_different = match (&self.0, &other.0) {
            (Kind::Rational(a), Kind::Rational(b)) => return a.cmp(b),
            (Kind::Root(a), Kind::Root(b)) if Arc::ptr_eq(&a.polynomial, &b.polynomial) => {
                return a.index.cmp(&b.index);
            }
            (Kind::Root(_), Kind::Root(_)) => false,
            // A root is not rational.
            _ => true,
        };
        let mut precision = 40;
        let mut different = known_different;
        loop {
            if let Some(order) = self.enclose(precision).compare(&other.enclose(precision)) {
                return order;
            }
            if !different {
                if let (Kind::Root(a), Kind::Root(b)) = (&self.0, &other.0)
                    && a.equals(b)
                {
                    return Ordering::Equal;
                }
                different = true;
            }
            precision *= 2;
        }
    }
}

impl Root {
    /// Whether two roots of different polynomials are one number: whether the common divisor has a root
    /// in both intervals.
    fn equals(&self, other: &Root) -> bool {
        let common = self.polynomial.gcd(&other.polynomial);
        let Some(both) = self.current().intersection(&other.current()) else { return false };
        common.degree() > 0
            && common.sign_at(&both.lower().to_rational()) != common.sign_at(&both.upper().to_rational())
    }
}

impl fmt::Debug for RealAlgebraic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Rational(value) => write!(f, "{value}"),
            Kind::Root(root) => write!(f, "root {} of {:?}, near {}", root.index, root.polynomial, self.decimal(6)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::rational::ratio;
    use super::*;
    use num_bigint::BigInt;

    fn roots(coefficients: &[i64]) -> Vec<(RealAlgebraic, usize)> {
        real_roots(&Polynomial::from_small(coefficients), &[])
    }

    #[test]
    fn rationals_with_a_root() {
        let value = |mean, square| RealAlgebraic::with_root(&mean, &square);
        assert_eq!(value(ratio(1, 2), ratio(9, 4)).as_rational(), Some(&ratio(2, 1)));
        assert_eq!(value(ratio(1, 3), ratio(0, 1)).as_rational(), Some(&ratio(1, 3)));
        let golden = roots(&[-1, -1, 1]);
        assert_eq!(value(ratio(1, 2), ratio(5, 4)), golden[0].0);
        assert_ne!(value(ratio(1, 2), ratio(5, 4)), golden[1].0);
        // The roots are 2^-200 apart, and far from zero.
        let close = value(ratio(-7, 3), ratio(2, BigInt::from(1) << 402));
        let above = ratio(-7, 3) + ratio(1, BigInt::from(1) << 200);
        assert!(close > RealAlgebraic::from(ratio(-7, 3)) && close < RealAlgebraic::from(above));
    }

    #[test]
    fn roots_come_with_multiplicity_largest_first() {
        // x^3 (x - 1)^2 (2 x - 1) (x^2 - 2)^2
        let square = Polynomial::from_small(&[-2, 0, 1]);
        let p = [[0, 1], [0, 1], [0, 1], [-1, 1], [-1, 1], [-1, 2]]
            .iter()
            .fold(square.times(&square), |p, f| p.times(&Polynomial::from_small(f)));
        let found = real_roots(&p, &[]);
        let shown: Vec<String> = found.iter().map(|(r, m)| format!("{} x{m}", r.decimal(3))).collect();
        assert_eq!(shown, ["1.414 x2", "1.000 x2", "0.500 x1", "0.000 x3", "-1.414 x2"]);
        assert_eq!(found[2].0.as_rational(), Some(&ratio(1, 2)));
        assert_eq!(found[0].0.as_rational(), None);
    }

    #[test]
    fn digits_are_those_of_the_number() {
        let root = &roots(&[-2, 0, 1])[0].0;
        assert_eq!(root.decimal(50), "1.41421356237309504880168872420969807856967187537695");
        let interval = root.enclose(1000);
        assert!(interval.width() <= Dyadic::new(1, -1000));
        let [l, u] = [interval.lower(), interval.upper()].map(Dyadic::to_rational);
        assert!(&l * &l < ratio(2, 1) && &u * &u > ratio(2, 1));
    }

    #[test]
    fn order_and_equality_are_exact() {
        // sqrt 2 as a root of three polynomials, and numbers very near it.
        let two = Polynomial::from_small(&[-2, 0, 1]);
        let same: Vec<RealAlgebraic> =
            [Polynomial::one(), Polynomial::from_small(&[-3, 0, 1]), Polynomial::from_small(&[-1, -5, 1])]
                .iter()
                .map(|other| {
                    let all = real_roots(&two.times(other), &[]);
                    all.into_iter().map(|(r, _)| r).find(|r| r.decimal(4) == "1.4142").unwrap()
                })
                .collect();
        for a in &same {
            for b in &same {
                assert_eq!(a.cmp(b), Ordering::Equal);
            }
        }
        let near = RealAlgebraic::from(same[0].enclose(300).upper().to_rational());
        let scale = num_bigint::BigInt::from(10).pow(90);
        // x^2 - 2 - 10^-90
        let nearer = Polynomial::new(vec![-(&scale * 2i32) - 1i32, num_bigint::BigInt::from(0), scale]);
        let nearer = real_roots(&nearer, &[])[0].0.clone();
        for a in &same {
            assert_eq!(a.cmp(&near), Ordering::Less);
            assert_eq!(near.cmp(a), Ordering::Greater);
            assert_eq!(a.cmp(&nearer), Ordering::Less);
        }
    }

    #[test]
    fn signs_of_polynomials_at_a_root() {
        let root = roots(&[-2, 0, 1])[0].0.clone();
        for (coefficients, sign) in [
            (vec![-2, 0, 1], Ordering::Equal),
            (vec![0, -2, 0, 1], Ordering::Equal),
            (vec![-1_414_213_562, 1_000_000_000], Ordering::Greater),
            (vec![-1_414_213_563, 1_000_000_000], Ordering::Less),
            (vec![], Ordering::Equal),
            (vec![-5], Ordering::Less),
        ] {
            assert_eq!(root.sign_of(&Polynomial::from_small(&coefficients)), sign, "{coefficients:?}");
        }
        assert_eq!(root.sign(), Ordering::Greater);
        assert_eq!(RealAlgebraic::from(ratio(1, 2)).sign_of(&Polynomial::from_small(&[-1, 2])), Ordering::Equal);
    }
}
