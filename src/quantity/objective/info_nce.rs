//! The InfoNCE loss in the limit of many negatives, of features and of features of norm 1.

use crate::context::{A, Context, Encoder};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use num_traits::{Signed, Zero};

/// `-E <Psi(A), Psi(A+)> / tau + E_A ln E_{A-} exp(<Psi(A), Psi(A-)> / tau)`: InfoNCE less the logarithm of the number
/// of negatives, as that number grows. A and A+ come from one x, A- is an independent copy of A. At least minus the mutual
/// information of A and A+ (Donsker and Varadhan). Undefined for `tau <= 0`.
///
/// Source: van den Oord et al. 2018; the limit: Wang and Isola 2020.
pub fn info_nce(context: &Context, psi: &Encoder<A>, tau: &Rational) -> Result<Real, Undefined> {
    let inner = inner_products(psi);
    loss("the InfoNCE loss", context, tau, |a, b| Real::from(inner.get(a, b) / tau))
}

/// [`info_nce`] of the features `Psi(a) / ||Psi(a)||`. Undefined for `tau <= 0`, and where a `Psi(a)` is zero, as it is
/// of no features.
///
/// Source: Chen et al. 2020 (NT-Xent), the limit of many negatives.
pub fn nt_xent(context: &Context, psi: &Encoder<A>, tau: &Rational) -> Result<Real, Undefined> {
    const NAME: &str = "the NT-Xent loss";
    let inner = inner_products(psi);
    if let Some(a) = (0..context.m()).find(|&a| inner.entry(a, a).is_zero()) {
        return Err(Undefined::new(NAME, format!("the features of point {} of A are all zero", a + 1)));
    }
    loss(NAME, context, tau, |a, b| {
        let norms = Real::from(inner.get(a, a) * inner.get(b, b)).sqrt().ok().flatten();
        let scale = norms.expect("squared norms are positive").times(&Real::from(tau.clone()));
        Real::from(inner.get(a, b)).divided_by(&scale).ok().flatten().expect("tau and norms are positive")
    })
}

/// `<Psi(a), Psi(b)>`.
fn inner_products(psi: &Encoder<A>) -> Matrix {
    psi.matrix().times(&psi.matrix().transposed())
}

/// `-E f(A, A+) + E_A ln E_{A-} exp f(A, A-)` for a symmetric f.
fn loss(
    name: &str,
    context: &Context,
    tau: &Rational,
    similarity: impl Fn(usize, usize) -> Real,
) -> Result<Real, Undefined> {
    if !tau.is_positive() {
        return Err(Undefined::new(name, "the temperature is not positive"));
    }
    let (m, q) = (context.m(), context.marginal::<A>());
    // E[.. | a] of the second view: T* T.
    let step = context.operator::<A>();
    let lower: Vec<Vec<Real>> = (0..m).map(|a| (0..=a).map(|b| similarity(a, b)).collect()).collect();
    let at = |a: usize, b: usize| &lower[a.max(b)][a.min(b)];
    let of = |a: usize| {
        let weighted = |weight: Rational, value: Real| value.times(&weight.into());
        let together = Real::sum((0..m).map(|b| weighted(step.get(a, b), at(a, b).clone())));
        let apart = Real::sum((0..m).map(|b| weighted(q[b].clone(), at(a, b).exp())));
        let logarithm = apart.ln().ok().flatten().expect("a sum of positive numbers is positive");
        logarithm.minus(&together).times(&q[a].clone().into())
    };
    Ok(Real::sum((0..m).map(of)))
}

#[cfg(test)]
mod tests {
    use super::super::naive;
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::{integer, ratio};
    use std::cmp::Ordering;

    /// The literal double sums, at the similarity `f(a, b)` over tau.
    fn literal(context: &Context, tau: &Rational, f: impl Fn(usize, usize) -> Real) -> Real {
        let (m, n) = (context.m(), context.n());
        let q: Vec<Rational> = (0..m).map(|a| (0..n).map(|x| context.joint(x, a)).sum()).collect();
        let p: Vec<Rational> = (0..n).map(|x| (0..m).map(|a| context.joint(x, a)).sum()).collect();
        let over = |r: Real| r.divided_by(&tau.clone().into()).unwrap().unwrap();
        let mut loss = Real::zero();
        for a in 0..m {
            let mut mean = Real::zero();
            for (b, mass) in q.iter().enumerate() {
                let together: Rational = (0..n).map(|x| context.joint(x, a) * context.joint(x, b) / &p[x]).sum();
                loss = loss.minus(&over(f(a, b)).times(&together.into()));
                mean = mean.plus(&over(f(a, b)).exp().times(&mass.clone().into()));
            }
            loss = loss.plus(&mean.ln().unwrap().unwrap().times(&q[a].clone().into()));
        }
        loss
    }

    fn inner(psi: &Encoder<A>, a: usize, b: usize) -> Rational {
        (0..psi.dimension()).map(|j| psi.matrix().get(a, j) * psi.matrix().get(b, j)).sum()
    }

    fn normalised(psi: &Encoder<A>, a: usize, b: usize) -> Real {
        let norm = |a: usize| Real::from(inner(psi, a, a)).sqrt().unwrap().unwrap();
        Real::from(inner(psi, a, b)).divided_by(&norm(a).times(&norm(b))).unwrap().unwrap()
    }

    /// `-sum J ln(J / (q q))` with the joint law J of two views.
    fn least(context: &Context) -> Real {
        let (m, q) = (context.m(), context.marginal::<A>());
        let cells = (0..m).flat_map(|a| (0..m).map(move |b| (a, b)));
        let term = |(a, b): (usize, usize)| {
            let joint = naive::expected_of_views(context, |c, d| integer(u8::from((a, b) == (c, d))));
            let ratio = Real::from(&joint / (&q[a] * &q[b]));
            ratio.ln().unwrap().map(|ln| ln.times(&Real::from(-joint)))
        };
        Real::sum(cells.filter_map(term))
    }

    fn assert_close(a: &Real, b: &Real, what: &str) {
        assert!(a.minus(b).enclose(200).contains_zero(), "{what}: {a:?} {b:?}");
        assert!(!a.plus(&ratio(1, 1_000_000).into()).minus(b).enclose(200).contains_zero());
    }

    /// The literal sums, above the bound, and the same after a rotation of the features.
    #[test]
    fn losses_are_literal_and_above_their_bound() {
        let turn = Matrix::rational(2, 2, &[ratio(3, 5), ratio(4, 5), ratio(-4, 5), ratio(3, 5)]);
        let (mut defined, mut undefined) = (0, 0);
        for (k, context) in naive::contexts().into_iter().enumerate() {
            for (d, seed) in [(0, 1), (1, 2), (2, 4), (3, 5)] {
                let psi: Encoder<A> = naive::encoder(&context, d, seed + 10 * k as u64);
                for tau in [ratio(1, 3), integer(2)] {
                    let what = format!("{context:?}, {psi:?}");
                    let loss = info_nce(&context, &psi, &tau).unwrap();
                    assert_close(&loss, &literal(&context, &tau, |a, b| Real::from(inner(&psi, a, b))), &what);
                    assert_ne!(loss.compare(&least(&context)), Ok(Ordering::Less), "{what}");
                    if d == 2 {
                        let turned = Encoder::new(psi.matrix().times(&turn));
                        assert_close(&loss, &info_nce(&context, &turned, &tau).unwrap(), &what);
                    }
                    match nt_xent(&context, &psi, &tau) {
                        Ok(loss) => {
                            assert_close(&loss, &literal(&context, &tau, |a, b| normalised(&psi, a, b)), &what);
                            let longer =
                                Matrix::from_fn(context.m(), d, |a, j| psi.matrix().get(a, j) * integer(a + 2));
                            assert_close(&loss, &nt_xent(&context, &Encoder::new(longer), &tau).unwrap(), &what);
                            assert_ne!(loss.compare(&least(&context)), Ok(Ordering::Less), "{what}");
                            defined += 1;
                        }
                        Err(_) => {
                            assert!((0..context.m()).any(|a| inner(&psi, a, a).is_zero()), "{what}");
                            undefined += 1;
                        }
                    }
                }
            }
        }
        assert!(defined > 40 && undefined > 20, "{defined} and {undefined}");
    }

    #[test]
    fn by_hand() {
        // One view says all, and a sign: -1/tau + ln((e^{1/tau} + e^{-1/tau}) / 2) = ln((1 + e^{-2/tau}) / 2)
        let context = gallery::perfect(2);
        let sign = Encoder::new(Matrix::from_fn(2, 1, |a, _| integer(2 * a as i64 - 1)));
        assert_eq!(info_nce(&context, &sign, &integer(1)).unwrap().decimal(12), "-0.566219169517");
        assert_eq!(nt_xent(&context, &sign, &integer(2)).unwrap().decimal(12), "-0.379885493042");
        let rational = |r: Real| r.as_rational().cloned();
        // Constants: zero by form, whatever they are.
        let constant = |value: i64| Encoder::new(Matrix::from_fn(2, 3, |_, _| integer(value)));
        assert_eq!(rational(info_nce(&context, &constant(0), &integer(1)).unwrap()), Some(integer(0)));
        assert_eq!(rational(info_nce(&context, &constant(5), &ratio(1, 7)).unwrap()), Some(integer(0)));
        assert_eq!(rational(nt_xent(&context, &constant(5), &ratio(1, 7)).unwrap()), Some(integer(0)));
        let none = Encoder::new(Matrix::from_fn(2, 0, |_, _| integer(0)));
        assert_eq!(rational(info_nce(&context, &none, &integer(1)).unwrap()), Some(integer(0)));
    }

    #[test]
    fn where_they_have_no_value() {
        let context = gallery::perfect(2);
        let psi = |values: [i64; 2]| Encoder::new(Matrix::from_fn(2, 1, |a, _| integer(values[a])));
        for tau in [integer(0), integer(-1)] {
            assert!(info_nce(&context, &psi([1, 2]), &tau).unwrap_err().reason().contains("temperature"));
            assert!(nt_xent(&context, &psi([1, 2]), &tau).unwrap_err().reason().contains("temperature"));
        }
        assert!(nt_xent(&context, &psi([1, 0]), &integer(1)).unwrap_err().reason().contains("point 2"));
        let none = Encoder::new(Matrix::from_fn(2, 0, |_, _| integer(0)));
        assert!(nt_xent(&context, &none, &integer(1)).is_err());
    }

    /// Features so large that an exponential is not written out: the value is known to be a number, and no more.
    #[test]
    fn enormous_features_are_not_written_out() {
        let context = Context::from_counts(&[[2, 1], [1, 2]]).unwrap();
        let psi = Encoder::new(Matrix::from_fn(2, 1, |a, _| integer(1_000_000 * a as i64 + 1)));
        assert!(info_nce(&context, &psi, &integer(1)).unwrap().sign().is_err());
        assert_eq!(nt_xent(&context, &psi, &integer(1)).unwrap().as_rational(), Some(&integer(0)));
    }
}
