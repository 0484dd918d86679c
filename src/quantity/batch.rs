//! What the loss of a mini-batch is on average: exact expectations over the draws.
//!
//! A mini-batch of size B has the independent draws `(x_i, a_i, a+_i)`, two views of a point, or
//! `(x_i, a_i)`, a pair. Its loss replaces expectations by means over the batch. Whether that is unbiased
//! depends on which pairs (i, j) count as independent:
//!
//! * **i != j.** The two factors come from independent points, so the mean is that of the whole population:
//!   the loss is unbiased for the uncentred loss, and B does not matter.
//! * **All i, j.** One pair in B is not independent: the loss is biased by `1/B` of what the squared products
//!   of such pairs have in excess.
//! * **Centring with means of the batch.** Biased too. With `v_i` less the mean of the `v_i`, and `v+_i` less
//!   that of the `v+_i`, already the linear term is `(B-1)/B` of the centred one; the quadratic term has no
//!   simple factor. Of `t Psi` the linear term goes with `t^2` and the quadratic one with `t^4`, so they cannot
//!   make up for each other: no B is unbiased for every encoder, unless T takes them all to constants.

use crate::context::{A, Context, Encoder, X};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, integer};
use crate::exact::truth::Undefined;

/// Which pairs (i, j) of a batch stand for independent ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Negatives {
    /// i != j: `B (B-1)` ordered pairs.
    Others,
    /// All i and j, so that `B` of the `B^2` pairs are not independent.
    All,
}

impl Negatives {
    /// How many ordered pairs (i, j) of a batch of this size count. Undefined if there is none: a mean over
    /// them has no value.
    pub fn pairs(self, size: usize) -> Result<u128, Undefined> {
        let size = size as u128;
        match self {
            Negatives::Others if size < 2 => Err(Undefined::new("mean over i != j", "the batch has no two draws")),
            Negatives::All if size == 0 => Err(Undefined::new("mean over i, j", "the batch is empty")),
            Negatives::Others => Ok(size * (size - 1)),
            Negatives::All => Ok(size * size),
        }
    }
}

/// The expectation of `-mean_i <Psi(a_i), Psi(a+_i)> + 1/2 mean_{i,j} <Psi(a_i), Psi(a+_j)>^2` over mini-batches of
/// size B. Undefined for an empty batch, and for B = 1 without the pair i = j.
///
/// For i != j it is the uncentred contrastive loss `L = E[-<Psi(A), Psi(A+)> + 1/2 <Psi(A), Psi(A-)>^2]`. With i = j
/// it is `L + (E <Psi(A), Psi(A+)>^2 - E <Psi(A), Psi(A-)>^2) / 2B`. This bias is never negative: with
/// `M_x = E[Psi(A) Psi(A)^T | x]` it is `E ||M_X - E M_X||_F^2 / 2B`, the variance over points.
pub fn expected_contrastive_batch(
    context: &Context,
    psi: &Encoder<A>,
    size: usize,
    negatives: Negatives,
) -> Result<Rational, Undefined> {
    negatives.pairs(size)?;
    let images: Encoder<X> = context.expect_encoder(psi);
    let gram = context.gram(psi, psi);
    let (together, apart) = (context.gram(&images, &images).trace(), gram.times(&gram).trace());
    let squares = match negatives {
        Negatives::Others => apart,
        // P(A = a, A+ = b) = q(a) (T* T)(a,b)
        Negatives::All => {
            let (views, q) = (context.operator::<A>(), context.marginal::<A>());
            let joint = Matrix::from_fn(context.m(), context.m(), |a, b| &q[a] * views.get(a, b));
            mixed(&apart, &mean_square(&joint, psi.matrix(), psi.matrix()), size)
        }
    };
    Ok(squares / integer(2) - together)
}

/// The expectation of `-2 mean_i Phi(x_i).Psi(a_i) + mean_{i,j} (Phi(x_i).Psi(a_j))^2` over mini-batches of size B.
/// Undefined for an empty batch, and for B = 1 without the pair i = j. Panics unless both encoders have equally
/// many features.
///
/// For i != j it is the low-rank loss `L = -2 E_P[Phi.Psi] + E_{p x q}[(Phi.Psi)^2]`. With i = j it is
/// `L + (E_P[(Phi.Psi)^2] - E_{p x q}[(Phi.Psi)^2]) / B`, a bias of either sign.
pub fn expected_low_rank_batch(
    context: &Context,
    phi: &Encoder<X>,
    psi: &Encoder<A>,
    size: usize,
    negatives: Negatives,
) -> Result<Rational, Undefined> {
    negatives.pairs(size)?;
    // Tr Phi^T P Psi = sum_j <phi_j, T psi_j>
    let together = context.gram(phi, &context.expect_encoder(psi)).trace();
    let apart = context.gram(phi, phi).times(&context.gram(psi, psi)).trace();
    let squares = match negatives {
        Negatives::Others => apart,
        Negatives::All => {
            let joint = Matrix::from_fn(context.n(), context.m(), |x, a| context.joint(x, a));
            mixed(&apart, &mean_square(&joint, phi.matrix(), psi.matrix()), size)
        }
    };
    Ok(squares - integer(2) * together)
}

/// `sum_{r,s} J(r,s) (Phi_r . Psi_s)^2`.
fn mean_square(joint: &Matrix, phi: &Matrix, psi: &Matrix) -> Rational {
    let products = phi.times(&psi.transposed());
    let cells = (0..joint.rows()).flat_map(|r| (0..joint.columns()).map(move |s| (r, s)));
    cells.map(|(r, s)| joint.get(r, s) * products.get(r, s) * products.get(r, s)).sum()
}

/// `(1 - 1/B) apart + 1/B together`.
fn mixed(apart: &Rational, together: &Rational, size: usize) -> Rational {
    apart + (together - apart) / integer(size)
}

#[cfg(test)]
mod tests {
    use super::super::objective::contrastive::contrastive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::ratio;
    use num_traits::{Signed, Zero};

    const BOTH: [Negatives; 2] = [Negatives::Others, Negatives::All];

    /// The expectation of `value` over all sequences of `size` outcomes with these probabilities.
    fn expectation(
        outcomes: &[(Rational, [usize; 2])],
        size: usize,
        value: &dyn Fn(&[[usize; 2]]) -> Rational,
    ) -> Rational {
        let mut sum = Rational::zero();
        for code in 0..outcomes.len().pow(size as u32) {
            let digits = (0..size as u32).map(|i| &outcomes[code / outcomes.len().pow(i) % outcomes.len()]);
            let (mut probability, mut batch) = (integer(1), Vec::new());
            for (weight, outcome) in digits {
                probability *= weight;
                batch.push(*outcome);
            }
            sum += probability * value(&batch);
        }
        sum
    }

    /// `(a, a+)` with its probability, for views of one x.
    fn views(c: &Context) -> Vec<(Rational, [usize; 2])> {
        let p = c.marginal::<X>();
        let mut outcomes = Vec::new();
        for (x, a) in (0..c.n()).flat_map(|x| (0..c.m()).map(move |a| (x, a))) {
            outcomes.extend((0..c.m()).map(|b| (c.joint(x, a) * c.joint(x, b) / &p[x], [a, b])));
        }
        outcomes.retain(|(weight, _)| !weight.is_zero());
        outcomes
    }

    /// `(x, a)` with its probability.
    fn pairs(c: &Context) -> Vec<(Rational, [usize; 2])> {
        let cells = (0..c.n()).flat_map(|x| (0..c.m()).map(move |a| (x, a)));
        cells.map(|(x, a)| (c.joint(x, a), [x, a])).filter(|(weight, _)| !weight.is_zero()).collect()
    }

    /// `-2 mean_i u_i.v_i + mean_{i,j} (u_i.v_j)^2` of the rows of a batch.
    fn loss(u: &[Vec<Rational>], v: &[Vec<Rational>], negatives: Negatives) -> Rational {
        let dot = |i: usize, j: usize| u[i].iter().zip(&v[j]).map(|(a, b)| a * b).sum::<Rational>();
        let b = u.len();
        let linear: Rational = (0..b).map(|i| dot(i, i)).sum();
        let counted: Vec<Rational> = (0..b)
            .flat_map(|i| (0..b).map(move |j| (i, j)))
            .filter(|(i, j)| negatives == Negatives::All || i != j)
            .map(|(i, j)| dot(i, j) * dot(i, j))
            .collect();
        counted.iter().sum::<Rational>() / integer(counted.len()) - integer(2) * linear / integer(b)
    }

    fn rows(features: &Matrix, indices: impl Iterator<Item = usize>) -> Vec<Vec<Rational>> {
        indices.map(|r| (0..features.columns()).map(|j| features.get(r, j)).collect()).collect()
    }

    fn less_mean(mut rows: Vec<Vec<Rational>>) -> Vec<Vec<Rational>> {
        let size = integer(rows.len());
        for j in 0..rows[0].len() {
            let mean = rows.iter().map(|row| &row[j]).sum::<Rational>() / &size;
            rows.iter_mut().for_each(|row| row[j] -= &mean);
        }
        rows
    }

    fn contrastive_loss(psi: &Matrix, batch: &[[usize; 2]], negatives: Negatives) -> Rational {
        let (u, v) = (rows(psi, batch.iter().map(|b| b[0])), rows(psi, batch.iter().map(|b| b[1])));
        loss(&u, &v, negatives) / integer(2)
    }

    fn contexts() -> Vec<Context> {
        vec![
            Context::from_counts(&[[2, 1], [0, 3]]).unwrap(),
            Context::from_counts(&[[1, 2, 0]]).unwrap(),
            Context::from_counts(&[[1], [4]]).unwrap(),
            gallery::one_point(),
            gallery::perfect(2),
        ]
    }

    fn features(rows: usize, d: usize) -> Matrix {
        Matrix::from_fn(rows, d, |r, j| ratio((3 * r * r + 2 * j + r * j) as i64 - 2, 1 + j as i64))
    }

    #[test]
    fn expectations_are_those_of_all_batches() {
        for c in contexts() {
            for d in 0..=2 {
                let (phi, psi) = (features(c.n(), d), features(c.m(), d));
                for (size, negatives) in (1..=3).flat_map(|size| BOTH.map(|n| (size, n))) {
                    let by_views = expected_contrastive_batch(&c, &Encoder::new(psi.clone()), size, negatives);
                    let (on_x, on_a) = (Encoder::new(phi.clone()), Encoder::new(psi.clone()));
                    let by_pairs = expected_low_rank_batch(&c, &on_x, &on_a, size, negatives);
                    if size == 1 && negatives == Negatives::Others {
                        assert!(by_views.is_err() && by_pairs.is_err());
                        continue;
                    }
                    let all = expectation(&views(&c), size, &|batch| contrastive_loss(&psi, batch, negatives));
                    assert_eq!(by_views.unwrap(), all, "size {size}");
                    let all = expectation(&pairs(&c), size, &|batch| {
                        let (u, v) = (rows(&phi, batch.iter().map(|b| b[0])), rows(&psi, batch.iter().map(|b| b[1])));
                        loss(&u, &v, negatives)
                    });
                    assert_eq!(by_pairs.unwrap(), all, "size {size}");
                }
            }
        }
    }

    /// With i != j any size gives the same; with i = j the bias falls like 1/B.
    #[test]
    fn the_bias_depends_on_the_size_only_with_equal_indices() {
        let c = Context::from_counts(&[[2, 0, 1], [1, 3, 1], [0, 1, 4]]).unwrap();
        let (phi, psi) = (Encoder::new(features(3, 2)), Encoder::new(features(3, 2)));
        let views = |size, negatives| expected_contrastive_batch(&c, &psi, size, negatives).unwrap();
        let pairs = |size, negatives| expected_low_rank_batch(&c, &phi, &psi, size, negatives).unwrap();
        for size in [3, 10, 1 << 40] {
            assert_eq!(views(size, Negatives::Others), views(2, Negatives::Others));
            assert_eq!(pairs(size, Negatives::Others), pairs(2, Negatives::Others));
            let bias = |of: &dyn Fn(usize, Negatives) -> Rational, size| {
                (of(size, Negatives::All) - of(2, Negatives::Others)) * integer(size)
            };
            assert_eq!(bias(&views, size), bias(&views, 1));
            assert_eq!(bias(&pairs, size), bias(&pairs, 1));
            assert!(bias(&views, size).is_positive());
        }
        // Of centred features the uncentred loss is the centred one.
        let centred = c.centred_encoder(&psi);
        let expected = expected_contrastive_batch(&c, &centred, 2, Negatives::Others).unwrap();
        assert_eq!(expected, contrastive(&c, &psi));
    }

    /// The bias is the variance of `M_x` over points, so it vanishes where views say nothing of the point.
    #[test]
    fn the_bias_is_a_variance() {
        let psi = Encoder::new(features(3, 2));
        for c in [gallery::independent(4, 3), gallery::erasure(2, &ratio(1, 3)), gallery::perfect(3)] {
            let all = expected_contrastive_batch(&c, &psi, 1, Negatives::All).unwrap();
            let bias = all - expected_contrastive_batch(&c, &psi, 2, Negatives::Others).unwrap();
            let t = c.expectation::<X>();
            let second = |x: usize| {
                let weighted = Matrix::from_fn(3, 2, |a, j| t.get(x, a) * psi.matrix().get(a, j));
                psi.matrix().transposed().times(&weighted)
            };
            let (p, mean) = (c.marginal::<X>(), c.gram(&psi, &psi));
            let square = |m: Matrix| m.times(&m.transposed()).trace();
            let variance: Rational = (0..c.n()).map(|x| &p[x] * square(second(x).minus(&mean))).sum();
            assert_eq!(bias, variance / integer(2));
        }
        // The other loss: a pair that never has a large product has a bias below zero.
        let c = gallery::perfect(2);
        let (phi, psi) = (Matrix::identity(2), Matrix::from_fn(2, 2, |a, j| integer(u8::from(a != j))));
        let of = |size, n| expected_low_rank_batch(&c, &Encoder::new(phi.clone()), &Encoder::new(psi.clone()), size, n);
        assert_eq!(of(2, Negatives::Others).unwrap(), ratio(1, 2));
        assert_eq!(of(1, Negatives::All).unwrap(), integer(0));
    }

    /// A fair coin whose views are equal, `psi = +-1`: the centred loss is -1/2. In a batch of two, with means
    /// of the batch taken out, both features are 0 or +-1, each half the time.
    #[test]
    fn centring_by_means_of_the_batch_is_biased() {
        let c = gallery::perfect(2);
        let psi = Matrix::from_fn(2, 1, |a, _| integer(2 * a as i64 - 1));
        assert_eq!(contrastive(&c, &Encoder::new(psi.clone())), ratio(-1, 2));
        let parts = |batch: &[[usize; 2]], psi: &Matrix| {
            let view = |k: usize| less_mean(rows(psi, batch.iter().map(move |b| b[k])));
            (view(0), view(1))
        };
        let centred_loss = |batch: &[[usize; 2]]| {
            let (u, v) = parts(batch, &psi);
            loss(&u, &v, Negatives::Others) / integer(2)
        };
        assert_eq!(expectation(&views(&c), 2, &centred_loss), ratio(-1, 4));
        // The linear term alone: (B - 1) / B of the centred one.
        for c in [c, Context::from_counts(&[[2, 1], [0, 3]]).unwrap()] {
            let images = c.expect_encoder::<X>(&c.centred_encoder(&Encoder::new(psi.clone())));
            let together = c.gram(&images, &images).trace();
            for size in 1..=3 {
                let linear = expectation(&views(&c), size, &|batch| {
                    let (u, v) = parts(batch, &psi);
                    u.iter().zip(&v).map(|(u, v)| &u[0] * &v[0]).sum::<Rational>() / integer(size)
                });
                assert_eq!(linear, &together * ratio(size as i64 - 1, size as i64));
            }
        }
    }
}
