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
