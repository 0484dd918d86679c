//! The kernel-integral objective of one encoder.

use super::weighted::{centred, inner, product, square, weighted};
use super::{Population, Table, ValueAndGradient};
use crate::context::X;
use crate::error::Error;
use faer::{Mat, MatRef, Scale};

/// A symmetric kernel k on X, with `(T_k f)(x) = sum_x' k(x,x') f(x') p(x')`.
#[derive(Clone, Debug, PartialEq)]
pub enum Kernel {
    /// The dual kernel kX of the context, for which `T_k = T T*`. It is not written out.
    Dual,
    /// A kernel as its N x N table.
    Table(Table<X>),
}

/// `E ||Phi~(X)||^2 - E <Phi~(X), (T_k Phi~)(X)>`. The constraint `Cov_p[Phi] = I` is not enforced, and k may be
/// indefinite. Errs on a wrong number of rows, and unless the table of k is N x N and exactly symmetric.
///
/// By `Phi~` the gradient is `G = 2 (D_p Phi~ - D_p k D_p Phi~)`. By Phi it is `G - p 1^T G`: where k does not
/// map constants to constants, the centring takes something out.
///
/// Source: Zhai, dissertation 2025, chapter 2 (reconstructed).
pub fn kernel_integral(
    population: &Population,
    phi: &Table<X>,
    kernel: &Kernel,
) -> Result<ValueAndGradient<Table<X>>, Error> {
    population.check(phi)?;
    let p = population.p();
    let phi = centred(phi.entries(), p);
    let smoothed = smoothed(population, phi.as_ref(), kernel)?;
    let value = square(phi.as_ref(), p) - inner(phi.as_ref(), smoothed.as_ref());
    let by_centred = weighted(2.0, phi.as_ref(), p) - Scale(2.0) * smoothed;
    let sums: Vec<f64> = by_centred.col_iter().map(|column| column.iter().sum()).collect();
    let gradient = Mat::from_fn(phi.nrows(), phi.ncols(), |x, j| by_centred[(x, j)] - p[x] * sums[j]);
    Ok(ValueAndGradient { value, gradient: gradient.into() })
}

/// `D_p T_k Phi`.
fn smoothed(population: &Population, phi: MatRef<f64>, kernel: &Kernel) -> Result<Mat<f64>, Error> {
    let p = population.p();
    match kernel {
        Kernel::Dual => Ok(product(1.0, population.joint(), population.average_of_phi(phi).as_ref())),
        Kernel::Table(table) => {
            require_symmetric(table, p.len())?;
            let image = product(1.0, table.entries(), weighted(1.0, phi, p).as_ref());
            Ok(weighted(1.0, image.as_ref(), p))
        }
    }
}

fn require_symmetric(kernel: &Table<X>, n: usize) -> Result<(), Error> {
    let (rows, columns) = (kernel.rows(), kernel.columns());
    if (rows, columns) != (n, n) {
        return Err(Error::new(format!("expected the {n} x {n} table of a kernel, found {rows} x {columns}")));
    }
    let mut cells = (0..n).flat_map(|y| (0..y).map(move |x| (x, y)));
    match cells.find(|&(x, y)| kernel.get(x, y) != kernel.get(y, x)) {
        Some((x, y)) => Err(Error::new(format!(
            "expected a symmetric kernel, found {} at ({x}, {y}) and {} at ({y}, {x})",
            kernel.get(x, y),
            kernel.get(y, x)
        ))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::differences::{assert_twins, assert_value, contexts, integers, table, turned};
    use super::*;
    use crate::context::{Context, Encoder, gallery};
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{Rational, integer, ratio};

    fn literal(c: &Context, phi: &Matrix, k: &Matrix) -> Rational {
        let p = c.marginal::<X>();
        let phi = c.centred_encoder(&Encoder::<X>::new(phi.clone())).matrix().clone();
        let mut sum = integer(0);
        for (x, y) in (0..c.n()).flat_map(|x| (0..c.n()).map(move |y| (x, y))) {
            let together: Rational = (0..phi.columns()).map(|j| phi.get(x, j) * phi.get(y, j)).sum();
            let same = if x == y { p[x].clone() } else { integer(0) };
            sum += (same - &p[x] * &p[y] * k.get(x, y)) * together;
        }
        sum
    }

    #[test]
    fn value_and_gradient_are_the_exact_ones() {
        for c in contexts() {
            let population = Population::of(&c).unwrap();
            let n = c.n();
            // One kernel that maps constants to constants, and an indefinite one that does not.
            let other = Matrix::from_fn(n, n, |x, y| ratio((x * y + x + y) as i64 - 3 * i64::from(x == y), 2));
            let kernels = [
                (Kernel::Dual, c.kernel::<X>()),
                (Kernel::Table(table(&Matrix::identity(n))), Matrix::identity(n)),
                (Kernel::Table(table(&other)), other),
            ];
            for (kernel, exact) in &kernels {
                for d in [0, 1, 3] {
                    let phi = integers(n, d, 6);
                    let found = kernel_integral(&population, &table(&phi), kernel).unwrap();
                    assert_twins(&found, &phi, |phi| literal(&c, phi, exact));
                    let turn = kernel_integral(&population, &table(&turned(&phi)), kernel).unwrap();
                    approx::assert_relative_eq!(found.value, turn.value, max_relative = 1e-12, epsilon = 1e-12);
                }
            }
        }
    }

    /// Its value with kX on orthonormal top functions is `sum (1 - s_i^2)`.
    #[test]
    fn the_dual_kernel_by_hand() {
        let c = gallery::flipped_signs(2, &ratio(1, 2));
        let signs = Matrix::from_fn(4, 2, |x, j| integer(if x >> j & 1 == 1 { 1 } else { -1 }));
        let found = kernel_integral(&Population::of(&c).unwrap(), &table(&signs), &Kernel::Dual).unwrap();
        assert_value(found.value, &ratio(3, 2));
    }

    #[test]
    fn what_is_no_kernel_is_refused() {
        let c = Context::from_counts(&[[1, 2, 3], [3, 1, 0]]).unwrap();
        let population = Population::of(&c).unwrap();
        let message = |rows: usize, columns: usize, entries: &[f64]| {
            let kernel = Kernel::Table(Table::new(rows, columns, entries).unwrap());
            kernel_integral(&population, &table(&integers(2, 1, 1)), &kernel).unwrap_err().to_string()
        };
        assert_eq!(message(2, 1, &[1.0; 2]), "expected the 2 x 2 table of a kernel, found 2 x 1");
        assert_eq!(message(3, 3, &[1.0; 9]), "expected the 2 x 2 table of a kernel, found 3 x 3");
        let skew = message(2, 2, &[1.0, 2.0, 3.0, 1.0]);
        assert_eq!(skew, "expected a symmetric kernel, found 2 at (0, 1) and 3 at (1, 0)");
        assert!(kernel_integral(&population, &table(&integers(3, 1, 1)), &Kernel::Dual).is_err());
    }
}
