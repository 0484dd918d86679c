//! The witness `pencil`: accepted where it is true and about what is asked for, forged ones rejected.

use super::{assert_says, verdict};
use contexture::certificate::{Certificate, digest};
use contexture::check::check_asking;
use contexture::statement::{format, read};
use serde_json::{Value as Json, json};

/// A certificate that `[2 1; 1 2]`, whose eigenvalues are 3 and 1, refutes a claim about it.
fn document(claim: &str) -> (contexture::statement::tree::Statement, Json) {
    let text = format!("statement mine\nsource own\n\nfor    B: matrix(2, 2)\nclaim  {claim}\n");
    let statement = read(&text).unwrap_or_else(|found| panic!("{claim}: {found:?}"));
    let matrix = json!([["2", "1"], ["1", "2"]]);
    let bounds = json!([
        { "index": 1, "lower": "3", "family": [["1", "1"]], "floor": "2", "lower_psd": [], "floor_psd": [],
          "upper": "3", "outside": [], "multiplier": "0", "upper_psd": [] },
        { "index": 2, "lower": "1", "family": [["1", "0"], ["0", "1"]], "floor": "1", "lower_psd": [], "floor_psd": [],
          "upper": "1", "outside": [["1", "1"]], "multiplier": "1", "upper_psd": [] },
    ]);
    let witness = json!({ "of": "pencil", "form": matrix, "mass": [["1", "0"], ["0", "1"]], "bounds": bounds });
    let certificate = json!({
        "version": 1, "statement": digest(&format(&statement.text).expect("well formed")), "finding": "refuted",
        "instance": { "B": matrix }, "witnesses": [witness],
    });
    (statement, certificate)
}

const CLAIM: &str = "eigenvalue(B, 1) <= 2 or eigenvalue(B, 2) > 1";

fn rejected(change: impl FnOnce(&mut Json)) -> String {
    let (statement, mut forged) = document(CLAIM);
    change(&mut forged["witnesses"][0]);
    verdict(&statement, &forged).expect_err("a forged certificate was accepted").to_string()
}

#[test]
fn true_pencils_are_believed_for_their_matrices() {
    let claims = [
        CLAIM,
        "eigenvalue(B, 1) != 3",
        "eigenvalue(B, 2) >= eigenvalue(B, 1)",
        "generalised_eigenvalue(B, identity(2), 2) != 1",
        "eigenvalue(B, 1) + eigenvalue(B, 2) != trace(B)",
    ];
    for claim in claims {
        let (statement, document) = document(claim);
        verdict(&statement, &document).unwrap_or_else(|e| panic!("{claim}: {e}"));
    }
    let refused = |claim: &str, reason: &str| {
        let (statement, document) = document(claim);
        assert_says(&verdict(&statement, &document).unwrap_err().to_string(), reason);
    };
    refused("eigenvalue(B, 1) = 3", "holds: ");
    refused("eigenvalue(2 * B, 1) = 5", "not shown: 5:8: `eigenvalue(2 * B, 1)`: no witness bounds");
    refused("generalised_eigenvalue(identity(2), B, 1) = 5", "not shown: ");
    refused("eigenvalue(B, 3) = 0", "finding: the file says refuted, but");
    refused("eigenvalue(B * column(B, 1) * transpose(column(B, 1)), 1) = 0", "finding: ");
    refused("generalised_eigenvalue(B, -B, 1) = 0", "finding: ");
    refused("generalised_eigenvalue(B, 0 * B, 1) = 0", "finding: ");
}

#[test]
fn forged_pencils() {
    let says =
        |reason: String, expected: &str| assert_says(&reason, &format!("witness: witness 1, of pencil: {expected}"));
    let bound = |k: usize, change: &dyn Fn(&mut Json)| rejected(|w| change(&mut w["bounds"][k]));
    // A bound off.
    says(bound(0, &|b| b["lower"] = json!("31/10")), "lower bound of number 1: what the squares leave");
    says(bound(0, &|b| b["upper"] = json!("29/10")), "upper bound of number 1: what the squares leave");
    says(bound(1, &|b| b["lower"] = json!("11/10")), "lower bound of number 2: what the squares leave");
    says(bound(1, &|b| b["upper"] = json!("9/10")), "upper bound of number 2: what the squares leave");
    // A family of the wrong rank or number.
    says(bound(0, &|b| b["family"] = json!([["0", "0"]])), "lower bound of number 1");
    says(bound(1, &|b| b["family"] = json!([["1", "1"], ["1", "1"]])), "lower bound of number 2");
    says(bound(1, &|b| b["family"] = json!([["1", "1"]])), "lower bound of number 2: expected 2 functions of 2");
    says(bound(1, &|b| b["outside"] = json!([])), "upper bound of number 2: expected 1 functions of 2");
    says(bound(1, &|b| b["outside"] = json!([["1", "-1"]])), "upper bound of number 2: what");
    says(bound(1, &|b| b["outside"] = json!([["1"]])), "upper bound of number 2: expected 1 functions of 2");
    // Signs.
    says(bound(1, &|b| b["multiplier"] = json!("-1")), "upper bound of number 2: the multiplier is negative");
    says(bound(0, &|b| b["floor"] = json!("0")), "lower bound of number 1: the floor is not positive");
    says(bound(0, &|b| b["floor"] = json!("3")), "lower bound of number 1: what the squares leave");
    says(rejected(|w| w["form"] = json!([["-2", "-1"], ["-1", "-2"]])), "lower bound of number 1");
    says(
        bound(0, &|b| b["lower_psd"] = json!([{ "weight": "-1", "vector": ["1"] }])),
        "lower bound of number 1: a square has a negative weight",
    );
    // Another pencil than it says, or none.
    says(rejected(|w| w["form"] = json!([["2", "0"], ["0", "2"]])), "lower bound of number 1");
    says(rejected(|w| w["form"] = json!([["2", "1"], ["0", "2"]])), "the form is not symmetric");
    says(rejected(|w| w["form"] = json!([["2", "1"]])), "the form is not square");
    says(rejected(|w| w["form"] = json!([])), "the form has not 1 to 64 rows");
    says(rejected(|w| w["mass"] = json!([["1"]])), "the form and the mass have different sizes");
    says(rejected(|w| w["mass"] = json!([["1", "1"], ["0", "1"]])), "the mass is not symmetric");
    says(rejected(|w| w["mass"] = json!([["1", "1"], ["1", "1"]])), "the mass is not positive definite");
    says(rejected(|w| w["mass"] = json!([["1", "2"], ["2", "1"]])), "the mass is not positive definite");
    says(rejected(|w| w["mass"] = json!([["-1", "0"], ["0", "-1"]])), "the mass is not positive definite");
    says(rejected(|w| w["mass"] = json!([["0", "0"], ["0", "0"]])), "the mass is not positive definite");
    says(rejected(|w| w["mass"] = json!([["2", "0"], ["0", "2"]])), "lower bound of number 1");
    // Swapped.
    let swapped = rejected(|w| {
        let form = w["form"].take();
        w["form"] = w["mass"].take();
        w["mass"] = form;
    });
    says(swapped, "lower bound of number 1");
    let indices = rejected(|w| {
        w["bounds"][0]["index"] = json!(2);
        w["bounds"][1]["index"] = json!(1);
    });
    says(indices, "lower bound of number 2: expected 2 functions");
    let halves = rejected(|w| {
        w["bounds"][0]["lower"] = json!("4");
        w["bounds"][0]["upper"] = json!("2");
    });
    says(halves, "lower bound of number 1");
    says(bound(0, &|b| b["index"] = json!(0)), "there is no eigenvalue 0 to bound");
    says(bound(0, &|b| b["index"] = json!(3)), "there is no eigenvalue 3 to bound");
    // Bounds of no value need nothing elsewhere; here they need all of their members.
    for name in ["family", "floor", "lower_psd", "floor_psd", "outside", "multiplier", "upper_psd"] {
        let without = |lower: &'static str, upper: &'static str| {
            bound(1, &|b| {
                (b["lower"], b["upper"]) = (json!(lower), json!(upper));
                drop(b.as_object_mut().expect("an object").remove(name));
            })
        };
        for (lower, upper) in [("1", "1"), ("0", "1"), ("-5", "9")] {
            says(without(lower, upper), &format!("the bounds of number 2 need the member {name}"));
        }
    }
    // True, and of no use.
    let wide = rejected(|w| w["bounds"][0]["lower"] = json!("1"));
    assert_says(&wide, "not shown: 5:8: `eigenvalue(B, 1) <= 2`: the bounds do not decide it");
    assert_says(
        &rejected(|w| drop(w["bounds"].as_array_mut().unwrap().remove(0))),
        "not shown: 5:8: `eigenvalue(B, 1)`",
    );
    let others = rejected(|w| {
        w["form"] = json!([["3", "0"], ["0", "3"]]);
        drop(w["bounds"].as_array_mut().unwrap().remove(1));
    });
    assert_says(&others, "not shown: 5:8: `eigenvalue(B, 1)`: no witness bounds this eigenvalue");
}

/// A negative eigenvalue, and a mass other than the identity.
#[test]
fn negative_values() {
    let text = "statement mine\nsource own\n\nfor    B: matrix(2, 2), C: matrix(2, 2)\n\
                claim  generalised_eigenvalue(B, C, 2) >= -2\n";
    let statement = read(text).unwrap();
    let (form, mass) = (json!([["-3", "0"], ["0", "1"]]), json!([["1", "0"], ["0", "4"]]));
    let certificate = json!({
        "version": 1, "statement": digest(&format(text).unwrap()), "finding": "refuted",
        "instance": { "B": form, "C": mass },
        "witnesses": [{ "of": "pencil", "form": form, "mass": mass, "bounds": [{
            "index": 2, "lower": "-4", "family": [["1", "0"], ["0", "1"]], "floor": "1", "lower_psd": [], "floor_psd": [],
            "upper": "-3", "outside": [["0", "1"]], "multiplier": "1", "upper_psd": [],
        }] }],
    });
    verdict(&statement, &certificate).expect("-3 is less than -2");
    let mut forged = certificate.clone();
    forged["witnesses"][0]["bounds"][0]["upper"] = json!("-4");
    assert_says(&verdict(&statement, &forged).unwrap_err().to_string(), "witness: witness 1, of pencil: upper bound");
    let mut one = certificate.clone();
    one["witnesses"][0]["bounds"][0]["multiplier"] = json!("0");
    assert_says(&verdict(&statement, &one).unwrap_err().to_string(), "witness: witness 1, of pencil: upper bound");
}

/// Whoever makes a certificate is told once of each eigenvalue that the walk asks for, with or without a witness.
#[test]
fn what_is_asked_for() {
    let (statement, mut document) = document("eigenvalue(B, 1) + eigenvalue(B, 2) + eigenvalue(B, 1) != 7");
    let indices = |document: &Json| {
        let certificate = Certificate::parse(document.to_string().as_bytes()).expect("it is a certificate");
        check_asking(&statement, &certificate).1.iter().map(|asked| asked.index).collect::<Vec<_>>()
    };
    assert_eq!(indices(&document), [1, 2]);
    document["witnesses"] = json!([]);
    assert_eq!(indices(&document), [1, 2]);
}
