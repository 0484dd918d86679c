//! Dense linear algebra modulo one prime: elimination, and the characteristic polynomial by Hessenberg
//! form. General and plain; the twin of [`super::lanczos`].

use super::prime::Field;

/// A square matrix over a field, by rows.
pub type Square = Vec<Vec<u64>>;

/// The coefficients of `det(x I - matrix)`, lowest first.
pub fn characteristic_polynomial(field: Field, mut matrix: Square) -> Vec<u64> {
    to_hessenberg(field, &mut matrix);
    // p_k = (x - h_kk) p_{k-1} - sum_i h_{k-i,k} (h_{k,k-1} ... h_{k-i+1,k-i}) p_{k-i-1}
    let n = matrix.len();
    let mut leading: Vec<Vec<u64>> = vec![vec![1]];
    for k in 0..n {
        let mut next = vec![0; k + 2];
        add_multiple(field, &mut next[1..], &leading[k], 1);
        add_multiple(field, &mut next, &leading[k], field.sub(0, matrix[k][k]));
        let mut below = 1;
        for i in (0..k).rev() {
            below = field.mul(below, matrix[i + 1][i]);
            let factor = field.mul(below, matrix[i][k]);
            add_multiple(field, &mut next, &leading[i], field.sub(0, factor));
        }
        leading.push(next);
    }
    leading.pop().expect("the polynomial of the whole matrix")
}

fn add_multiple(field: Field, to: &mut [u64], from: &[u64], factor: u64) {
    for (to, &from) in to.iter_mut().zip(from) {
        *to = field.add(*to, field.mul(from, factor));
    }
}

/// Zeros below the first subdiagonal, by similarity.
fn to_hessenberg(field: Field, h: &mut Square) {
    let n = h.len();
    for k in 1..n.saturating_sub(1) {
        let Some(found) = (k..n).find(|&i| h[i][k - 1] != 0) else { continue };
        h.swap(found, k);
        h.iter_mut().for_each(|row| row.swap(found, k));
        let inverse = field.inverse(h[k][k - 1]);
        for i in k + 1..n {
            let factor = field.mul(h[i][k - 1], inverse);
            if factor == 0 {
                continue;
            }
            let (head, tail) = h.split_at_mut(i);
            add_multiple(field, &mut tail[0], &head[k], field.sub(0, factor));
            for row in h.iter_mut() {
                row[k] = field.add(row[k], field.mul(factor, row[i]));
            }
        }
    }
}

/// `matrix^-1 right` and `det(matrix)`; `None` if the matrix is singular.
pub fn solve(field: Field, mut matrix: Square, mut right: Square) -> Option<(Square, u64)> {
    let n = matrix.len();
    let mut determinant = 1;
    for k in 0..n {
        let found = (k..n).find(|&i| matrix[i][k] != 0)?;
        if found != k {
            matrix.swap(found, k);
            right.swap(found, k);
            determinant = field.sub(0, determinant);
        }
        determinant = field.mul(determinant, matrix[k][k]);
        let inverse = field.inverse(matrix[k][k]);
        for row in [&mut matrix[k], &mut right[k]] {
            row.iter_mut().for_each(|v| *v = field.mul(*v, inverse));
        }
        let (pivot, pivot_right) = (matrix[k].clone(), right[k].clone());
        for i in (0..n).filter(|&i| i != k) {
            let factor = field.sub(0, matrix[i][k]);
            add_multiple(field, &mut matrix[i], &pivot, factor);
            add_multiple(field, &mut right[i], &pivot_right, factor);
        }
    }
    Some((right, determinant))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every 3 x 3 matrix over the field of 3 elements, against the formula of Sarrus.
    #[test]
    fn small_matrices_exhaustively() {
        let field = Field::new(3);
        for code in 0..3u64.pow(9) {
            let m: Square = (0..3).map(|r| (0..3).map(|c| code / 3u64.pow(3 * r + c) % 3).collect()).collect();
            let at = |x: u64| {
                let e = |r: usize, c: usize| if r == c { field.sub(x, m[r][c]) } else { field.sub(0, m[r][c]) };
                let term = |p: [usize; 3]| field.mul(field.mul(e(0, p[0]), e(1, p[1])), e(2, p[2]));
                let plus = term([0, 1, 2]) + term([1, 2, 0]) + term([2, 0, 1]);
                let minus = term([0, 2, 1]) + term([1, 0, 2]) + term([2, 1, 0]);
                field.sub(plus % 3, minus % 3)
            };
            let p = characteristic_polynomial(field, m.clone());
            // A monic cubic over F_3 is not told by its values alone; the trace tells the rest.
            assert_eq!((p.len(), p[3]), (4, 1));
            assert_eq!(p[2], field.sub(0, (m[0][0] + m[1][1] + m[2][2]) % 3));
            for x in 0..3 {
                let value = p.iter().rev().fold(0, |v, &c| field.add(field.mul(v, x), c));
                assert_eq!(value, at(x), "{m:?} at {x}");
            }
            let determinant = field.sub(0, at(0));
            let identity: Square = (0..3).map(|r| (0..3).map(|c| u64::from(r == c)).collect()).collect();
            match solve(field, m.clone(), identity.clone()) {
                None => assert_eq!(determinant, 0),
                Some((inverse, found)) => {
                    assert_eq!(found, determinant);
                    for r in 0..3 {
                        for c in 0..3 {
                            let entry: u64 = (0..3).map(|k| m[r][k] * inverse[k][c]).sum();
                            assert_eq!(entry % 3, identity[r][c]);
                        }
                    }
                }
            }
        }
    }
}
