//! Polynomials over a prime field, as coefficients, lowest first.

use super::prime::Field;

impl Field {
    /// The monic greatest common divisor; empty if both are zero.
    pub(crate) fn gcd(self, a: Vec<u64>, b: Vec<u64>) -> Vec<u64> {
        let (mut a, mut b) = (trimmed(a), trimmed(b));
        while !b.is_empty() {
            let rest = self.remainder(a, &b);
            (a, b) = (b, rest);
        }
        if let Some(&leading) = a.last() {
            let inverse = self.inverse(leading);
            a.iter_mut().for_each(|c| *c = self.mul(*c, inverse));
        }
        a
    }

    /// The remainder of a division by a polynomial that is not zero.
    fn remainder(self, mut a: Vec<u64>, b: &[u64]) -> Vec<u64> {
        let inverse = self.inverse(*b.last().expect("a divisor is not zero"));
        while a.len() >= b.len() {
            let factor = self.mul(*a.last().expect("longer than the divisor"), inverse);
            let low = a.len() - b.len();
            for (a, &b) in a[low..].iter_mut().zip(b) {
                *a = self.sub(*a, self.mul(factor, b));
            }
            a.pop();
        }
        trimmed(a)
    }

    /// The value at a point.
    pub(crate) fn value(self, coefficients: &[u64], x: u64) -> u64 {
        coefficients.iter().rev().fold(0, |v, &c| self.add(self.mul(v, x), c))
    }
}

fn trimmed(mut a: Vec<u64>) -> Vec<u64> {
    while a.last() == Some(&0) {
        a.pop();
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gcds_over_seven_elements() {
        let field = Field::new(7);
        // (x - 1)(x - 2) = 2 - 3x + x^2 and (x - 2)(x - 3) = 6 - 5x + x^2 share x - 2.
        assert_eq!(field.gcd(vec![2, 4, 1], vec![6, 2, 1, 0]), [5, 1]);
        assert_eq!(field.gcd(vec![2, 4, 1], vec![3]), [1]);
        assert_eq!(field.gcd(vec![], vec![0, 3]), [0, 1]);
        assert!(field.gcd(vec![], vec![]).is_empty());
        assert_eq!(field.value(&[2, 4, 1], 2), 0);
        assert_eq!(field.value(&[2, 4, 1], 3), 2);
    }
}
