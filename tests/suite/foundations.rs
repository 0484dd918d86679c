//! The chapter *foundations*, as far as it can be said without the spectrum: each claim as a predicate
//! on a context and on the objects that the claim is about. It holds for what the library computes, over
//! a whole scope, and fails for something nearly right, which shows that the predicate can fail.

use crate::generators::{Scope, count, for_all_contexts};
use contexture::context::{A, Context, Function, Side, X};
use contexture::exact::elimination::{Inertia, inertia, inverse, null_space, rank, solve};
use contexture::exact::matrix::Matrix;
use contexture::exact::rational::{Rational, integer, ratio};
use num_traits::{One, Signed, Zero};

mod duality;
mod induced;
mod spectrum;

/// The law holds on every context, and what `wrong` says of a wrong object is found false on some.
fn holds_and_can_fail(law: impl Fn(&Context) -> bool, wrong: impl Fn(&Context) -> bool) {
    let scope = Scope::from_environment();
    for_all_contexts(&scope, |context| {
        assert!(law(context), "a law of foundations");
        1
    });
    assert!(count(&scope, |context| !wrong(context)) > 0, "the wrong object passes everywhere");
}

/// The diagonal matrix of the marginal of a side: `D_p` or `D_q`.
fn diagonal<S: Side>(c: &Context) -> Matrix {
    let marginal = c.marginal::<S>();
    Matrix::from_fn(marginal.len(), marginal.len(), |i, j| if i == j { marginal[i].clone() } else { Rational::zero() })
}

/// The marginal as a column.
fn marginal_column<S: Side>(c: &Context) -> Matrix {
    Matrix::rational(c.size::<S>(), 1, &c.marginal::<S>())
}

fn ones(n: usize) -> Matrix {
    Matrix::from_fn(n, 1, |_, _| Rational::one())
}

/// `P`, entry by entry.
fn joint(c: &Context) -> Matrix {
    Matrix::from_fn(c.n(), c.m(), |x, a| c.joint(x, a))
}

fn indicators<S: Side>(c: &Context) -> Vec<Function<S>> {
    (0..c.size::<S>()).map(|i| Function::indicator(c.size::<S>(), i)).collect()
}

/// The function that a matrix makes of a function on another side.
fn apply<S: Side, R: Side>(operator: &Matrix, f: &Function<S>) -> Function<R> {
    Function::new(operator.times(&f.as_column()).column(0))
}

/// A few functions that are neither constant nor symmetric.
fn probes<S: Side>(c: &Context) -> Vec<Function<S>> {
    let n = c.size::<S>() as i64;
    let of = |value: fn(i64) -> Rational| Function::new((0..n).map(value).collect());
    vec![
        of(|i| integer(i + 1)),
        of(|i| ratio(i * i - 2, i + 3)),
        of(|i| integer(1 - 2 * (i % 2))),
        of(|_| ratio(-3, 2)),
    ]
}

/// *adjoint*: `<f, T g> = <T* f, g>`. Both sides are bilinear, so indicators suffice.
fn is_adjoint(c: &Context, t: &Matrix, t_star: &Matrix) -> bool {
    indicators::<X>(c).iter().all(|f| {
        indicators::<A>(c).iter().all(|g| c.inner(f, &apply::<A, X>(t, g)) == c.inner(&apply::<X, A>(t_star, f), g))
    })
}

#[test]
fn adjoint() {
    let transpose = |c: &Context| is_adjoint(c, &c.expectation::<X>(), &c.expectation::<X>().transposed());
    holds_and_can_fail(|c| is_adjoint(c, &c.expectation::<X>(), &c.expectation::<A>()), transpose);
}

#[test]
fn adjoint_for_functions_that_are_not_indicators() {
    for_all_contexts(&Scope::from_environment(), |c| {
        for (f, g) in probes::<X>(c).iter().zip(&probes::<A>(c)) {
            assert_eq!(c.inner(f, &c.expect(g)), c.inner(&c.expect(f), g));
        }
        4
    });
}

/// *unit*: the operator keeps the constant function.
fn keeps_one(operator: &Matrix) -> bool {
    operator.times(&ones(operator.columns())) == ones(operator.rows())
}

#[test]
fn unit() {
    let law = |c: &Context| {
        [c.expectation::<X>(), c.expectation::<A>(), c.operator::<X>(), c.operator::<A>()].iter().all(keeps_one)
    };
    // P / q where P / p is meant.
    holds_and_can_fail(law, |c| keeps_one(&c.expectation::<A>().transposed()));
}

/// *kernel-operators*: the integral operator of the kernel is `T T*`, or `T* T`.
fn is_kernel_of<S: Side>(c: &Context, kernel: &Matrix, operator: &Matrix) -> bool {
    kernel.times(&diagonal::<S>(c)) == *operator
}

/// `D_v^-1 P D_w^-1 P^T D_v^-1` for marginals v, w of the wrong kind: p and q exchanged.
fn exchanged_kernel(c: &Context) -> Matrix {
    let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
    Matrix::from_fn(c.n(), c.n(), |x, y| {
        let terms = (0..c.m()).map(|a| c.joint(x, a) * c.joint(y, a) / &p[a.min(c.n() - 1)]);
        terms.sum::<Rational>() / (&q[x.min(c.m() - 1)] * &q[y.min(c.m() - 1)])
    })
}

#[test]
fn kernel_operators() {
    let law = |c: &Context| {
        let (t, t_star) = (c.expectation::<X>(), c.expectation::<A>());
        is_kernel_of::<X>(c, &c.kernel::<X>(), &t.times(&t_star))
            && is_kernel_of::<A>(c, &c.kernel::<A>(), &t_star.times(&t))
    };
    holds_and_can_fail(law, |c| is_kernel_of::<X>(c, &exchanged_kernel(c), &c.operator::<X>()));
}

/// *kernel-mean-one*, the part about a single matrix: symmetric, no negative entry, PSD.
fn is_non_negative_and_psd(kernel: &Matrix) -> bool {
    let no_negative_entry = !kernel.entries().iter().any(Signed::is_negative);
    kernel.is_symmetric() && no_negative_entry && inertia(kernel).negative == 0
}

/// *kernel-mean-one*: `sum_x' k(x,x') p(x') = 1` for every x.
fn has_mean_one<S: Side>(c: &Context, kernel: &Matrix) -> bool {
    kernel.times(&marginal_column::<S>(c)) == ones(kernel.rows())
}

#[test]
fn kernel_mean_one() {
    let law = |c: &Context| {
        let (on_x, on_a) = (c.kernel::<X>(), c.kernel::<A>());
        is_non_negative_and_psd(&on_x)
            && is_non_negative_and_psd(&on_a)
            && has_mean_one::<X>(c, &on_x)
            && has_mean_one::<A>(c, &on_a)
    };
    holds_and_can_fail(law, |c| has_mean_one::<X>(c, &exchanged_kernel(c)));
    // An operator is not its kernel, a kernel minus one is negative somewhere, and the distance of two
    // points is no kernel.
    let scope = Scope::from_environment();
    assert!(count(&scope, |c| !is_non_negative_and_psd(&c.operator::<X>())) > 0);
    assert!(count(&scope, |c| !is_non_negative_and_psd(&centred_kernel(c))) > 0);
    let distance = |c: &Context| Matrix::from_fn(c.n(), c.n(), |x, y| integer(x.abs_diff(y)));
    assert!(count(&scope, |c| !is_non_negative_and_psd(&distance(c))) > 0);
}

/// `kX - 1`.
fn centred_kernel(c: &Context) -> Matrix {
    c.kernel::<X>().minus(&ones(c.n()).times(&ones(c.n()).transposed()))
}

/// `D_S - (joint weights) D_other^-1 (joint weights)^T` on a side: `||f||^2 - ||T* f||^2` as a form,
/// straight from the table.
fn contraction_form<S: Side>(c: &Context) -> Matrix {
    let other = c.marginal::<S::Other>();
    let n = c.size::<S>();
    let cell = |i: usize, j: usize| Rational::new(S::weight(c, i, j).clone(), c.total().clone());
    let squared = |i, j| (0..other.len()).map(|k| cell(i, k) * cell(j, k) / &other[k]).sum::<Rational>();
    diagonal::<S>(c).minus(&Matrix::from_fn(n, n, squared))
}

#[test]
fn contraction_of_functions() {
    fn excess<S: Side>(c: &Context, scale: &Rational) -> bool {
        let contracts = |f: &Function<S>| {
            let image: Function<S::Other> = c.expect(f);
            c.norm_squared(&image.scaled(scale)) <= c.norm_squared(f)
        };
        probes::<S>(c).iter().chain(&indicators::<S>(c)).all(contracts)
    }
    let law = |c: &Context, scale: &Rational| excess::<X>(c, scale) && excess::<A>(c, scale);
    holds_and_can_fail(|c| law(c, &Rational::one()), |c| law(c, &ratio(101, 100)));
}

/// Every eigenvalue of `TT*` lies in [0, 1]: the forms of K and of I - K are PSD.
#[test]
fn contraction_of_all_functions_at_once() {
    let holds = |form: &Matrix| inertia(form).negative == 0;
    let law = |c: &Context| {
        let below_one = [contraction_form::<X>(c), contraction_form::<A>(c)];
        let above_zero = [diagonal::<X>(c).times(&c.operator::<X>()), diagonal::<A>(c).times(&c.operator::<A>())];
        below_one.iter().all(holds) && above_zero.iter().all(holds)
    };
    // The constant function has eigenvalue 1: not a millionth of it can be taken away.
    let tighter = |c: &Context| diagonal::<X>(c).scaled(&ratio(1, 1_000_000));
    holds_and_can_fail(law, |c| holds(&contraction_form::<X>(c).minus(&tighter(c))));
}

/// The eigenvalue 1 has as many dimensions as the table has components.
#[test]
fn components_are_the_kernel_of_identity_minus_k() {
    fn dimension<S: Side>(c: &Context) -> usize {
        null_space(&c.operator::<S>().minus(&Matrix::identity(c.size::<S>()))).columns()
    }
    let law = |c: &Context| {
        let zero = inertia(&contraction_form::<X>(c)).zero;
        [dimension::<X>(c), dimension::<A>(c), zero] == [c.components(); 3]
    };
    holds_and_can_fail(law, |c| c.components() == 1);
}

/// *trace*: `sum_{i>=0} s_i^2 = sum_x kX(x,x) p(x) = sum P(x,a)^2 / (p(x) q(a))`.
#[test]
fn trace() {
    fn of_kernel<S: Side>(c: &Context, kernel: &Matrix) -> Rational {
        (0..c.size::<S>()).map(|i| kernel.get(i, i) * &c.marginal::<S>()[i]).sum()
    }
    let squares = |c: &Context| -> Rational {
        let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
        let cells = (0..c.n()).flat_map(|x| (0..c.m()).map(move |a| (x, a)));
        cells.map(|(x, a)| c.joint(x, a) * c.joint(x, a) / (&p[x] * &q[a])).sum()
    };
    let law = |c: &Context| {
        let traces = [
            c.operator::<X>().trace(),
            c.operator::<A>().trace(),
            of_kernel::<X>(c, &c.kernel::<X>()),
            of_kernel::<A>(c, &c.kernel::<A>()),
        ];
        traces.iter().all(|t| *t == squares(c))
    };
    holds_and_can_fail(law, |c| of_kernel::<X>(c, &centred_kernel(c)) == squares(c));
}

/// `K~ = K - 1 p^T` is zero exactly where X and A are independent.
#[test]
fn independence() {
    fn centred_operator<S: Side>(c: &Context) -> Matrix {
        c.operator::<S>().minus(&ones(c.size::<S>()).times(&marginal_column::<S>(c).transposed()))
    }
    let is_zero = |m: &Matrix| m.entries().iter().all(Zero::is_zero);
    let product = |c: &Context| marginal_column::<X>(c).times(&marginal_column::<A>(c).transposed());
    let (mut independent, mut dependent) = (0, 0);
    for_all_contexts(&Scope::from_environment(), |c| {
        let expected = joint(c) == product(c);
        *(if expected { &mut independent } else { &mut dependent }) += 1;
        assert_eq!(is_zero(&centred_operator::<X>(c)), expected);
        assert_eq!(is_zero(&centred_operator::<A>(c)), expected);
        1
    });
    assert!(independent > 10 && dependent > 10, "{independent} independent, {dependent} dependent");
    // Without centring, no context would be independent.
    assert_eq!(count(&Scope::from_environment(), |c| is_zero(&c.operator::<X>())), 0);
}
