//! Claims about singular functions, on the contexts whose spectrum is rational and found by trial: then
//! eigenspaces have rational bases, and each claim is an identity of rational matrices.

use super::duality::{candidates, eigenspace};
use super::*;
use contexture::quantity::maximal_correlation;

/// The eigenvalues of K with bases of their eigenspaces on X, largest first, if they fill the space.
fn rational_spectrum(c: &Context) -> Option<Vec<(Rational, Matrix)>> {
    let spaces = candidates(c).into_iter().rev().map(|value| (value.clone(), eigenspace::<X>(c, &value)));
    let spectrum: Vec<(Rational, Matrix)> = spaces.filter(|(_, basis)| basis.columns() > 0).collect();
    let dimension: usize = spectrum.iter().map(|(_, basis)| basis.columns()).sum();
    (dimension == c.n()).then_some(spectrum)
}

/// The Gram matrix `B^T D_p B`.
fn gram<S: Side>(c: &Context, basis: &Matrix) -> Matrix {
    basis.transposed().times(&diagonal::<S>(c)).times(basis)
}

/// *spectral-decomposition*: `P(x,a) = sum_i s_i mu_i(x) nu_i(a) p(x) q(a)`. Where `s_i > 0`, `s_i nu_i`
/// is `T* mu_i`; and `sum mu_i mu_i^T` over an eigenspace with basis B is `B (B^T D_p B)^-1 B^T`.
fn decomposes(c: &Context, spectrum: &[(Rational, Matrix)]) -> bool {
    let term = |basis: &Matrix| {
        let inverse_gram = inverse(&gram::<X>(c, basis)).expect("a basis has a regular Gram matrix");
        basis.times(&inverse_gram).times(&c.expectation::<A>().times(basis).transposed())
    };
    let zero = Matrix::zero(c.n(), c.m());
    let positive = spectrum.iter().filter(|(value, _)| value.is_positive());
    let density = positive.fold(zero, |sum, (_, basis)| sum.plus(&term(basis)));
    diagonal::<X>(c).times(&density).times(&diagonal::<A>(c)) == joint(c)
}

#[test]
fn spectral_decomposition() {
    let (mut richer, mut wrong) = (0, 0);
    for_all_contexts(&Scope::from_environment(), |c| {
        let Some(spectrum) = rational_spectrum(c) else { return 0 };
        assert!(decomposes(c, &spectrum));
        richer += usize::from(spectrum.len() > 2);
        // Without its first term, the sum is the centred table.
        wrong += usize::from(!decomposes(c, &spectrum[1..]));
        1
    });
    assert!(richer > 100 && wrong > 100, "{richer} with three eigenvalues, {wrong} rejected");
}

/// *trace*, against the eigenvalues themselves.
#[test]
fn the_trace_is_the_sum_of_the_eigenvalues() {
    for_all_contexts(&Scope::from_environment(), |c| {
        let Some(spectrum) = rational_spectrum(c) else { return 0 };
        let sum: Rational = spectrum.iter().map(|(value, basis)| value * integer(basis.columns())).sum();
        assert_eq!(sum, c.kernel::<X>().times(&diagonal::<X>(c)).trace());
        1
    });
}

/// *zero-mean*: an eigenfunction of another eigenvalue than 1 has mean zero.
#[test]
fn zero_mean() {
    fn check<S: Side>(c: &Context, value: &Rational) -> usize {
        let basis = eigenspace::<S>(c, value);
        let functions = (0..basis.columns()).map(|j| Function::<S>::new(basis.column(j)));
        functions.inspect(|f| assert!(c.mean(f).is_zero(), "eigenvalue {value}")).count()
    }
    let scope = Scope::from_environment();
    for_all_contexts(&scope, |c| {
        let others = candidates(c).into_iter().filter(|value| !value.is_one());
        others.map(|value| check::<X>(c, &value) + check::<A>(c, &value)).sum()
    });
    // Not so for the plain average of its values.
    let has_plain_average_zero = |c: &Context| {
        let values = candidates(c).into_iter().filter(|value| !value.is_one());
        values
            .map(|value| eigenspace::<X>(c, &value))
            .all(|basis| (0..basis.columns()).all(|j| basis.column(j).iter().sum::<Rational>().is_zero()))
    };
    assert!(count(&scope, |c| !has_plain_average_zero(c)) > 0);
}

/// A basis of the functions on X of mean zero: `1_x / p(x) - 1_0 / p(0)`.
fn mean_zero_basis(c: &Context) -> Matrix {
    let p = c.marginal::<X>();
    Matrix::from_fn(c.n(), c.n() - 1, |x, j| match x {
        0 => -p[0].recip(),
        _ if x == j + 1 => p[x].recip(),
        _ => Rational::zero(),
    })
}

/// The form `bound ||f||^2 - ||T* f||^2` on the span of a basis.
fn slack(c: &Context, basis: &Matrix, bound: &Rational) -> Inertia {
    let form = diagonal::<X>(c).times(&Matrix::identity(c.n()).scaled(bound).minus(&c.operator::<X>()));
    inertia(&basis.transposed().times(&form).times(basis))
}

/// The second eigenvalue with multiplicity, `s_1^2`.
fn second(spectrum: &[(Rational, Matrix)]) -> &Rational {
    let (_, of_one) = &spectrum[0];
    if of_one.columns() > 1 { &spectrum[0].0 } else { &spectrum[1].0 }
}

/// *maximal-correlation*: `s_1 = max <f, T g> / (||f|| ||g||)` over f, g of mean zero. For fixed f the
/// best g is `T* f`, so the square of the maximum is the largest `||T* f||^2 / ||f||^2`: at `s_1^2` the
/// form is PSD and singular, which no other number achieves.
#[test]
fn maximal_correlation() {
    let (mut wrong, mut attained) = (0, 0);
    for_all_contexts(&Scope::from_environment(), |c| {
        let Some(spectrum) = rational_spectrum(c).filter(|_| c.n() > 1) else { return 0 };
        let (bound, basis) = (second(&spectrum), mean_zero_basis(c));
        let inertia = slack(c, &basis, bound);
        assert!(inertia.negative == 0 && inertia.zero > 0, "{bound}: {inertia:?}");
        match maximal_correlation::maximal_correlation(c) {
            Ok(maximum) => assert!(maximum.times(&maximum).enclose(100).contains(bound), "{bound}: {maximum:?}"),
            Err(_) => assert_eq!(c.m(), 1, "a maximum over nothing"),
        }
        // Over functions of any mean, the constant one beats it.
        wrong += usize::from(slack(c, &Matrix::identity(c.n()), bound).negative > 0);
        for (f, g) in probes::<X>(c).iter().zip(&probes::<A>(c)) {
            let (f, g) = (c.centred(f), c.centred(g));
            let correlation = c.inner(&f, &c.expect(&g));
            let limit = bound * c.norm_squared(&f) * c.norm_squared(&g);
            assert!(&correlation * &correlation <= limit);
            attained += usize::from(limit.is_positive() && &correlation * &correlation == limit);
        }
        1
    });
    assert!(wrong > 100 && attained > 0, "{wrong} rejected, {attained} attained");
}

/// Whether the span of `phi` is the span of a set of top-d singular functions on `S`, d its number of
/// columns and `bound` the d-th eigenvalue: it is of mean zero, of dimension d, invariant under K, has
/// no eigenvalue below `bound`, and leaves none above it to the functions orthogonal to it and to 1.
fn is_top<S: Side>(c: &Context, phi: &Matrix, bound: &Rational) -> bool {
    let (n, d) = (phi.rows(), phi.columns());
    let operator = c.operator::<S>();
    let form = |v: &Matrix| {
        let difference = operator.minus(&Matrix::identity(n).scaled(bound));
        inertia(&v.transposed().times(&diagonal::<S>(c)).times(&difference).times(v))
    };
    let orthogonal = null_space(&ones(n).beside(phi).transposed().times(&diagonal::<S>(c)));
    let has_mean_zero = (0..d).all(|j| c.mean(&Function::<S>::new(phi.column(j))).is_zero());
    has_mean_zero
        && rank(phi) == d
        && rank(&phi.beside(&operator.times(phi))) == d
        && form(phi).negative == 0
        && form(&orthogonal).positive == 0
}

/// *average-encoder*: where `s_d > 0`, `span(T Psi)` is the span of a set of left top-d singular
/// functions if and only if `span Psi` is that of a set of right ones.
#[test]
fn average_encoder() {
    let (mut top, mut other) = (0, 0);
    for_all_contexts(&Scope::from_environment(), |c| {
        let Some(spectrum) = rational_spectrum(c).filter(|_| c.n() > 1) else { return 0 };
        let eigenvalues: Vec<Rational> =
            spectrum.iter().flat_map(|(value, basis)| vec![value.clone(); basis.columns()]).collect();
        let mut instances = 0;
        for d in (1..eigenvalues.len()).filter(|&d| eigenvalues[d].is_positive()) {
            for psi in encoders_on_a(c, &spectrum, d) {
                let right = is_top::<A>(c, &psi, &eigenvalues[d]);
                assert_eq!(is_top::<X>(c, &c.expectation::<X>().times(&psi), &eigenvalues[d]), right, "d = {d}");
                *(if right { &mut top } else { &mut other }) += 1;
                instances += 1;
            }
        }
        instances
    });
    assert!(top > 100 && other > 100, "{top} are top-d, {other} are not");
}

/// Encoders of d features on A: the first and the last d centred eigenfunctions, and one without a plan.
fn encoders_on_a(c: &Context, spectrum: &[(Rational, Matrix)], d: usize) -> Vec<Matrix> {
    let eigenfunctions = spectrum.iter().filter(|(value, _)| value.is_positive()).map(|(value, basis)| {
        let on_a = c.expectation::<A>().times(basis);
        if value.is_one() { centred_columns(c, &on_a) } else { on_a }
    });
    let all = eigenfunctions.reduce(|all, more| all.beside(&more)).expect("the constant function");
    let independent = contexture::exact::elimination::independent_columns(&all);
    let without_plan = Matrix::from_fn(c.m(), d, |a, j| integer((a as i64 + 1) * (j as i64 + 2) % 5));
    vec![all.select_columns(&independent[..d]), all.select_columns(&independent[independent.len() - d..]), without_plan]
}

fn centred_columns(c: &Context, on_a: &Matrix) -> Matrix {
    let centred: Vec<Function<A>> =
        (0..on_a.columns()).map(|j| c.centred(&Function::<A>::new(on_a.column(j)))).collect();
    Matrix::from_fn(on_a.rows(), on_a.columns(), |a, j| centred[j].values()[a].clone())
}
