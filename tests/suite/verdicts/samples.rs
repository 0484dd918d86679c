//! Samples and contexts of corrupted bits as variables of a statement.

use super::{judge, scope, statement};
use contexture::evaluate::{Instance, Outcome, Value, outcome};
use contexture::statement::tree::Verdict;
use serde_json::{Value as Json, json};

const TWO_POINTS: &str = r#"{"x": ["x0", "x1"], "a": ["a0"], "joint": [["1/4"], ["3/4"]]}"#;

fn said(clauses: &str, instance: &Json) -> Result<Outcome, String> {
    let statement = statement(clauses);
    let instance = Instance::from_json(&statement, instance).map_err(|error| error.to_string())?;
    let written = instance.to_json(&statement);
    let again = Instance::from_json(&statement, &written).expect("what is written is read").to_json(&statement);
    assert_eq!(again, written);
    Ok(outcome(&statement, &instance))
}

#[test]
fn a_sample_is_given_by_its_counts() {
    let clauses = "for    P: context, n in 1..3, S: sample(P, n)\n\
                   claim  for all x in X(P): empirical(S)[x] = 1 / 3 or empirical(S)[x] = 2 / 3";
    let context: Json = serde_json::from_str(TWO_POINTS).unwrap();
    let with = |n: Json, sample: Json| said(clauses, &json!({ "P": context, "n": n, "S": sample }));
    assert_eq!(with(json!("3"), json!([1, 2])), Ok(Outcome::Holds));
    assert_eq!(with(json!("3"), json!([3, 0])), Ok(Outcome::Violated));
    // Another number of draws is none of the samples.
    assert_eq!(with(json!("2"), json!([1, 2])), Ok(Outcome::OutOfScope { undefined: None }));
    for wrong in [json!([1, 1, 1]), json!([4]), json!([-1, 4]), json!([1.5, 1.5]), json!("3"), json!([])] {
        assert!(with(json!("3"), wrong.clone()).is_err(), "{wrong}");
    }
    assert!(with(json!("3"), json!([4_000_000_000u32, 1])).is_err(), "more draws than are ever gone through");
}

/// A claim about each sample, with the one that fails; and the same as a probability.
#[test]
fn a_search_goes_through_all_samples() {
    let each =
        statement("for    P: context, n in 1..2, S: sample(P, n)\nclaim  exists x in X(P): empirical(S)[x] != 1");
    let judgement = judge(&each, &scope("2x1:3", 10, 0));
    assert_eq!(judgement.verdict, Verdict::Refuted);
    let found = judgement.findings.violated.as_ref().expect("it is false");
    let sample = found.instance.values().find_map(|(_, value)| match value {
        Value::Sample(drawn) => Some(drawn.sample.counts().to_vec()),
        _ => None,
    });
    assert_eq!(sample, Some(vec![1]), "one point, drawn once, is the smallest");

    let all =
        statement("for    P: context, n in 1..2, S: sample(P, n)\nclaim  for all x in X(P): empirical(S)[x] <= 1");
    let judgement = judge(&all, &scope("2x1:3", 10, 0));
    // Of the tables [1], [1; 1] and [1; 2]: one sample of each size, or 2 and 3.
    assert_eq!((judgement.verdict, judgement.findings.coverage.instances), (Verdict::Survives, (1 + 1) + 2 * (2 + 3)));

    let law = statement(
        "for    P: context, n in 1..2\n\
         claim  prob(S: sample(P, n): exists x in X(P): empirical(S)[x] = 1) = sum(x in X(P): p(P)[x]^n)",
    );
    let judgement = judge(&law, &scope("3x1:4", 10, 5));
    assert_eq!((judgement.verdict, judgement.findings.coverage.violated), (Verdict::Survives, 0));
}

/// The one context of a domain of corrupted bits is found by the search, and only it is in the domain.
#[test]
fn corrupted_bits_are_one_context() {
    let clauses = "for    D in 0..2, alpha: rational, P: masked(D, alpha)\nclaim  N(P) = 2^D and M(P) = 3^D";
    let wide = statement(clauses);
    let judgement = judge(&wide, &scope("1x1:1", 100, 0));
    // Where alpha is 0 or 1 there are fewer views.
    assert_eq!(judgement.verdict, Verdict::Refuted);
    assert!(judgement.findings.coverage.undefined == 0 && judgement.findings.coverage.met > 10);
    let named = |value: &Value| matches!(value, Value::Context(context) if context.context().m() == 1);
    let found = judgement.findings.violated.as_ref().expect("it is false");
    assert!(found.instance.values().any(|(_, value)| named(value)), "the smallest is one bit that is masked");

    let masked = json!({ "x": ["a", "b"], "a": ["c", "d", "e"], "joint": [["1/4", "0", "1/4"], ["0", "1/4", "1/4"]] });
    let other = json!({ "x": ["a", "b"], "a": ["c", "d", "e"], "joint": [["1/4", "0", "1/4"], ["1/4", "0", "1/4"]] });
    let with = |alpha: &str, table: &Json| said(clauses, &json!({ "D": "1", "alpha": alpha, "P": table }));
    assert_eq!(with("1/2", &masked), Ok(Outcome::Holds));
    assert_eq!(with("1/3", &masked), Ok(Outcome::OutOfScope { undefined: None }));
    assert_eq!(with("1/2", &other), Ok(Outcome::OutOfScope { undefined: None }));
    assert!(matches!(with("2", &masked), Ok(Outcome::OutOfScope { undefined: Some(_) })));
}

/// What is too large is undecided, and said so; nothing is guessed.
#[test]
fn too_many_outcomes_are_undecided() {
    let statement = statement("for    P: context\nclaim  prob(S: sample(P, 100000): 1 = 1) = 1");
    let judgement = judge(&statement, &scope("2x1:2", 1, 0));
    assert_eq!(judgement.verdict, Verdict::Undecided);
    let (outcome_of_one_point, undecided) = (judgement.findings.coverage.met, judgement.findings.coverage.undecided);
    assert!(outcome_of_one_point + undecided == judgement.findings.coverage.instances && undecided > 0);
}
