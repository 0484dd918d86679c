//! A basis of the null space of a real matrix that is known by enclosures, when its rank is known.

use super::dyadic::Dyadic;
use super::enclosure::Enclosure;

/// Enclosures of a basis of `{ v : matrix v = 0 }` for every matrix in the enclosure whose null space has
/// exactly this dimension, a basis vector a column of the result's rows. Gauss-Jordan elimination with
/// complete pivoting.
///
/// `None` if a pivot may be zero: tighter entries are needed. After `columns - nullity` pivots that are
/// not zero the remaining rows depend on those before, because of the rank.
pub fn null_space(matrix: &[Vec<Enclosure>], nullity: usize, bits: u64) -> Option<Vec<Vec<Enclosure>>> {
    let columns = matrix.first().map_or(0, Vec::len);
    let mut rows = matrix.to_vec();
    let mut order: Vec<usize> = (0..columns).collect();
    let rank = columns - nullity;
    for k in 0..rank {
        let (r, c) = largest(&rows, &order, k)?;
        rows.swap(k, r);
        order.swap(k, c);
        let pivot = rows[k][order[k]].clone();
        for &column in &order[k..] {
            rows[k][column] = rows[k][column].div(&pivot, bits)?;
        }
        let pivot_row = rows[k].clone();
        for (i, row) in rows.iter_mut().enumerate() {
            // Rows above are needed only to the right, and so is this column no more.
            if i == k {
                continue;
            }
            let factor = row[order[k]].clone();
            for &column in &order[k + 1..] {
                row[column] = row[column].sub(&factor.mul(&pivot_row[column], bits), bits);
            }
        }
    }
    let free = &order[rank..];
    let mut basis = vec![vec![Enclosure::integer(0); nullity]; columns];
    for (j, &column) in free.iter().enumerate() {
        basis[column][j] = Enclosure::integer(1);
        for (k, row) in rows[..rank].iter().enumerate() {
            basis[order[k]][j] = row[column].negated();
        }
    }
    Some(basis)
}

/// Where the entry is whose distance from zero is largest, in rows and (ordered) columns from k on.
fn largest(rows: &[Vec<Enclosure>], order: &[usize], k: usize) -> Option<(usize, usize)> {
    let distance = |e: &Enclosure| -> Option<Dyadic> {
        let sign = e.sign()?;
        Some(if sign.is_lt() { -e.upper() } else { e.lower().clone() })
    };
    let places = (k..rows.len()).flat_map(|r| (k..order.len()).map(move |c| (r, c)));
    let known = places.filter_map(|(r, c)| distance(&rows[r][order[c]]).map(|d| (d, (r, c))));
    known.filter(|(d, _)| !d.is_zero()).max_by(|(a, _), (b, _)| a.cmp(b)).map(|(_, place)| place)
}

#[cfg(test)]
mod tests {
    use super::super::elimination;
    use super::super::matrix::Matrix;
    use super::super::rational::ratio;
    use super::*;

    #[test]
    fn the_exact_null_space_is_enclosed() {
        for seed in 1i64..30 {
            // Rank two or less.
            let left =
                Matrix::from_fn(4, 2, |r, c| ratio((seed * (3 * r as i64 + c as i64 + 2)) % 7 - 3, 1 + c as i64));
            let right = Matrix::from_fn(2, 5, |r, c| ratio((seed * (r as i64 + 5 * c as i64 + 1)) % 11 - 5, 3));
            let matrix = left.times(&right);
            let nullity = 5 - elimination::rank(&matrix);
            let rows: Vec<Vec<Enclosure>> =
                (0..4).map(|r| (0..5).map(|c| Enclosure::rational(&matrix.get(r, c), 80)).collect()).collect();
            let basis = null_space(&rows, nullity, 80).expect("80 bits are enough");
            // Each column of the basis, at the values of its free coordinates, is a vector of the exact one.
            for j in 0..nullity {
                let middle = Matrix::from_fn(5, 1, |r, _| basis[r][j].midpoint().to_rational());
                let residual = matrix.times(&middle);
                for r in 0..4 {
                    assert!(num_traits::Signed::abs(&residual.get(r, 0)) < ratio(1, 1i64 << 50), "{seed}");
                }
                let exact = elimination::null_space(&matrix);
                let free: Vec<usize> = (0..5).filter(|&r| basis[r].iter().all(Enclosure::is_point)).collect();
                let select = |m: &Matrix| Matrix::from_fn(free.len(), m.columns(), |r, c| m.get(free[r], c));
                let wanted = Matrix::from_fn(free.len(), 1, |r, _| basis[free[r]][j].lower().to_rational());
                let combination = elimination::solve(&select(&exact), &wanted).unwrap();
                let vector = exact.times(&combination);
                assert!((0..5).all(|r| basis[r][j].contains(&vector.get(r, 0))), "{seed}");
            }
            if nullity < 5 {
                assert_eq!(null_space(&rows, nullity - 1, 80), None, "a rank that is too high shows");
            }
        }
    }
}
