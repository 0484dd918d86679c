//! The induced function space `H = { T* f }` with `<T* f1, T* f2>_H = <f1, f2>`.

use super::*;

/// A basis of `{ f : T* f = 0 }`.
fn invisible(c: &Context) -> Matrix {
    null_space(&c.expectation::<A>())
}

/// *rkhs-well-defined*: `T* f1 = T* f1'` implies `<f1, f2> = <f1', f2>` for all f2. Over all pairs this
/// says that every f with `T* f = 0` is orthogonal to everything: that there is none but zero. So the
/// definition is sound exactly where the table has rank N.
#[test]
fn the_inner_product_is_well_defined_where_the_rank_is_full_and_only_there() {
    let (mut sound, mut unsound) = (0, 0);
    for_all_contexts(&Scope::from_environment(), |c| {
        let kernel = invisible(c);
        assert_eq!(kernel.columns() == 0, rank(&joint(c)) == c.n());
        for j in 0..kernel.columns() {
            let f = Function::<X>::new(kernel.column(j));
            assert!(c.expect::<A>(&f).is_zero(), "f and 0 have the same image");
            assert!(c.inner(&f, &f).is_positive(), "and another inner product with f");
        }
        *(if kernel.columns() == 0 { &mut sound } else { &mut unsound }) += 1;
        1
    });
    assert!(sound > 100 && unsound > 100, "{sound} sound, {unsound} not");
}

/// *rkhs-formula*: `sum u_i v_i / s_i^2`, the inner product of smallest representatives. For h = T* f
/// the f that is orthogonal to all that T* cannot see is `T g` with `T* T g = h`; there the formula is
/// `<T g1, T g2>`, and it is `<f1, f2>` for all f1, f2 exactly where nothing is invisible.
#[test]
fn the_alternative_formula_agrees_where_the_rank_is_full_and_only_there() {
    let (mut agree, mut differ) = (0, 0);
    for_all_contexts(&Scope::from_environment(), |c| {
        let smallest = |f: &Function<X>| -> Function<X> {
            let h: Function<A> = c.expect(f);
            let g = solve(&c.operator::<A>(), &h.as_column()).expect("T* f is in the range of T* T");
            c.expect(&Function::<A>::new(g.column(0)))
        };
        let indicators = indicators::<X>(c);
        let representatives: Vec<Function<X>> = indicators.iter().map(smallest).collect();
        let equal = indicators.iter().zip(&representatives).all(|(f, r)| {
            assert_eq!(c.expect::<A>(f), c.expect::<A>(r), "a representative of the same h");
            indicators.iter().zip(&representatives).all(|(g, s)| c.inner(f, g) == c.inner(r, s))
        });
        assert_eq!(equal, invisible(c).columns() == 0);
        *(if equal { &mut agree } else { &mut differ }) += 1;
        1
    });
    assert!(agree > 100 && differ > 100, "{agree} agree, {differ} do not");
}

/// *rkhs-reproducing*: `h(a) = <h, kA(a,.)>_H`. The representative of `kA(a,.)` is `f_a(x) = P(a|x)/q(a)`.
#[test]
fn reproducing() {
    let representative = |c: &Context, a: usize, mass: &Rational| {
        let values = c.expectation::<X>().column(a);
        Function::<X>::new(values.iter().map(|v| v / mass).collect())
    };
    let law = |c: &Context, mass: &dyn Fn(usize) -> Rational| {
        (0..c.m()).all(|a| {
            let f_a = representative(c, a, &mass(a));
            let section: Function<A> = Function::new(c.kernel::<A>().column(a));
            let reproduces = |f: &Function<X>| c.inner(f, &f_a) == c.expect::<A>(f).values()[a];
            c.expect::<A>(&f_a) == section && probes::<X>(c).iter().chain(&indicators(c)).all(reproduces)
        })
    };
    holds_and_can_fail(|c| law(c, &|a| c.marginal::<A>()[a].clone()), |c| law(c, &|_| Rational::one()));
}

/// *rkhs-isometry*: H and `span{mu_i : s_i > 0}` are isometric. Finite-dimensional inner product spaces are
/// so exactly if their dimensions agree; that of H is the rank of `T*`, that of the span is counted by the
/// spectrum, the constant function included.
#[test]
fn isometry() {
    let dimension = |c: &Context| rank(&c.expectation::<A>());
    holds_and_can_fail(
        |c| dimension(c) == contexture::context::Spectrum::of(c).rank() + 1,
        // All singular functions, those of zero included.
        |c| dimension(c) == c.n(),
    );
}

/// *rkhs-compatible*: f in F_eps if and only if `(1-eps) ||h~||_H <= ||h~||_q <= ||h~||_H` for `h = T* f`.
///
/// With `||h~||_H = ||f~||` it holds for every f of mean zero that is not zero. It fails for an f of
/// another mean whose centred part is compatible: the right side does not see the mean, F_eps does.
#[test]
fn compatible_tasks_are_those_between_the_norms_if_their_mean_is_zero() {
    let (mut inside, mut outside, mut refuted) = (0, 0, 0);
    for_all_contexts(&Scope::from_environment(), |c| {
        let mut instances = 0;
        for eps in [ratio(1, 10), ratio(1, 2), ratio(1, 1)] {
            let required = (Rational::one() - &eps) * (Rational::one() - &eps);
            for f in probes::<X>(c).iter().chain(&indicators(c)) {
                let centred = c.centred(f);
                if centred.is_zero() {
                    continue;
                }
                let in_f_eps = |f: &Function<X>| {
                    let squared = contexture::quantity::compatibility::compatibility_squared(c, f);
                    c.mean(f).is_zero() && squared.expect("f is not constant") >= required
                };
                let between = |f: &Function<X>| {
                    let in_h = c.norm_squared(&c.centred(f));
                    let in_q = c.norm_squared(&c.centred(&c.expect::<A>(f)));
                    &required * &in_h <= in_q && in_q <= in_h
                };
                assert_eq!(in_f_eps(&centred), between(&centred));
                *(if in_f_eps(&centred) { &mut inside } else { &mut outside }) += 1;
                if !c.mean(f).is_zero() && between(f) {
                    assert!(!in_f_eps(f), "the witness against the claim as it is written");
                    refuted += 1;
                }
                instances += 1;
            }
        }
        instances
    });
    assert!(inside > 100 && outside > 100 && refuted > 100, "{inside} in, {outside} out, {refuted} against");
}
