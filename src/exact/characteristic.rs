//! Characteristic polynomials over the integers, from their images modulo primes.
//!
//! Every bound here is proven, so the result is certain: the images determine the coefficients.

use super::matrix::Matrix;
use super::modular::hessenberg::{self, Square};
use super::modular::lanczos::{Table, Tridiagonal};
use super::modular::lanes::LANES;
use super::modular::prime::{FAST_BITS, Field, primes_below};
use super::modular::reconstruct::{Image, reconstruct_bounded};
use super::polynomial::{Polynomial, residue};
use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};
use rayon::prelude::*;

/// `det(x C - B)` for square integral matrices, numerators only: denominators are the caller's.
/// `None` if C is singular. With C the identity it is the characteristic polynomial of B.
///
/// The absolute values of all coefficients sum to at most `prod_i sum_j (|C_ij| + |B_ij|)`.
pub fn pencil_polynomial(c: &Matrix, b: &Matrix) -> Option<Polynomial> {
    let n = c.rows();
    assert!([c.columns(), b.rows(), b.columns()] == [n; 3], "a pencil has square matrices of one size");
    if super::elimination::rank(c) < n {
        return None;
    }
    let row_size = |i: usize| (0..n).map(|j| c.entry(i, j).abs() + b.entry(i, j).abs()).sum::<BigInt>();
    let bits: u64 = (0..n).map(|i| row_size(i).bits()).sum();
    let mut images: Vec<Image> = Vec::new();
    let mut primes = primes_below(FAST_BITS);
    while images.len() as u64 * u64::from(FAST_BITS - 1) <= bits + 2 {
        let prime = primes.next().expect("enough primes");
        let field = Field::of_prime(prime);
        let modulo = |m: &Matrix| -> Square {
            m.entries().chunks(n.max(1)).map(|row| row.iter().map(|e| residue(e, prime)).collect()).collect()
        };
        // A prime that divides det C says nothing.
        let Some((quotient, determinant)) = hessenberg::solve(field, modulo(c), modulo(b)) else { continue };
        let mut residues = hessenberg::characteristic_polynomial(field, quotient);
        residues.iter_mut().for_each(|r| *r = field.mul(*r, determinant));
        images.push(Image { prime, residues });
    }
    Some(Polynomial::new(reconstruct_bounded(&images, bits)))
}

/// The characteristic polynomial of a square rational matrix `M = B / b`, as an integer multiple:
/// `det(b x I - B)`.
pub fn characteristic_polynomial(matrix: &Matrix) -> Polynomial {
    let n = matrix.rows();
    let scaled = Matrix::identity(n).scaled(&matrix.denominator().clone().into());
    pencil_polynomial(&scaled, &Matrix::integer(n, n, matrix.entries().to_vec())).expect("b I is not singular")
}

/// What is wanted of a table of counts C (n x m, no empty row or column, row sums r, column sums c).
pub struct TablePolynomials {
    /// `f(x) = prod r prod c det(x I - K)` for `K = D_r^-1 C D_c^-1 C^T`: integer coefficients.
    pub characteristic: Polynomial,
    /// `prod r prod c <t, adj(x I - K) t>` with `<u,v> = sum r u v`, for the start vector t, if there was one.
    pub resolvent: Option<Polynomial>,
}

/// The polynomials of a table, by Lanczos modulo as many primes as the bound asks for.
///
/// K has eigenvalues `l_i` from 0 to 1, so the k-th coefficient of `det(x I - K)` is at most
/// `e_{n-k}(l) <= prod (1 + l_i) <= min(2^n, exp(tr K))`; each entry of the adjugate's expansion in
/// eigenvectors is a product of n - 1 factors `x - l_i`, so the resolvent's coefficients are at most
/// `<t,t>` times that.
pub fn table_polynomials(rows: usize, columns: usize, counts: &[BigInt], start: Option<&[BigInt]>) -> TablePolynomials {
    let table = Table::new(rows, columns, counts);
    let (row_sums, column_sums) = sums(rows, columns, counts);
    let scale: BigInt = row_sums.iter().chain(&column_sums).product();
    // log2(e) < 3/2
    let trace_bits = (3 * trace_bound(columns, counts, &row_sums, &column_sums)).div_ceil(2);
    let bits = scale.bits() + trace_bits.min(rows as u64);
    let start_bits = start.map_or(0, |t| t.iter().zip(&row_sums).map(|(t, r)| t * t * r).sum::<BigInt>().bits());
    let images = images(&table, bits + start_bits, start);
    let collect = |bits: u64, residues: fn(&Tridiagonal) -> &[u64]| {
        let scaled = |image: &Tridiagonal| {
            let field = Field::of_prime(image.prime);
            let scale = residue(&scale, image.prime);
            Image { prime: image.prime, residues: residues(image).iter().map(|&c| field.mul(c, scale)).collect() }
        };
        Polynomial::new(reconstruct_bounded(&images.iter().map(scaled).collect::<Vec<_>>(), bits))
    };
    TablePolynomials {
        characteristic: collect(bits, |image| &image.characteristic),
        resolvent: start.map(|_| collect(bits + start_bits, |image| &image.resolvent)),
    }
}

/// Images whose primes multiply to more than `2^(bits + 2)`.
fn images(table: &Table, bits: u64, start: Option<&[BigInt]>) -> Vec<Tridiagonal> {
    let mut primes = primes_below(table.prime_bits()).filter(|&p| table.admits(p));
    let mut images: Vec<Tridiagonal> = Vec::new();
    let mut product = BigInt::one();
    while product.bits() <= bits + 2 {
        let missing = (bits + 3 - product.bits()).div_ceil(u64::from(table.prime_bits()) - 1) as usize;
        let batches: Vec<[u64; LANES]> = (0..missing.div_ceil(LANES))
            .map(|_| std::array::from_fn(|_| primes.next().expect("enough primes")))
            .collect();
        let run = |batch: &[u64; LANES]| table.tridiagonalise(*batch, start);
        let found: Vec<_> = match &batches[..] {
            // Not worth waking a thread for.
            [one] => vec![run(one)],
            many => many.par_iter().map(run).collect(),
        };
        for image in found.into_iter().flatten() {
            product *= image.prime;
            images.push(image);
        }
    }
    images
}

fn sums(rows: usize, columns: usize, counts: &[BigInt]) -> (Vec<BigInt>, Vec<BigInt>) {
    let mut row_sums = vec![BigInt::zero(); rows];
    let mut column_sums = vec![BigInt::zero(); columns];
    for (k, count) in counts.iter().enumerate() {
        row_sums[k / columns] += count;
        column_sums[k % columns] += count;
    }
    (row_sums, column_sums)
}

/// An integer that is at least `tr K = sum C^2 / (r c)`, and not much more.
fn trace_bound(columns: usize, counts: &[BigInt], row_sums: &[BigInt], column_sums: &[BigInt]) -> u64 {
    const FRACTION: u32 = 20;
    let (small_rows, small_columns) = (small(row_sums), small(column_sums));
    let term = |(k, count): (usize, &BigInt)| -> u64 {
        let (x, a) = (k / columns, k % columns);
        match (count.to_u32(), small_rows[x], small_columns[a]) {
            (Some(w), Some(r), Some(c)) => {
                let square = u128::from(w) * u128::from(w);
                (((square << FRACTION) / (u128::from(r) * u128::from(c))) + 1) as u64
            }
            // C^2 / (r c) <= 1
            _ => {
                let value: BigInt = ((count * count) << FRACTION) / (&row_sums[x] * &column_sums[a]) + 1;
                value.to_u64().expect("a share is at most one")
            }
        }
    };
    let total: u64 = counts.iter().enumerate().filter(|(_, w)| !w.is_zero()).map(term).sum();
    total.div_ceil(1 << FRACTION)
}

fn small(sums: &[BigInt]) -> Vec<Option<u32>> {
    sums.iter().map(ToPrimitive::to_u32).collect()
}

#[cfg(test)]
mod tests {
    use super::super::elimination::determinant;
    use super::super::rational::{Rational, integer, ratio};
    use super::*;

    /// Coefficients from n + 1 exact determinants: the definition, slowly.
    fn assert_is_determinant(p: &Polynomial, c: &Matrix, b: &Matrix, factor: &Rational) {
        assert!(p.degree() <= c.rows());
        for x in 0..=c.rows() as i64 {
            let x = ratio(x - 1, 1);
            let expected = determinant(&c.scaled(&x).minus(b)) * factor;
            assert_eq!(p.at(&x), expected, "at {x}");
        }
    }

    #[test]
    fn pencils_are_determinants() {
        let entry = |seed: i64| {
            move |r: usize, c: usize| ratio((seed * (7 * r as i64 + 3 * c as i64 * c as i64 + 1)) % 11 - 5, 1)
        };
        for n in 1..7 {
            for seed in 1..6 {
                let (c, b) = (Matrix::from_fn(n, n, entry(seed)), Matrix::from_fn(n, n, entry(seed + 17)));
                match pencil_polynomial(&c, &b) {
                    Some(p) => assert_is_determinant(&p, &c, &b, &ratio(1, 1)),
                    None => assert_eq!(determinant(&c), ratio(0, 1)),
                }
                let half = b.scaled(&ratio(1, 2));
                let p = characteristic_polynomial(&half);
                assert_is_determinant(&p, &Matrix::identity(n), &half, &integer(half.denominator().pow(n as u32)));
            }
        }
    }

    /// Counts without empty rows or columns: dense, with ties, of low rank, disconnected, or huge.
    fn tables() -> Vec<(usize, usize, Vec<BigInt>)> {
        let mut all = Vec::new();
        let mut add = |n: usize, m: usize, count: &dyn Fn(usize, usize) -> u128| {
            let counts = (0..n * m).map(|k| BigInt::from(count(k / m, k % m))).collect();
            all.push((n, m, counts));
        };
        for (n, m) in [(1, 1), (1, 4), (4, 1), (3, 3), (5, 3), (3, 6), (9, 9)] {
            add(n, m, &|x, a| ((x * x * 5 + a * 3 + x * a) % 7) as u128 + u128::from(x % m == a));
            add(n, m, &|_, _| 1);
            add(n, m, &|x, a| 1 + u128::from(x % m == a));
            add(n, m, &|x, a| ((x % 2 + 1) * (a % 2 + 1)) as u128 * 1_000_000_000);
            add(n, m, &|x, a| (1 << 100) + (x * 31 + a * a * 7) as u128);
        }
        add(6, 6, &|x, a| u128::from(x / 2 == a / 2));
        add(4, 4, &|x, a| u128::from(x == a));
        add(12, 12, &|x, a| (x as u128 * 7919 + a as u128 * 104_729) % 50_000);
        all
    }

    #[test]
    fn tables_agree_with_the_pencil_of_their_operator() {
        for (n, m, counts) in tables() {
            let (r, c) = sums(n, m, &counts);
            let table = Matrix::integer(n, m, counts.clone());
            let inverse_columns =
                Matrix::from_fn(m, m, |i, j| if i == j { ratio(1, c[i].clone()) } else { ratio(0, 1) });
            // prod c det(x D_r - C D_c^-1 C^T)
            let symmetric = table.times(&inverse_columns).times(&table.transposed());
            let rows = Matrix::from_fn(n, n, |i, j| if i == j { integer(r[i].clone()) } else { ratio(0, 1) });
            let product: BigInt = c.iter().product();
            let t: Vec<BigInt> = (0..n).map(|x| BigInt::from((x * x) as i64 - 3)).collect();
            let found = table_polynomials(n, m, &counts, Some(&t));
            assert_is_determinant(&found.characteristic, &rows, &symmetric, &integer(product.clone()));
            assert_eq!(table_polynomials(n, m, &counts, None).characteristic, found.characteristic);
            // <t, adj(x - K) t> = sum r t (x - K)^-1 t det(x - K), at points that are not eigenvalues.
            let resolvent = found.resolvent.unwrap();
            for x in 2..n as i64 + 3 {
                let shifted = rows.scaled(&ratio(x, 1)).minus(&symmetric);
                let weighted = rows.times(&Matrix::integer(n, 1, t.clone()));
                let z = super::super::elimination::solve(&shifted, &weighted).unwrap();
                let value =
                    weighted.transposed().times(&z).get(0, 0) * determinant(&shifted) * integer(product.clone());
                assert_eq!(resolvent.at(&ratio(x, 1)), value);
            }
        }
    }
}
