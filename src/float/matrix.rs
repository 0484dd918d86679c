//! Matrices of floats with a bound on their error in the Frobenius norm.

use super::ball::Ball;
use super::rounding::{TINY, UNIT, add_up, gamma, inner_product_error, mul_up, split, times_power};
use faer::linalg::matmul::matmul;
use faer::{Accum, ColRef, Mat, MatRef, Par};
use std::ops::Range;

/// Below this size a second thread costs more than it brings.
const PARALLEL: usize = 500;

/// How many threads an operation on a matrix of this size gets.
pub(super) fn parallelism(size: usize) -> Par {
    if size < PARALLEL { Par::Seq } else { Par::rayon(0) }
}

/// All real matrices A with `||A - mid||_F <= radius`.
#[derive(Clone, Debug)]
pub struct BallMatrix {
    mid: Mat<f64>,
    radius: f64,
}

impl BallMatrix {
    /// The matrices within `radius` of `mid`. Panics on a negative radius.
    pub fn new(mid: Mat<f64>, radius: f64) -> BallMatrix {
        assert!(radius >= 0.0, "a radius is not negative: {radius}");
        BallMatrix { mid, radius }
    }

    /// A matrix of floats, exactly.
    pub fn exact(mid: Mat<f64>) -> BallMatrix {
        BallMatrix { mid, radius: 0.0 }
    }

    /// The matrix whose entries are known to a relative error, apart from underflow.
    pub fn relative(mid: Mat<f64>, error: f64) -> BallMatrix {
        let radius = relative_radius(mid.as_ref(), error);
        BallMatrix { mid, radius }
    }

    /// The matrix with these entries, row-major.
    pub fn of_balls(rows: usize, columns: usize, entries: &[Ball]) -> BallMatrix {
        assert_eq!(entries.len(), rows * columns, "the entries do not fill a {rows} x {columns} matrix");
        let part = |of: fn(Ball) -> f64| Mat::from_fn(rows, columns, |r, c| of(entries[r * columns + c]));
        let radius = norm_up(part(Ball::radius).as_ref());
        BallMatrix { mid: part(Ball::mid), radius }
    }

    /// The float matrix in the middle.
    pub fn mid(&self) -> MatRef<'_, f64> {
        self.mid.as_ref()
    }

    /// The bound on the Frobenius norm of the error.
    pub fn radius(&self) -> f64 {
        self.radius
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.mid.nrows()
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.mid.ncols()
    }

    /// An entry.
    pub fn entry(&self, row: usize, column: usize) -> Ball {
        Ball::new(self.mid[(row, column)], self.radius)
    }

    /// The Frobenius norm.
    pub fn norm(&self) -> Ball {
        // | ||A|| - ||A'|| | <= ||A - A'||
        norm(self.mid.as_ref()).widened(self.radius)
    }

    /// An upper bound of the Frobenius norm, and so of the largest singular value.
    pub fn norm_up(&self) -> f64 {
        add_up(norm_up(self.mid.as_ref()), self.radius)
    }

    /// The product. Panics if the shapes do not fit.
    pub fn times(&self, other: &BallMatrix) -> BallMatrix {
        product((self.mid(), self.radius), (other.mid(), other.radius))
    }

    /// The product of the transpose with `other`. Panics if the shapes do not fit.
    pub fn transposed_times(&self, other: &BallMatrix) -> BallMatrix {
        product((self.mid().transpose(), self.radius), (other.mid(), other.radius))
    }

    /// The product with the transpose of `other`. Panics if the shapes do not fit.
    pub fn times_transposed(&self, other: &BallMatrix) -> BallMatrix {
        product((self.mid(), self.radius), (other.mid().transpose(), other.radius))
    }

    /// The matrix with column j times `factors[j]`.
    pub fn scaled_columns(mut self, factors: &[f64]) -> BallMatrix {
        let largest = factors.iter().fold(0.0, |largest, f| f64::max(largest, f.abs()));
        for (column, factor) in self.mid.col_iter_mut().zip(factors) {
            column.iter_mut().for_each(|x| *x *= factor);
        }
        let moved = mul_up(self.radius, largest);
        self.rounded(moved)
    }

    /// The columns with these indices.
    pub fn selected_columns(&self, indices: &Range<usize>) -> BallMatrix {
        BallMatrix { mid: self.mid.subcols(indices.start, indices.len()).to_owned(), radius: self.radius }
    }

    /// The matrix of absolute values.
    pub fn abs(mut self) -> BallMatrix {
        self.mid.col_iter_mut().for_each(|column| column.iter_mut().for_each(|x| *x = x.abs()));
        self
    }

    /// The difference. Panics if the shapes differ.
    pub fn minus(self, other: &BallMatrix) -> BallMatrix {
        let radius = add_up(self.radius, other.radius);
        BallMatrix { mid: self.mid - &other.mid, radius }.rounded(radius)
    }

    /// `A - I`. Panics unless square.
    pub fn minus_identity(mut self) -> BallMatrix {
        assert_eq!(self.rows(), self.columns(), "an identity is square");
        let radius = self.radius;
        self.mid.diagonal_mut().column_vector_mut().iter_mut().for_each(|x| *x -= 1.0);
        self.rounded(radius)
    }

    /// Pays for one rounding of every entry, beyond an error of `radius` before it.
    fn rounded(self, radius: f64) -> BallMatrix {
        BallMatrix { radius: add_up(radius, relative_radius(self.mid(), UNIT)), ..self }
    }
}

/// The norm of the error of a matrix whose entries are known to a relative error, plus [`TINY`].
fn relative_radius(matrix: MatRef<f64>, error: f64) -> f64 {
    add_up(mul_up(error, norm_up(matrix)), tiny(matrix.nrows() * matrix.ncols()))
}

/// `A B` for A and B given as middles and radii: `||A B - A' B'|| <= r_A ||B|| + ||A'|| r_B`, and the
/// rounding errors of the inner products, summed by the inequality of Cauchy and Schwarz.
fn product((a, a_radius): (MatRef<f64>, f64), (b, b_radius): (MatRef<f64>, f64)) -> BallMatrix {
    let (rows, inner, columns) = (a.nrows(), a.ncols(), b.ncols());
    let mut mid = Mat::zeros(rows, columns);
    matmul(mid.as_mut(), Accum::Replace, a, b, 1.0, parallelism(rows.max(inner).max(columns)));
    let (a_norm, b_norm) = (norm_up(a), norm_up(b));
    let moved = add_up(mul_up(a_radius, add_up(b_norm, b_radius)), mul_up(a_norm, b_radius));
    let underflow = mul_up(inner as f64, tiny(rows * columns));
    BallMatrix { mid, radius: add_up(moved, add_up(inner_product_error(inner, a_norm, b_norm), underflow)) }
}

/// The norm of a matrix of n entries that are [`TINY`], or more.
fn tiny(n: usize) -> f64 {
    mul_up(TINY, n as f64)
}

/// An upper bound of the Frobenius norm of a matrix of floats.
fn norm_up(matrix: MatRef<f64>) -> f64 {
    norm(matrix).upper()
}

/// The Frobenius norm of a matrix of floats, which was scaled by a power of two so that squares neither
/// overflow nor vanish.
pub(super) fn norm(matrix: MatRef<f64>) -> Ball {
    // The norm is that of the transpose, and whole columns are read faster.
    let matrix = if matrix.row_stride() == 1 { matrix } else { matrix.transpose() };
    let largest = matrix.col_iter().map(|column| in_lanes(column, 0.0, |largest, x| f64::max(largest, x.abs())));
    let largest = largest.flatten().fold(0.0, f64::max);
    let power = if largest > 0.0 && largest.is_finite() { split(largest).1.clamp(-1000, 1000) } else { 0 };
    let factor = times_power(1.0, -power);
    let squares = matrix.col_iter().map(|column| in_lanes(column, 0.0, |sum, x| sum + (x * factor) * (x * factor)));
    let sum: f64 = squares.map(|lanes| lanes.iter().sum::<f64>()).sum();
    if largest == 0.0 && sum == 0.0 {
        return Ball::ZERO;
    }
    // No term passes through more roundings than its square and the sums of its column and of the columns.
    let rounding = mul_up(gamma(matrix.nrows() + matrix.ncols() + 1), sum);
    let underflow = tiny(8 * matrix.nrows() * matrix.ncols());
    Ball::new(sum, add_up(rounding, underflow)).sqrt() * Ball::exact(1.0 / factor)
}

/// Folds the entries of a column in eight lanes, which the compiler turns into vectors.
fn in_lanes(column: ColRef<f64>, start: f64, fold: impl Fn(f64, f64) -> f64) -> [f64; 8] {
    let mut lanes = [start; 8];
    let Some(contiguous) = column.try_as_col_major() else {
        column.iter().for_each(|&x| lanes[0] = fold(lanes[0], x));
        return lanes;
    };
    let mut chunks = contiguous.as_slice().chunks_exact(lanes.len());
    for chunk in &mut chunks {
        lanes.iter_mut().zip(chunk).for_each(|(lane, &x)| *lane = fold(*lane, x));
    }
    lanes.iter_mut().zip(chunks.remainder()).for_each(|(lane, &x)| *lane = fold(*lane, x));
    lanes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::dyadic::Dyadic;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, ratio};
    use proptest::prelude::*;

    fn value(x: f64) -> Rational {
        Dyadic::from_f64(x).to_rational()
    }

    fn rational(m: MatRef<f64>) -> Matrix {
        Matrix::from_fn(m.nrows(), m.ncols(), |r, c| value(m[(r, c)]))
    }

    fn squared_norm(m: &Matrix) -> Rational {
        m.times(&m.transposed()).trace()
    }

    /// Whether the exact matrix is a member, decided exactly.
    fn contains(ball: &BallMatrix, exact: &Matrix) -> bool {
        let radius = value(ball.radius);
        squared_norm(&rational(ball.mid()).minus(exact)) <= &radius * &radius
    }

    /// A ball, and a member that differs from its middle in one entry by the radius.
    fn ball_and_member(rows: usize, columns: usize) -> impl Strategy<Value = (BallMatrix, Matrix)> {
        let entry = prop_oneof![-1.0..1.0, Just(0.0), -1e6..1e6, -1e-160..1e-160];
        let entries = prop::collection::vec(entry, rows * columns);
        let radius = prop_oneof![Just(0.0), 0.0..1e-10, 0.0..2.0];
        (entries, radius, 0..rows * columns).prop_map(move |(entries, radius, place)| {
            let mid = Mat::from_fn(rows, columns, |r, c| entries[r * columns + c]);
            let exact = Matrix::from_fn(rows, columns, |r, c| {
                value(mid[(r, c)]) + if r * columns + c == place { value(radius) } else { ratio(0, 1) }
            });
            (BallMatrix::new(mid, radius), exact)
        })
    }

    proptest! {
        #[test]
        fn results_contain_the_results_of_members(
            (a, x) in ball_and_member(4, 13), (b, y) in ball_and_member(13, 3), (c, z) in ball_and_member(4, 13),
            factor in -10.0..10.0,
        ) {
            prop_assert!(contains(&a, &x) && contains(&b, &y));
            prop_assert!(contains(&a.times(&b), &x.times(&y)));
            prop_assert!(contains(&a.transposed_times(&c), &x.transposed().times(&z)));
            prop_assert!(contains(&a.times_transposed(&c), &x.times(&z.transposed())));
            prop_assert!(contains(&a.clone().minus(&c), &x.minus(&z)));
            let gram = a.times_transposed(&c).minus_identity();
            prop_assert!(contains(&gram, &x.times(&z.transposed()).minus(&Matrix::identity(4))));
            prop_assert!(a.entry(3, 2).contains(&x.get(3, 2)));
            let factors: Vec<f64> = (0..13).map(|j| factor + f64::from(j)).collect();
            let diagonal = Matrix::from_fn(13, 13, |r, c| if r == c { value(factors[r]) } else { ratio(0, 1) });
            prop_assert!(contains(&a.clone().scaled_columns(&factors), &x.times(&diagonal)));
            prop_assert!(contains(&a.selected_columns(&(2..7)), &x.select_columns(&[2, 3, 4, 5, 6])));
            let absolute = Matrix::from_fn(4, 13, |r, c| num_traits::Signed::abs(&x.get(r, c)));
            prop_assert!(contains(&a.clone().abs(), &absolute));
            prop_assert!(a.norm().square().contains(&squared_norm(&x)));
            prop_assert!(value(a.norm_up()) * value(a.norm_up()) >= squared_norm(&x));
        }
    }

    #[test]
    fn bounds_of_well_scaled_products_are_close() {
        let a = BallMatrix::exact(Mat::from_fn(50, 50, |r, c| ((r * 31 + c * 17) % 23) as f64 / 160.0));
        let product = a.times(&a);
        assert!(product.radius() < 1e-13 * a.norm().mid().powi(2), "{}", product.radius());
    }

    #[test]
    fn norms_keep_their_range_and_refuse_what_is_no_number() {
        for scale in [5e-324, 1e-300, 1.0, 1e300] {
            let m = BallMatrix::exact(Mat::from_fn(3, 3, |r, c| if r == c { scale } else { 0.0 }));
            approx::assert_relative_eq!(m.norm().mid() / scale, 3f64.sqrt(), max_relative = 0.5);
            assert!(m.norm().radius() <= 1e-14 * m.norm().mid() + 5e-323, "{scale} {:?}", m.norm());
        }
        for wrong in [f64::NAN, f64::INFINITY] {
            assert_eq!(norm(Mat::from_fn(2, 2, |r, c| if r == c { wrong } else { 0.0 }).as_ref()), Ball::UNKNOWN);
            assert_eq!(norm(Mat::from_fn(1, 1, |_, _| wrong).as_ref()), Ball::UNKNOWN);
        }
        assert_eq!(norm(Mat::zeros(0, 3).as_ref()), Ball::ZERO);
    }
}
