//! The features of a linear probe, as the kernel that they make.

use super::{all_points, part as kernel_part};
use crate::context::singular::SingularSystem;
use crate::context::{Context, Eigenspace, Encoder, Spectrum, X};
use crate::exact::elimination;
use crate::exact::enclosure::Enclosure;
use crate::exact::factor::Factor;
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::Exhausted;
use std::cmp::Ordering;
use std::sync::OnceLock;

/// d features on X: the kernel `k(x,y) = sum_i phi_i(x) phi_i(y)`, all that a probe with weights of minimum norm, or a
/// ridge, knows of them. Features that are rotated into each other have the same.
pub struct Features {
    dimension: usize,
    /// Of the features and the constant.
    rank: usize,
    /// The kernel, or what is rational of it.
    rational: Matrix,
    irrational: Option<Irrational>,
}

/// What is added to the rational part: `sign sum_i mu_i(x) mu_i(y)` over singular functions with irrational values.
struct Irrational {
    context: Context,
    spectrum: Spectrum,
    sign: i32,
    /// Which i.
    indices: Vec<usize>,
    /// Their eigenspaces, if all of them are taken whole.
    whole: Option<Vec<Eigenspace<X>>>,
    /// Every function in the span is `T g` for some g: where `s_d > 0`.
    within_range: bool,
    /// kX.
    dual_kernel: Matrix,
    /// The sums without the sign, by rows, made when they are first needed.
    sums: OnceLock<Vec<Real>>,
}

/// Determinants of irrational numbers are expanded: of so many points at most.
const MOST_IN_DETERMINANT: usize = 6;

/// Why a question about features was not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stuck {
    /// More bits are needed.
    Bits,
    /// More bits are of no use.
    Exhausted(Exhausted),
}

impl Features {
    /// The features of an encoder.
    pub fn of_encoder(encoder: &Encoder<X>) -> Features {
        let phi = encoder.matrix();
        let ones = Matrix::from_fn(phi.rows(), 1, |_, _| integer(1));
        let rank = elimination::rank(&ones.beside(phi));
        let rational = phi.times(&phi.transposed()).reduced();
        Features { dimension: encoder.dimension(), rank, rational, irrational: None }
    }

    /// The top-d singular functions `mu_1 .. mu_d`, orthonormal; `None` if d > N - 1. Where `s_d = s_{d+1}` there are
    /// several choices, and this is the one of [`SingularSystem`] with the number 0; else the kernel is the same for
    /// every choice.
    pub fn top(context: &Context, spectrum: &Spectrum, d: usize) -> Option<Features> {
        let choice = spectrum.top(d)?;
        let n = context.n();
        let values: Vec<usize> = (1..n).map(|i| spectrum.position(i).expect("below N")).collect();
        let is_rational = |i: usize| spectrum.eigenvalues()[values[i - 1]].value.as_rational().is_some();
        let irrational = |from: usize, to: usize| (from..=to).filter(|&i| !is_rational(i)).collect::<Vec<_>>();
        // All singular functions together have the kernel [x = y] / p(x): what is not taken can be subtracted.
        let (taken, left) = (irrational(1, d), irrational(d + 1, n - 1));
        let subtracts = left.len() < taken.len();
        let indices = if subtracts { left } else { taken };
        let mut rational = match subtracts {
            true => {
                let p = context.marginal::<X>();
                let diagonal = |x: usize| p[x].recip() - integer(1);
                Matrix::from_fn(n, n, |x, y| if x == y { diagonal(x) } else { integer(-1) })
            }
            false => Matrix::zero(n, n),
        };
        let mut before = 0;
        for eigenvalue in spectrum.eigenvalues() {
            if let Some(basis) = context.eigenspace::<X>(eigenvalue).rational_basis() {
                for (j, f) in basis.iter().enumerate().filter(|(j, _)| (before + j < d) != subtracts) {
                    debug_assert!(is_rational(before + j + 1));
                    let column = f.as_column();
                    let share = column.times(&column.transposed()).scaled(&context.norm_squared(f).recip());
                    rational = if subtracts { rational.minus(&share) } else { rational.plus(&share) };
                }
            }
            before += eigenvalue.multiplicity;
        }
        let irrational = (!indices.is_empty()).then(|| {
            let is_cut = choice.cut.is_some_and(|(k, _)| spectrum.eigenvalues()[k].value.as_rational().is_none());
            let mut positions: Vec<usize> = indices.iter().map(|&i| values[i - 1]).collect();
            positions.dedup();
            let space = |&k: &usize| context.eigenspace::<X>(&spectrum.eigenvalues()[k]);
            Irrational {
                context: context.clone(),
                spectrum: spectrum.clone(),
                sign: if subtracts { -1 } else { 1 },
                whole: (!is_cut).then(|| positions.iter().map(space).collect()),
                indices,
                within_range: d <= spectrum.rank(),
                dual_kernel: context.kernel::<X>(),
                sums: OnceLock::new(),
            }
        });
        Some(Features { dimension: d, rank: d + 1, rational: rational.reduced(), irrational })
    }

    /// d.
    pub fn dimension(&self) -> usize {
        self.dimension
    }

    /// The number of dimensions that the features and the constant span.
    pub fn rank(&self) -> usize {
        self.rank
    }

    /// The kernel, N x N, where it is rational by its form.
    pub fn rational_kernel(&self) -> Option<&Matrix> {
        self.irrational.is_none().then_some(&self.rational)
    }

    /// Rational kernels whose common symmetries are the features' too; `None` if none are known, as of one choice of
    /// several.
    pub(super) fn symmetric_kernels(&self) -> Option<Vec<&Matrix>> {
        match &self.irrational {
            None => Some(vec![&self.rational]),
            Some(part) => part.whole.as_ref().map(|_| vec![&self.rational, &part.dual_kernel]),
        }
    }

    /// Enclosures of the kernel by arithmetic with so many bits, by rows; an error where a cut irrational eigenspace
    /// does not allow so many.
    pub fn enclosed_kernel(&self, bits: u64) -> Result<Vec<Vec<Enclosure>>, Exhausted> {
        let n = self.rational.rows();
        let mut kernel: Vec<Vec<Enclosure>> =
            (0..n).map(|x| (0..n).map(|y| Enclosure::rational(&self.rational.get(x, y), bits)).collect()).collect();
        let Some(part) = &self.irrational else { return Ok(kernel) };
        let mut add = |x: usize, y: usize, value: &Enclosure| {
            let entry = &kernel[x][y];
            kernel[x][y] = if part.sign < 0 { entry.sub(value, bits) } else { entry.add(value, bits) };
        };
        match &part.whole {
            Some(spaces) => {
                for space in spaces {
                    for (x, row) in space.projection(bits as i64).iter().enumerate() {
                        row.iter().enumerate().for_each(|(y, value)| add(x, y, value));
                    }
                }
            }
            None => {
                for (place, value) in part.sums().iter().enumerate() {
                    add(place / n, place % n, &value.try_enclose(bits as i64)?);
                }
            }
        }
        Ok(kernel)
    }

    /// The first of some points on which the features and the constant, seen as functions, are as independent as on all
    /// of them: their restrictions to the points have a rank, and so many points are given. Decided exactly.
    ///
    /// `kernel` is that of [`Features::enclosed_kernel`] with so many bits.
    pub(super) fn independent(
        &self,
        points: &[usize],
        kernel: &[Vec<Enclosure>],
        bits: u64,
    ) -> Result<Vec<usize>, Stuck> {
        let Some(part) = &self.irrational else {
            let entry = |i: usize, j: usize| self.rational.get(points[i], points[j]) + integer(1);
            let columns = elimination::independent_columns(&Matrix::from_fn(points.len(), points.len(), entry));
            return Ok(columns.into_iter().map(|c| points[c]).collect());
        };
        let one = Enclosure::integer(1);
        let mut found: Vec<usize> = Vec::new();
        let mut factor = Factor::of(&[], bits).expect("nothing is definite");
        for &x in points {
            if found.len() == self.rank {
                break;
            }
            let row: Vec<Enclosure> = found.iter().chain([&x]).map(|&y| kernel[x][y].add(&one, bits)).collect();
            if factor.extend(&row) {
                found.push(x);
            } else if !self.is_dependent(part, &found, x).map_err(Stuck::Exhausted)? {
                return Err(Stuck::Bits);
            }
        }
        Ok(found)
    }

    /// Whether the features and the constant at x are a combination of those at points where they are independent: the
    /// determinant of `1 + k` of them together is zero.
    fn is_dependent(&self, part: &Irrational, independent: &[usize], x: usize) -> Result<bool, Exhausted> {
        let points: Vec<usize> = independent.iter().copied().chain([x]).collect();
        // A combination of points that vanishes on all kX(., z) vanishes on all T g.
        let on_range = || kernel_part(&part.dual_kernel, &points, &all_points(&part.dual_kernel));
        if part.within_range && elimination::rank(&on_range()) < points.len() {
            return Ok(true);
        }
        if points.len() > MOST_IN_DETERMINANT {
            return Err(Exhausted::OutOfReach("a determinant of irrational features at so many points"));
        }
        let n = self.rational.rows();
        let entry = |x: usize, y: usize| {
            let sum = &part.sums()[x * n + y];
            let sum = if part.sign < 0 { sum.negated() } else { sum.clone() };
            Real::from(self.rational.get(x, y) + integer(1)).plus(&sum)
        };
        let rows: Vec<Vec<Real>> = points.iter().map(|&x| points.iter().map(|&y| entry(x, y)).collect()).collect();
        Ok(determinant(&rows, 0, 0).sign()? == Ordering::Equal)
    }
}

impl Irrational {
    fn sums(&self) -> &[Real] {
        self.sums.get_or_init(|| {
            let system = SingularSystem::of(&self.context, &self.spectrum, 0);
            let functions: Vec<&[Real]> =
                self.indices.iter().map(|&i| system.left(i).expect("an index below N")).collect();
            let n = self.context.n();
            let entry = |x: usize, y: usize| Real::sum(functions.iter().map(|mu| mu[x].times(&mu[y])));
            (0..n * n).map(|place| entry(place / n, place % n)).collect()
        })
    }
}

/// The determinant of the rows from `row` on and the columns that are not in the set `used`: along its first row.
fn determinant(rows: &[Vec<Real>], row: usize, used: u64) -> Real {
    if row == rows.len() {
        return Real::from(integer(1));
    }
    let free = (0..rows.len()).filter(|c| used >> c & 1 == 0);
    let term = |(k, c): (usize, usize)| {
        let sign = Real::from(Rational::from(integer(if k % 2 == 0 { 1 } else { -1 })));
        Real::product([sign, rows[row][c].clone(), determinant(rows, row + 1, used | 1 << c)])
    };
    Real::sum(free.enumerate().map(term))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::ratio;

    const BITS: u64 = 128;

    fn contexts() -> Vec<Context> {
        vec![
            Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap(),
            Context::from_counts(&[[68, 20, 15, 5], [119, 84, 54, 29], [26, 17, 14, 14], [7, 94, 10, 16]]).unwrap(),
            Context::from_counts(&[[1, 2], [2, 1], [1, 2]]).unwrap(),
            gallery::cycle(5),
            gallery::independent(3, 2),
            gallery::one_point(),
        ]
    }

    /// `sum_i mu_i(x) mu_i(y)` by the functions of the singular system.
    #[test]
    fn kernels_are_sums_over_singular_functions() {
        for context in contexts() {
            let spectrum = Spectrum::of(&context);
            let system = SingularSystem::of(&context, &spectrum, 0);
            let n = context.n();
            for d in 0..n {
                let features = Features::top(&context, &spectrum, d).unwrap();
                assert_eq!((features.dimension(), features.rank()), (d, d + 1));
                let kernel = features.enclosed_kernel(BITS).unwrap();
                for (x, row) in kernel.iter().enumerate() {
                    for (y, entry) in row.iter().enumerate() {
                        let terms = (1..=d).map(|i| system.left(i).unwrap()[x].times(&system.left(i).unwrap()[y]));
                        let direct = Real::sum(terms).enclose(100);
                        assert!(entry.sub(&direct, BITS).contains_zero(), "{context:?} {d} {x} {y}");
                        assert!(entry.width().magnitude().unwrap_or(-999) < -90);
                    }
                }
            }
            assert!(Features::top(&context, &spectrum, n).is_none());
            // All of them, and none: rational however the functions are.
            for d in [0, n - 1] {
                assert!(Features::top(&context, &spectrum, d).unwrap().rational_kernel().is_some());
            }
        }
    }

    #[test]
    fn independent_points_by_hand() {
        // Rows one and three are the same: so are the first function's values there.
        let context =
            Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [5, 1, 0, 2], [0, 2, 7, 1], [1, 1, 1, 3]]).unwrap();
        let spectrum = Spectrum::of(&context);
        assert!(spectrum.squared(1).unwrap().as_rational().is_none());
        let independent = |d: usize, points: &[usize]| {
            let features = Features::top(&context, &spectrum, d).unwrap();
            features.independent(points, &features.enclosed_kernel(BITS).unwrap(), BITS)
        };
        assert_eq!(independent(1, &[0, 2]), Ok(vec![0]));
        assert_eq!(independent(1, &[0, 1, 2, 3]), Ok(vec![0, 1]));
        assert_eq!(independent(1, &[0, 2, 3]), Ok(vec![0, 3]));
        assert_eq!(independent(2, &[0, 2, 3, 4]), Ok(vec![0, 3, 4]));
        assert_eq!(independent(2, &[2]), Ok(vec![2]));
        assert_eq!(independent(4, &[0, 1, 2, 3, 4]), Ok(vec![0, 1, 2, 3, 4]), "the last function tells them apart");
    }

    /// A path: mirror images have the same even functions, which the table alone does not show.
    #[test]
    fn dependence_that_needs_the_root() {
        let context = Context::from_counts(&[
            [1, 1, 0, 0, 0],
            [1, 0, 1, 0, 0],
            [0, 1, 0, 1, 0],
            [0, 0, 1, 0, 1],
            [0, 0, 0, 1, 1],
        ])
        .unwrap();
        let spectrum = Spectrum::of(&context);
        for d in 1..4 {
            let features = Features::top(&context, &spectrum, d).unwrap();
            let kernel = features.enclosed_kernel(BITS).unwrap();
            for set in 1u32..32 {
                let points: Vec<usize> = (0..5).filter(|x| set >> x & 1 == 1).collect();
                let found = features.independent(&points, &kernel, BITS).unwrap();
                // The rank of the values themselves, by all minors of the singular system.
                let system = SingularSystem::of(&context, &spectrum, 0);
                let minor = |rows: &[usize], columns: &[usize]| {
                    let value = |x: usize, i: usize| system.left(i).unwrap()[x].clone();
                    let rows: Vec<Vec<Real>> =
                        rows.iter().map(|&x| columns.iter().map(|&i| value(x, i)).collect()).collect();
                    determinant(&rows, 0, 0).sign().unwrap() != Ordering::Equal
                };
                let subsets = |all: Vec<usize>, size: usize| -> Vec<Vec<usize>> {
                    let sets = (0u32..1 << all.len()).filter(move |s| s.count_ones() as usize == size);
                    sets.map(|s| (0..all.len()).filter(|i| s >> i & 1 == 1).map(|i| all[i]).collect()).collect()
                };
                let rank = (1..=points.len().min(d + 1)).rev().find(|&r| {
                    let columns = subsets((0..=d).collect(), r);
                    subsets(points.clone(), r).iter().any(|rows| columns.iter().any(|c| minor(rows, c)))
                });
                assert_eq!(Some(found.len()), rank, "{points:?} {d}");
            }
        }
    }

    #[test]
    fn encoders_may_be_dependent() {
        let columns = [[1, 2, 4], [2, 4, 8], [3, 3, 3]];
        let features = Features::of_encoder(&Encoder::new(Matrix::from_fn(3, 3, |x, j| ratio(columns[j][x], 2))));
        assert_eq!((features.dimension(), features.rank()), (3, 2));
        let kernel = features.enclosed_kernel(BITS).unwrap();
        assert_eq!(features.rational_kernel().unwrap().get(0, 1), ratio(2 + 8 + 9, 4));
        assert_eq!(features.independent(&[0, 1, 2], &kernel, BITS), Ok(vec![0, 1]));
    }
}
