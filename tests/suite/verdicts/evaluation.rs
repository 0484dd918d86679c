//! Every quantity at contexts where its value is known by hand, and the rules for terms without value.

use super::{on, statement};
use contexture::context::Context;
use contexture::evaluate::Outcome;

fn context(rows: &[&[i64]]) -> Context {
    let rows: Vec<Vec<_>> =
        rows.iter().map(|r| r.iter().map(|&w| contexture::exact::rational::integer(w)).collect()).collect();
    Context::unlabelled(&rows).expect("a table")
}

/// Claims that are true of the context with counts [1, 0; 1, 2]: p = (1/4, 3/4), q = (1/2, 1/2).
const OF_TWO_POINTS: &[&str] = &[
    "N(P) = 2 and M(P) = 2 and components(P) = 1 and not independent(P)",
    "sum(x in X(P), a in A(P): joint(P)[x, a]) = 1",
    "sum(x in X(P): p(P)[x]^2) = 10 / 16 and sum(a in A(P): q(P)[a]^2) = 1 / 2",
    "max(x in X(P): p(P)[x]) = 3 / 4 and min(x in X(P): p(P)[x]) = 1 / 4",
    "T(P) * one_A(P) = one_X(P) and transpose(joint(P)) = joint(transposed(P))",
    // (T g)(x) = E[g | x]: rows (1, 0) and (1/3, 2/3)
    "exists x in X(P), a in A(P): T(P)[x, a] = 2 / 3",
    "trace(T(P) * T_star(P)) = 4 / 3 and determinant(T(P) * T_star(P)) = 1 / 3",
    "rank(T(P)) = 2",
    "trace(T(P) * T_star(P)) = 1 + s(P, 1)^2 and s(P, 1)^2 = 1 / 3 and s(P, 0) = 1",
    "s(P, 1) = sqrt(1 / 3) and s(P, 1)^4 = 1 / 9 and maximal_correlation(P) = s(P, 1)",
    "eigenvalue(T(P) * T_star(P), 1) = 1 and eigenvalue(T(P) * T_star(P), 2) = 1 / 3",
    "total_inertia(P) = 1 / 3 and cramers_v(P) = sqrt(1 / 3) and tschuprows_t(P) = cramers_v(P)",
    "contingency_coefficient(P) = 1 / 2 and chi_squared(P) = 4 / 3",
    "lambda_A(P) = 1 / 2 and lambda_X(P) = 0 and tau_A(P) = 1 / 3 and tau_X(P) = 1 / 3",
    // kX = sum_a P(x|a) P(y|a) q(a) / (p(x) p(y)) = [2, 2/3; 2/3, 10/9]
    "max(x in X(P), y in X(P): kX(P)[x, y]) = 2 and context_complexity(P) = 2",
    "kernel_deviation(P) = (1 + 3 * 1 / 3 + 3 * 1 / 3 + 9 * 1 / 9) / 16",
    "integral_operator(kX(P)) = T(P) * T_star(P) and symmetric(kX(P)) and psd(kX(P))",
    "psd(covariance(beside(p(P), one_X(P)))) and not psd(-1 * identity(2))",
    // f = indicator of a point of mass 1/4 or 3/4: variance 3/16 in both cases
    "for all x in X(P): norm(centred(indicator(x)))^2 = 3 / 16 and mean(indicator(x)) = p(P)[x]",
    "for all x in X(P): inner(indicator(x), one_X(P)) = p(P)[x] and norm(indicator(x))^2 = p(P)[x]",
    "for all x in X(P): compatibility(P, indicator(x))^2 = 1 / 3 and share(P, indicator(x), 1) = 1",
    "for all x in X(P): in_F(P, centred(indicator(x)), 1) and not in_F(P, indicator(x), 1)",
    "for all x in X(P): not in_F(P, centred(indicator(x)), 2 / 5) and in_F(P, centred(indicator(x)), 1 / 2)",
    "for all a in A(P): dispersion(P, indicator(a)) = 2 * (1 / 2 - norm(T(P) * indicator(a))^2)",
    "for all a in A(P): least_preimage(P, T(P) * indicator(a)) = indicator(a)",
    "for all x in X(P), y in X(P): spectral_inner(P, T_star(P) * indicator(x), T_star(P) * indicator(y)) = inner(indicator(x), indicator(y))",
    "for all x in X(P): learns(P, centred(indicator(x))) and not learns(P, indicator(x)) and not learns(P, 0 * indicator(x))",
    "for all x in X(P): ratio_trace(P, indicator(x)) = 1 / 3 and centred_rank(P, indicator(x)) = 1",
    "for all x in X(P): expected_covariance(P, indicator(x))[1, 1] = 1 / 16 and gram(indicator(x), indicator(x))[1, 1] = p(P)[x]",
    "for all x in X(P): ritz_value(P, indicator(x), 1) = 1 / 3 and probe_error(P, indicator(x), indicator(x)) = 0",
    "for all x in X(P): probe_error(P, one_X(P), indicator(x)) = 3 / 16",
    "trace_gap(P, one_X(P)) = 1 / 3 and worst_error(P, one_X(P), 1 / 2) = 1 and top_worst_error(P, 1, 1 / 2) = 0",
    "not has_task(P, one_X(P), 1 / 2, 0) and not has_task(P, one_X(P), 2, 0)",
    "explained(P, one_X(P)) = 1 and not maximises(explained, P, one_X(P))",
    "contrastive(P, one_A(P)) = 0 and not minimises(contrastive, P, one_A(P))",
    "in_span(identity(2), column(identity(2), 1)) and same_span(identity(2), 2 * identity(2)) and rank(beside(identity(2), identity(2))) = 2",
    "sum(i in 1..3: identity(2)) = 3 * identity(2) and identity(2)^3 = identity(2) and column(identity(2), 2)[2] = 1",
    "abs(-2) = 2 and sqrt(9 / 4) = 3 / 2 and ln(1) = 0 and ln(3) > 1 and ln(2) < 1 and max(1, 2, 3) = 3 and min(1 / 2, 1 / 3) = 1 / 3",
    "sqrt(2) + sqrt(3) = sqrt(5 + 2 * sqrt(6)) and 2^10 = 1024 and 2^-1 = 1 / 2 and -2^2 = -4",
    // Positions z = p, 1/2 apart: L_k = max |2 - 2/3| / (1/2); mu_1 = (sqrt 3, -1 / sqrt 3) up to its sign
    "kernel_lipschitz(P, p(P)) = 8 / 3 and function_lipschitz(P, p(P)) = 8 / sqrt(3)",
    "for all x in X(P), y in X(P): distance(p(P), x, y) = abs(p(P)[x] - p(P)[y])",
    "mutual_information(P) > 0 and decay_rate(P) = -ln(1 / 3) and not defined(usefulness(P, 1, 1)) and not defined(tau(P, 1, 1, 1))",
    // n draws of two points with probabilities 1/4 and 3/4
    "expect(S: sample(P, 3): empirical(S)) = p(P) and expect(S: sample(P, 0): 1) = 1 and expect(S: sample(P, 2): 2) = 2",
    "for all x in X(P): prob(S: sample(P, 2): empirical(S)[x] = 1) = p(P)[x]^2",
    "for all x in X(P): prob(S: sample(P, 2): empirical(S)[x] = 1 / 2) = 2 * 1 / 4 * 3 / 4",
    "for all x in X(P): expect(S: sample(P, 3): empirical(S)[x]^2) = p(P)[x]^2 + p(P)[x] * (1 - p(P)[x]) / 3",
    "for all x in X(P): expect(S: sample(P, 1), R: sample(P, 2): empirical(S)[x] * empirical(R)[x]) = p(P)[x]^2",
    "for all x in X(P): expect(S: sample(P, 1): prob(R: sample(P, 1): empirical(R)[x] > empirical(S)[x])) = 3 / 16",
    "for all a in A(P): expect(S: sample(transposed(P), 2): empirical(S)[a]) = q(P)[a]",
    "for all S: sample(P, 3): draws(S) * transpose(draws(S)) / 3 = diagonal(empirical(S))",
    "max(S: sample(P, 2), x in X(P): empirical(S)[x]) = 1 and sum(S: sample(P, 2): 1) = 3",
    "for all S: sample(P, 2): trace(transpose(draws(S)) * draws(S)) = 2 and 1 <= rank(draws(S)) <= 2",
    "eigenvalue_sum(T(P) * T_star(P), 1) = 1 and eigenvalue_sum(T(P) * T_star(P), 5) = 4 / 3 and eigenvalue_sum(kX(P) * diagonal(p(P)), 0) = 0",
    // kX has the inverse [5/8, -3/8; -3/8, 9/8]
    "sum(x in X(P): kernel_norm(kX(P), indicator(x))^2) = 7 / 4 and kernel_norm(kX(P), one_X(P)) = 1",
    "smoothness(kX(P), one_X(P)) = 1 and for all x in X(P): smoothness(kX(P), centred(indicator(x))) = 1 / 3",
    "for all x in X(P): smoothness(one_X(P) * transpose(one_X(P)), indicator(x)) = 0",
    "bits(0) = 0 and bits(5) = 2 and trace(characters(P)) = 0 and column(characters(P), 1) = one_X(P) and determinant(characters(P)) = -2",
    "0 < s(P, 1) < 1 and (for all i in 2..1: 1 = 2) and not (exists i in 2..1: 1 = 1)",
];

#[test]
fn quantities_have_their_values() {
    let context = context(&[&[1, 0], &[1, 2]]);
    for claim in OF_TWO_POINTS {
        assert_eq!(on(&statement(&format!("for    P: context\nclaim  {claim}")), &context), Outcome::Holds, "{claim}");
        let denied = statement(&format!("for    P: context\nclaim  not ({claim})"));
        assert_eq!(on(&denied, &context), Outcome::Violated, "not ({claim})");
    }
}

/// The term that is undefined, where one is.
fn verdict(claim: &str) -> String {
    let statement = statement(&format!("for    P: context\n{claim}"));
    match on(&statement, &context(&[&[1, 0], &[1, 2]])) {
        Outcome::Holds => "holds".into(),
        Outcome::Violated => "violated".into(),
        Outcome::Undefined(nothing) => format!("{}: {}", &statement.text[nothing.span], nothing.reason),
        Outcome::Undecided(exhausted) => format!("undecided: {exhausted}"),
        Outcome::OutOfScope { undefined: None } => "out of scope".into(),
        Outcome::OutOfScope { undefined: Some(nothing) } => format!("out of scope, {}", nothing.reason),
    }
}

#[test]
fn undefined_terms_are_found_and_only_where_they_are_asked() {
    for (claim, expected) in [
        ("claim  s(P, 2) = 0", "s(P, 2): singular values are s_0 to s_1 here"),
        ("claim  1 / (N(P) - 2) = 0", "1 / (N(P) - 2): the divisor is zero"),
        ("claim  sqrt(-1) = 0", "sqrt(-1): the radicand is negative"),
        ("claim  ln(0) = 0", "ln(0): a logarithm's argument must be positive"),
        ("claim  max(i in 2..1: i) = 0", "max(i in 2..1: i): there is nothing to take the extreme of"),
        (
            "claim  compatibility(P, one_X(P)) = 0",
            "compatibility(P, one_X(P)): the task is constant, so its centred norm in the denominator is zero",
        ),
        ("claim  0^-1 = 0", "0^-1: the divisor is zero"),
        ("claim  inverse(0 * identity(2)) = identity(2)", "inverse(0 * identity(2)): the matrix is singular"),
        ("claim  column(identity(2), 3)[1] = 0", "column(identity(2), 3): columns are 1 to 2 here"),
        ("claim  identity(2)[3, 1] = 0", "identity(2)[3, 1]: table(2, 2) has no such entry: indices run from 1 to 2"),
        ("claim  eigenvalue(T(P) * T_star(P), 3) = 0", "eigenvalue(T(P) * T_star(P), 3): it has 2 eigenvalues"),
        ("claim  eigenvalue(kX(P), 1) = 0", "eigenvalue(kX(P), 1): the operator is not self-adjoint"),
        ("claim  eigenvalue_sum(kX(P), 1) = 0", "eigenvalue_sum(kX(P), 1): the operator is not self-adjoint"),
        ("claim  eigenvalue_sum(identity(2), -1) = 0", "eigenvalue_sum(identity(2), -1): d is negative"),
        ("claim  expect(S: sample(P, -1): 1) = 0", "-1: there are no samples of a negative number of draws"),
        ("claim  expect(S: sample(P, 0): trace(diagonal(empirical(S)))) = 0", "empirical(S): nothing was drawn"),
        ("claim  prob(S: sample(P, 2): 1 / (rank(draws(S)) - 1) = 1) = 0", "1 / (rank(draws(S)) - 1): the divisor"),
        ("claim  kernel_norm(0 * kX(P), one_X(P)) = 0", "kernel_norm(0 * kX(P), one_X(P)): f is not in the range of k"),
        ("claim  kernel_norm(-1 * kX(P), one_X(P)) = 0", "kernel_norm(-1 * kX(P), one_X(P)): its square is negative"),
        (
            "claim  kernel_norm(T(P) * T_star(P), one_X(P)) = 0",
            "kernel_norm(T(P) * T_star(P), one_X(P)): the kernel is not",
        ),
        ("claim  smoothness(-1 * kX(P), one_X(P)) = 0", "smoothness(-1 * kX(P), one_X(P)): the kernel is not positive"),
        ("claim  smoothness(kX(P), 0 * one_X(P)) = 0", "smoothness(kX(P), 0 * one_X(P)): f is zero"),
        ("claim  bits(-1) = 0", "bits(-1): it is negative"),
        // From left to right, and no further than is needed.
        ("claim  1 = 1 or s(P, 2) = 0", "holds"),
        ("claim  s(P, 2) = 0 or 1 = 1", "s(P, 2): singular values are s_0 to s_1 here"),
        ("claim  1 = 2 and s(P, 2) = 0", "violated"),
        ("claim  1 = 2 implies s(P, 2) = 0", "holds"),
        ("claim  1 = 2 iff s(P, 2) = 0", "s(P, 2): singular values are s_0 to s_1 here"),
        ("claim  for all i in 1..2: 1 = 2 or s(P, i) > 0", "s(P, i): singular values are s_0 to s_1 here"),
        ("claim  for all i in 1..2: i = 2 and s(P, i) > 0", "violated"),
        ("claim  exists i in 1..2: s(P, i) > 0", "holds"),
        ("claim  1 = 2 = s(P, 2)", "s(P, 2): singular values are s_0 to s_1 here"),
        ("claim  defined(s(P, 1)) and not defined(s(P, 2)) and not defined(1 / s(P, 2))", "holds"),
        ("claim  max(i in 1..2 where i < 2: s(P, i)) > 0", "holds"),
        // A name has a value where its term has one, and is asked only where it is used.
        ("let    t = s(P, 2)\nclaim  1 = 1", "holds"),
        ("let    t = s(P, 2)\nclaim  t = 0", "s(P, 2): singular values are s_0 to s_1 here"),
        // Hypotheses.
        ("assume N(P) = 3\nclaim  1 = 2", "out of scope"),
        ("assume s(P, 2) = 0\nclaim  1 = 2", "out of scope, singular values are s_0 to s_1 here"),
        ("assume not defined(s(P, 2))\nclaim  1 = 2", "violated"),
        // What no budget decides is not guessed, and does not spread to where it does not matter.
        ("claim  ln(2) + ln(3) = ln(6)", "undecided"),
        ("claim  ln(2) + ln(3) = ln(6) or 1 = 1", "holds"),
        ("claim  ln(2) + ln(3) = ln(6) and 1 = 2", "violated"),
        ("claim  ln(2) + ln(3) = ln(6) or s(P, 2) = 0", "undecided"),
        ("claim  ln(2) + ln(3) != ln(7)", "holds"),
        ("assume ln(2) + ln(3) = ln(6)\nclaim  1 = 2", "undecided"),
        ("assume ln(2) + ln(3) = ln(6)\nassume 1 = 2\nclaim  1 = 2", "out of scope"),
        ("claim  rank(sqrt(2) * identity(2)) = 2", "undecided: this is computed for rational matrices only"),
        ("claim  1 / (ln(2) + ln(3) - ln(6)) = 1", "undecided"),
    ] {
        let found = verdict(claim);
        assert!(found.starts_with(expected), "{claim}: {found}");
    }
}

/// On A a function has the weights q, and `transposed` exchanges all of it.
#[test]
fn sides_are_told_apart() {
    let rows = context(&[&[1, 0], &[1, 2]]);
    for claim in [
        "for all a in A(P): norm(indicator(a))^2 = q(P)[a] and mean(indicator(a)) = q(P)[a]",
        "for all a in A(P): learns(transposed(P), centred(indicator(a)))",
        "T(transposed(P)) = T_star(P) and kX(transposed(P)) = kA(P) and q(transposed(P)) = p(P)",
        "N(transposed(P)) = M(P) and s(transposed(P), 1) = s(P, 1)",
    ] {
        assert_eq!(on(&statement(&format!("for    P: context\nclaim  {claim}")), &rows), Outcome::Holds, "{claim}");
    }
}
