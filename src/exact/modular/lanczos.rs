//! The characteristic polynomial of a table's operator, by Lanczos modulo many primes at once.
//!
//! For a table `C` (n x m, integers >= 0, positive row sums `r` and column sums `c`) let
//! `K = D_r^-1 C D_c^-1 C^T`. It is self-adjoint for `<u,v> = sum r u v`, so in the basis that
//! Lanczos makes from a start vector it is tridiagonal:
//!
//! ```text
//! a_k = <v_k, K v_k> / <v_k, v_k>,   b_k = <v_k, v_k> / <v_{k-1}, v_{k-1}>
//! v_{k+1} = K v_k - a_k v_k - b_k v_{k-1}
//! ```
//!
//! Where a Krylov space closes (`v_{k+1} = 0`), a new start vector is taken orthogonal to all before.
//! **What makes the result right:** n mutually orthogonal vectors with `<v,v> != 0` are a basis, so
//! in a lane that reaches n of them the tridiagonal matrix is similar to K modulo that prime. Luck
//! decides only whether a lane gets there; one that does not is dropped.
//!
//! The products with C and C^T are shared by all primes and are exact in `f64` as long as
//! `row or column sum * 0.51 p <= 2^53`. Larger counts are split into digit planes that obey it.
#![allow(clippy::float_arithmetic)] // exact integers, see `lanes`

use super::lanes::{EXACT, LANES, Lanes, MAX_PRIME_BITS, Moduli};
use num_bigint::{BigInt, BigUint};
use num_traits::{ToPrimitive, Zero};

/// Below this size of prime a lane carries too little to be worth its work.
const MIN_PRIME_BITS: u32 = 24;

/// One digit of every count: `C = sum_k 2^(shift k) plane_k`.
struct Plane {
    /// Row-major n x m.
    by_row: Vec<f64>,
    /// Row-major m x n.
    by_column: Vec<f64>,
}

/// A table of counts, prepared for products with vectors over many primes.
pub struct Table {
    rows: usize,
    columns: usize,
    row_sums: Vec<BigUint>,
    column_sums: Vec<BigUint>,
    planes: Vec<Plane>,
    /// Bits in a digit.
    shift: u32,
    prime_bits: u32,
}

/// What one prime has to say of the operator.
pub struct Tridiagonal {
    /// The prime.
    pub prime: u64,
    /// Coefficients of `det(x I - K)`, lowest first, modulo the prime.
    pub characteristic: Vec<u64>,
    /// Coefficients of `<t, adj(x I - K) t>` for the start vector `t`, modulo the prime.
    pub resolvent: Vec<u64>,
}

impl Table {
    /// `counts` is row-major, `rows x columns`; no row or column may be zero.
    pub fn new(rows: usize, columns: usize, counts: &[BigInt]) -> Table {
        assert_eq!(counts.len(), rows * columns);
        let counts: Vec<BigUint> = counts.iter().map(|c| c.to_biguint().expect("counts are not negative")).collect();
        let mut row_sums = vec![BigUint::zero(); rows];
        let mut column_sums = vec![BigUint::zero(); columns];
        for (i, count) in counts.iter().enumerate() {
            row_sums[i / columns] += count;
            column_sums[i % columns] += count;
        }
        let sums = row_sums.iter().chain(&column_sums);
        assert!(sums.clone().all(|s| !s.is_zero()), "an empty row or column");
        let bits = counts.iter().map(BigUint::bits).max().unwrap_or(0);
        let largest_sum = sums.max().expect("a table has a row");
        let (shift, prime_bits) = digit_size(bits as u32, largest_sum, rows.max(columns));
        let digits = bits.div_ceil(u64::from(shift)).max(1);
        let planes = (0..digits).map(|d| plane(&counts, rows, columns, d * u64::from(shift), shift)).collect();
        let table = Table { rows, columns, row_sums, column_sums, planes, shift, prime_bits };
        table.assert_products_are_exact();
        table
    }

    /// The size of prime to use: primes below `2^prime_bits`.
    pub fn prime_bits(&self) -> u32 {
        self.prime_bits
    }

    /// Whether no row or column sum is divisible by `prime`.
    pub fn admits(&self, prime: u64) -> bool {
        self.row_sums.iter().chain(&self.column_sums).all(|s| remainder(s, prime) != 0)
    }

    /// The invariant of this file: no dot product of a plane with centred residues leaves the
    /// integers that `f64` holds exactly.
    fn assert_products_are_exact(&self) {
        let largest_residue = 0.51 * (1u64 << self.prime_bits) as f64;
        for plane in &self.planes {
            let row = plane.by_row.chunks(self.columns).map(|r| r.iter().sum::<f64>());
            let column = plane.by_column.chunks(self.rows).map(|c| c.iter().sum::<f64>());
            let largest = row.chain(column).fold(0.0, f64::max);
            assert!(largest * largest_residue <= EXACT, "a digit plane is too large for its primes");
        }
    }

    /// Tridiagonalises modulo sixteen primes, from `start` (integers, one a row) or from a vector of
    /// our own. Lanes that broke down are left out.
    pub fn tridiagonalise(&self, primes: [u64; LANES], start: Option<&[BigInt]>) -> Vec<Tridiagonal> {
        pulp::Arch::new().dispatch(Job { table: self, moduli: &Moduli::new(primes), start })
    }
}

/// Bits in a digit and in a prime: as few planes a prime bit as can be.
fn digit_size(bits: u32, largest_sum: &BigUint, length: usize) -> (u32, u32) {
    let length_bits = usize::BITS - length.leading_zeros();
    let whole = (bits.max(1), 53u32.saturating_sub(largest_sum.bits() as u32));
    let split = (1..=16).map(|shift| (shift, 53 - length_bits - shift));
    std::iter::once(whole)
        .chain(split)
        .map(|(shift, prime_bits)| (shift, prime_bits.min(MAX_PRIME_BITS)))
        .filter(|&(_, prime_bits)| prime_bits >= MIN_PRIME_BITS)
        // One more plane's worth for the work that all planes share.
        .min_by_key(|&(shift, prime_bits)| (bits.max(1).div_ceil(shift) + 1) * 1000 / prime_bits)
        .expect("some digit size fits: tables have less than 2^20 rows and columns")
}

fn plane(counts: &[BigUint], rows: usize, columns: usize, low: u64, bits: u32) -> Plane {
    let mask = (BigUint::from(1u8) << bits) - 1u8;
    let digit = |c: &BigUint| ((c >> low) & &mask).to_f64().expect("a digit is small");
    let by_row: Vec<f64> = counts.iter().map(digit).collect();
    let by_column = (0..columns).flat_map(|a| (0..rows).map(move |x| (x, a)));
    let by_column = by_column.map(|(x, a)| by_row[x * columns + a]).collect();
    Plane { by_row, by_column }
}

fn remainder(n: &BigUint, prime: u64) -> u64 {
    (n % prime).to_u64().expect("a remainder is below its prime")
}

/// The residue in `0..prime` of a signed integer.
fn signed_remainder(n: &BigInt, prime: u64) -> u64 {
    let r = remainder(n.magnitude(), prime);
    if r != 0 && n.sign() == num_bigint::Sign::Minus { prime - r } else { r }
}

/// The state of Lanczos in sixteen lanes.
struct Run<'a> {
    table: &'a Table,
    moduli: &'a Moduli,
    row_sums: Vec<Lanes>,
    row_inverses: Vec<Lanes>,
    column_inverses: Vec<Lanes>,
    digit: Lanes,
    start: Vec<Lanes>,
    alive: [bool; LANES],
    /// The orthogonal vectors so far, with `<v,v>` and its inverse.
    basis: Vec<Vec<Lanes>>,
    norms: Vec<Lanes>,
    inverse_norms: Vec<Lanes>,
    /// The tridiagonal matrix; `b` is zero where a block begins.
    a: Vec<Lanes>,
    b: Vec<Lanes>,
    seed: u64,
}

/// A run still to be made.
struct Job<'a> {
    table: &'a Table,
    moduli: &'a Moduli,
    start: Option<&'a [BigInt]>,
}

/// Compiles the run once for each instruction set and picks the machine's. All of it is inlined
/// into this one function, which is what lets the compiler use the wide registers.
impl pulp::WithSimd for Job<'_> {
    type Output = Vec<Tridiagonal>;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> Vec<Tridiagonal> {
        Run::new(self.table, self.moduli, self.start).finish()
    }
}

impl<'a> Run<'a> {
    #[inline(always)]
    fn new(table: &'a Table, moduli: &'a Moduli, start: Option<&[BigInt]>) -> Run<'a> {
        let row_sums = residues(moduli, &table.row_sums);
        let mut run = Run {
            table,
            moduli,
            row_inverses: inverses(moduli, &row_sums),
            column_inverses: inverses(moduli, &residues(moduli, &table.column_sums)),
            row_sums,
            digit: moduli.lanes_of(|p| (1 << table.shift) % p),
            start: Vec::new(),
            alive: [true; LANES],
            basis: Vec::new(),
            norms: Vec::new(),
            inverse_norms: Vec::new(),
            a: Vec::new(),
            b: Vec::new(),
            seed: 0x9E37_79B9_7F4A_7C15,
        };
        run.start = match start {
            Some(t) => t.iter().map(|t| moduli.lanes_of(|p| signed_remainder(t, p))).collect(),
            None => run.random_vector(),
        };
        run
    }

    /// Runs to a whole basis and reads the polynomials off.
    #[inline(always)]
    fn finish(mut self) -> Vec<Tridiagonal> {
        let mut v = std::mem::take(&mut self.start);
        while self.a.len() < self.table.rows && self.alive.contains(&true) {
            let norm = self.norm(&v);
            if !self.keep_majority(&v, norm) {
                v = self.next_start();
                continue;
            }
            v = self.step(v, norm);
        }
        let whole = self.determinants(0);
        let tail = self.determinants(1);
        let scale = self.norms.first().copied().unwrap_or(Lanes::ZERO);
        let residues = |coefficients: &[Lanes], lane| -> Vec<u64> {
            coefficients.iter().map(|&c| self.moduli.to_residue(c, lane)).collect()
        };
        let tail: Vec<Lanes> = tail.iter().map(|&c| self.moduli.mul(c, scale)).collect();
        (0..LANES)
            .filter(|&lane| self.alive[lane])
            .map(|lane| Tridiagonal {
                prime: self.moduli.primes()[lane],
                characteristic: residues(&whole, lane),
                resolvent: residues(&tail, lane),
            })
            .collect()
    }

    /// Takes `v` into the basis and returns the next vector of its block.
    #[inline(always)]
    fn step(&mut self, v: Vec<Lanes>, norm: Lanes) -> Vec<Lanes> {
        let m = self.moduli;
        let inverse = m.inverse(norm);
        // D_r K v, and <v, K v>
        let image = self.image(&v);
        let mut inner = Lanes::ZERO;
        for (&v, &y) in v.iter().zip(&image) {
            inner = m.reduce(inner.add(m.mul(v, y)));
        }
        let a = m.mul(inner, inverse);
        let new_block = self.b.len() == self.a.len();
        if new_block {
            self.b.push(Lanes::ZERO);
        }
        let b = *self.b.last().expect("a block has begun");
        let mut next = Vec::with_capacity(v.len());
        for (x, &v) in v.iter().enumerate() {
            let mut w = m.mul(image[x], self.row_inverses[x]).sub(m.mul(a, v));
            if !new_block {
                w = w.sub(m.mul(b, self.basis[self.basis.len() - 1][x]));
            }
            next.push(m.reduce(w));
        }
        self.a.push(a);
        self.basis.push(v);
        self.norms.push(norm);
        self.inverse_norms.push(inverse);
        // b of the next vector, should the block go on.
        let next_norm = self.norm(&next);
        self.b.push(m.mul(next_norm, inverse));
        next
    }

    /// Lanes must agree on whether `v` is zero; those that do not are dropped, and so are lanes in
    /// which `v` is not zero and `<v,v>` is. Returns whether `v` goes on.
    #[inline(always)]
    fn keep_majority(&mut self, v: &[Lanes], norm: Lanes) -> bool {
        let mut zero = [true; LANES];
        for &v in v {
            let z = self.moduli.is_zero(v);
            for lane in 0..LANES {
                zero[lane] &= z[lane];
            }
        }
        let null = self.moduli.is_zero(norm);
        let votes = |want: bool| (0..LANES).filter(|&l| self.alive[l] && zero[l] == want).count();
        let goes_on = votes(false) >= votes(true);
        for lane in 0..LANES {
            self.alive[lane] &= zero[lane] != goes_on && !(goes_on && null[lane]);
        }
        goes_on
    }

    /// A new start vector, orthogonal to the whole basis: `v - sum <v, v_j> / <v_j, v_j> v_j`.
    #[inline(always)]
    fn next_start(&mut self) -> Vec<Lanes> {
        // The block is closed: what was prepared for its next vector is not needed.
        self.b.truncate(self.a.len());
        let m = self.moduli;
        let mut v = self.random_vector();
        for (basis, &inverse) in self.basis.iter().zip(&self.inverse_norms) {
            let mut inner = Lanes::ZERO;
            for ((&v, &u), &r) in v.iter().zip(basis).zip(&self.row_sums) {
                inner = m.reduce(inner.add(m.mul(m.mul(v, u), r)));
            }
            let share = m.mul(inner, inverse);
            for (v, &u) in v.iter_mut().zip(basis) {
                *v = m.sub_mul(*v, share, u);
            }
        }
        v
    }

    /// `<v, v>`.
    #[inline(always)]
    fn norm(&self, v: &[Lanes]) -> Lanes {
        let m = self.moduli;
        let mut sum = Lanes::ZERO;
        for (&v, &r) in v.iter().zip(&self.row_sums) {
            sum = m.reduce(sum.add(m.mul(m.mul(v, v), r)));
        }
        sum
    }

    /// `D_r K v = C D_c^-1 C^T v`.
    #[inline(always)]
    fn image(&self, v: &[Lanes]) -> Vec<Lanes> {
        let m = self.moduli;
        let (n, k) = (self.table.rows, self.table.columns);
        let mut u = self.product(k, n, v, |plane| &plane.by_column);
        for (u, &c) in u.iter_mut().zip(&self.column_inverses) {
            *u = m.mul(*u, c);
        }
        self.product(n, k, &u, |plane| &plane.by_row)
    }

    /// The product of the table (as `rows x columns`) with `v`, by Horner over the digit planes.
    #[inline(always)]
    fn product(&self, rows: usize, columns: usize, v: &[Lanes], matrix: impl Fn(&Plane) -> &[f64]) -> Vec<Lanes> {
        let mut out = vec![Lanes::ZERO; rows];
        let mut planes = self.table.planes.iter().rev();
        let highest = planes.next().expect("a table has a plane");
        multiply(matrix(highest), columns, v, &mut out);
        for out in &mut out {
            *out = self.moduli.reduce(*out);
        }
        let mut digit = vec![Lanes::ZERO; rows];
        for plane in planes {
            multiply(matrix(plane), columns, v, &mut digit);
            for (out, &digit) in out.iter_mut().zip(&digit) {
                let higher = self.moduli.mul(*out, self.digit);
                *out = self.moduli.reduce(higher.add(self.moduli.reduce(digit)));
            }
        }
        out
    }

    /// `det(x I - T)` for the tridiagonal matrix without its first `from` rows and columns, by
    /// `d_{k+1} = (x - a_k) d_k - b_k d_{k-1}`.
    #[inline(always)]
    fn determinants(&self, from: usize) -> Vec<Lanes> {
        let m = self.moduli;
        let n = self.a.len();
        let mut before = vec![Lanes::ZERO; n + 2];
        let mut now = vec![Lanes::ZERO; n + 2];
        now[0] = Lanes::ONE;
        for k in from..n {
            // before := (x - a) now - b before, in place: it becomes the newest.
            let (a, b) = (self.a[k], self.b[k]);
            for i in (0..=k + 1 - from).rev() {
                let shifted = if i > 0 { now[i - 1] } else { Lanes::ZERO };
                let rest = m.mul(a, now[i]).add(m.mul(b, before[i]));
                before[i] = m.reduce(shifted.sub(rest));
            }
            std::mem::swap(&mut before, &mut now);
        }
        now.truncate((n + 1).saturating_sub(from).max(1));
        now
    }

    /// A vector without structure, the same in every run.
    #[inline(always)]
    fn random_vector(&mut self) -> Vec<Lanes> {
        let mut v = vec![Lanes::ZERO; self.table.rows];
        for v in &mut v {
            self.seed = self.seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = self.seed;
            z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            *v = self.moduli.lanes_of(|p| (z ^ (z >> 31)) % p);
        }
        v
    }
}

#[inline(always)]
fn residues(moduli: &Moduli, integers: &[BigUint]) -> Vec<Lanes> {
    integers.iter().map(|n| moduli.lanes_of(|p| remainder(n, p))).collect()
}

#[inline(always)]
fn inverses(moduli: &Moduli, residues: &[Lanes]) -> Vec<Lanes> {
    let mut out = residues.to_vec();
    for residue in &mut out {
        *residue = moduli.inverse(*residue);
    }
    out
}

/// `out = matrix v`, `matrix` row-major with as many columns as `v` is long. Every partial sum is an
/// integer within 2^53 ([`Table::assert_products_are_exact`]), so no order of summation rounds.
#[inline(always)]
fn multiply(matrix: &[f64], columns: usize, v: &[Lanes], out: &mut [Lanes]) {
    const ROWS: usize = 4;
    let mut blocks = matrix.chunks_exact(columns * ROWS);
    let mut outs = out.chunks_exact_mut(ROWS);
    for (rows, out) in (&mut blocks).zip(&mut outs) {
        out.copy_from_slice(&dot_products::<ROWS>(rows, columns, v));
    }
    for (row, out) in blocks.remainder().chunks(columns).zip(outs.into_remainder()) {
        *out = dot_products::<1>(row, columns, v)[0];
    }
}

/// The products of `ROWS` rows with `v`, together: each residue is loaded once for all of them.
#[inline(always)]
fn dot_products<const ROWS: usize>(rows: &[f64], columns: usize, v: &[Lanes]) -> [Lanes; ROWS] {
    let mut sums = [Lanes::ZERO; ROWS];
    let rows: [&[f64]; ROWS] = std::array::from_fn(|i| &rows[i * columns..(i + 1) * columns]);
    for (x, v) in v[..columns].iter().enumerate() {
        for (sum, row) in sums.iter_mut().zip(rows) {
            let count = row[x];
            for l in 0..LANES {
                sum.0[l] = count.mul_add(v.0[l], sum.0[l]);
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::super::hessenberg;
    use super::super::prime::{Field, primes_below};
    use super::*;
    use pulp::WithSimd;

    fn table(n: usize, m: usize, count: impl Fn(usize, usize) -> u64) -> Table {
        Table::new(n, m, &(0..n * m).map(|k| BigInt::from(count(k / m, k % m))).collect::<Vec<_>>())
    }

    fn tables() -> Vec<Table> {
        vec![
            table(1, 1, |_, _| 5),
            table(7, 4, |x, a| ((x * x + 3 * a) % 5 + 1) as u64),
            table(9, 9, |x, a| 1 + u64::from(x == a)),
            table(6, 6, |x, a| u64::from(x / 2 == a / 2)),
            table(12, 20, |x, a| (x as u64 * 7919 + a as u64 * 104_729) % 1_000_003 * (1 << 40)),
        ]
    }

    fn primes(table: &Table) -> [u64; LANES] {
        let mut admitted = primes_below(table.prime_bits()).filter(|&p| table.admits(p));
        std::array::from_fn(|_| admitted.next().expect("enough primes"))
    }

    /// Modulo each prime, the polynomial of `D_r^-1 C D_c^-1 C^T` by Hessenberg form.
    #[test]
    fn every_lane_agrees_with_hessenberg() {
        for table in tables() {
            let images = table.tridiagonalise(primes(&table), None);
            assert!(images.len() > LANES / 2, "{} lanes broke down", LANES - images.len());
            for image in images {
                let field = Field::new(image.prime);
                assert_eq!(image.characteristic, hessenberg::characteristic_polynomial(field, operator(&table, field)));
            }
        }
    }

    fn operator(table: &Table, field: Field) -> hessenberg::Square {
        let count = |x: usize, a: usize| {
            let digits = table.planes.iter().rev().map(|plane| plane.by_row[x * table.columns + a] as u64);
            digits.fold(0, |sum, digit| {
                field.add(field.mul(sum, (1 << table.shift) % field.prime()), digit % field.prime())
            })
        };
        let inverse = |sum: &BigUint| field.inverse(remainder(sum, field.prime()));
        let entry = |x: usize, y: usize| {
            let terms = (0..table.columns)
                .map(|a| field.mul(field.mul(count(x, a), count(y, a)), inverse(&table.column_sums[a])));
            field.mul(terms.fold(0, |sum, term| field.add(sum, term)), inverse(&table.row_sums[x]))
        };
        (0..table.rows).map(|x| (0..table.rows).map(|y| entry(x, y)).collect()).collect()
    }

    /// The code for this machine's wide registers against the code for any machine.
    #[test]
    fn every_instruction_set_gives_the_same() {
        for table in tables() {
            let primes = primes(&table);
            let plain = Job { table: &table, moduli: &Moduli::new(primes), start: None }.with_simd(pulp::Scalar::new());
            let wide = table.tridiagonalise(primes, None);
            assert_eq!(plain.len(), wide.len());
            for (plain, wide) in plain.iter().zip(&wide) {
                assert_eq!((plain.prime, &plain.characteristic), (wide.prime, &wide.characteristic));
            }
        }
    }

    #[test]
    #[should_panic(expected = "an empty row or column")]
    fn empty_rows_are_refused() {
        table(2, 2, |x, _| x as u64);
    }
}
