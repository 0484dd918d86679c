//! Positive definite systems whose entries are known by enclosures.

use super::enclosure::Enclosure;

/// `L D L^T` of every symmetric matrix in an enclosure, all of whose pivots are certainly positive.
pub struct Factor {
    /// The rows of L, each up to the diagonal, which is 1 and left out.
    lower: Vec<Vec<Enclosure>>,
    /// D.
    pivots: Vec<Enclosure>,
    bits: u64,
}

impl Factor {
    /// The factors of a matrix, of which the entries up to the diagonal are read. `None` if some pivot is not certainly
    /// positive: a matrix in the enclosure may be singular or indefinite, or more bits are needed.
    pub fn of(matrix: &[Vec<Enclosure>], bits: u64) -> Option<Factor> {
        let mut factor = Factor { lower: Vec::new(), pivots: Vec::new(), bits };
        matrix.iter().all(|row| factor.extend(row)).then_some(factor)
    }

    /// The factors of the matrix with one more row, given up to its diagonal; `false`, and nothing is changed, if the
    /// new pivot is not certainly positive.
    pub fn extend(&mut self, row: &[Enclosure]) -> bool {
        let bits = self.bits;
        let mut scaled: Vec<Enclosure> = Vec::with_capacity(row.len());
        let mut pivot = row[self.pivots.len()].clone();
        let mut lower = Vec::with_capacity(row.len());
        for ((entry, above), above_pivot) in row.iter().zip(&self.lower).zip(&self.pivots) {
            // d_j l_j
            let known = scaled.iter().zip(above);
            let value = known.fold(entry.clone(), |value, (s, l)| value.sub(&s.mul(l, bits), bits));
            let Some(l) = value.div(above_pivot, bits) else { return false };
            pivot = pivot.sub(&value.mul(&l, bits), bits);
            scaled.push(value);
            lower.push(l);
        }
        let positive = pivot.sign().is_some_and(|sign| sign.is_gt());
        if positive {
            self.lower.push(lower);
            self.pivots.push(pivot);
        }
        positive
    }

    /// The x with `A x = right`.
    pub fn solve(&self, right: &[Enclosure]) -> Vec<Enclosure> {
        let (bits, size) = (self.bits, self.pivots.len());
        let mut x: Vec<Enclosure> = Vec::with_capacity(size);
        for (row, value) in self.lower.iter().zip(right) {
            let value = row.iter().zip(&x).fold(value.clone(), |value, (l, x)| value.sub(&l.mul(x, bits), bits));
            x.push(value);
        }
        for (x, pivot) in x.iter_mut().zip(&self.pivots) {
            *x = x.div(pivot, bits).expect("a pivot is positive");
        }
        for i in (0..size).rev() {
            for k in i + 1..size {
                x[i] = x[i].sub(&self.lower[k][i].mul(&x[k], bits), bits);
            }
        }
        x
    }
}

#[cfg(test)]
mod tests {
    use super::super::elimination;
    use super::super::matrix::Matrix;
    use super::super::rational::{Rational, ratio};
    use super::*;

    const BITS: u64 = 128;

    fn enclosed(matrix: &Matrix) -> Vec<Vec<Enclosure>> {
        let entry = |r: usize, c: usize| Enclosure::rational(&matrix.get(r, c), BITS);
        (0..matrix.rows()).map(|r| (0..matrix.columns()).map(|c| entry(r, c)).collect()).collect()
    }

    #[test]
    fn solutions_hold_the_exact_ones() {
        for n in 1..6usize {
            // The Hilbert matrix: definite, and badly conditioned.
            let matrix = Matrix::from_fn(n, n, |i, j| ratio(1, i + j + 1));
            let right: Vec<Rational> = (0..n).map(|i| ratio(i as i64 * 3 - 4, 7)).collect();
            let exact = elimination::solve(&matrix, &Matrix::rational(n, 1, &right)).unwrap();
            let right: Vec<Enclosure> = right.iter().map(|r| Enclosure::rational(r, BITS)).collect();
            let found = Factor::of(&enclosed(&matrix), BITS).unwrap().solve(&right);
            for (i, found) in found.iter().enumerate() {
                assert!(found.contains(&exact.get(i, 0)) && found.width().magnitude().unwrap_or(-999) < -80);
            }
        }
    }

    #[test]
    fn what_is_not_certainly_definite_is_refused() {
        let refused = |entries: [i64; 4]| {
            let matrix = Matrix::from_fn(2, 2, |i, j| ratio(entries[2 * i + j], 3));
            Factor::of(&enclosed(&matrix), BITS).is_none()
        };
        assert!(refused([1, 1, 1, 1]) && refused([0, 0, 0, 1]) && refused([1, 2, 2, 1]) && refused([-1, 0, 0, 1]));
        assert!(!refused([2, 1, 1, 1]));
        let mut factor = Factor::of(&enclosed(&Matrix::identity(1)), BITS).unwrap();
        assert!(!factor.extend(&[Enclosure::integer(1), Enclosure::integer(1)]), "dependent");
        assert!(factor.extend(&[Enclosure::integer(1), Enclosure::integer(2)]), "and nothing was changed");
    }
}
