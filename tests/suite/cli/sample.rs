//! `contexture sample` and `contexture curve`.

use super::{contexture, shown};
use crate::files::Scratch;
use serde_json::Value;

fn path(file: &Scratch) -> &str {
    file.path().to_str().expect("a path in Unicode")
}

fn report(arguments: &[&str], code: i32) -> Value {
    let output = contexture(&[arguments, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON document")
}

/// Irrational singular functions; four hair colours.
#[test]
fn curves_of_a_real_table() {
    let arguments = ["curve", "data/haireye.csv", "--task", "1,0,0,-1", "--draws", "1..6", "--features", "0..3"];
    insta::assert_snapshot!("curve", shown(&arguments));
    insta::assert_snapshot!("curve-ridge", shown(&[&arguments[..], &["--ridge", "1/10", "--digits", "4"]].concat()));
}

/// Ties, exact numbers, rises.
#[test]
fn curves_with_ties() {
    let table = Scratch::new("table.csv", ",a,b,c\nx,2,1,1\ny,1,2,1\nz,1,1,2\n");
    let arguments = ["curve", path(&table), "--task", "1,0,0", "--draws", "1..3,8", "--features", "0..2"];
    insta::assert_snapshot!("curve-tied", shown(&arguments).replace(path(&table), "table.csv"));
    insta::assert_snapshot!("curve-json", {
        let short = ["curve", path(&table), "--task", "1,0,0", "--draws", "2", "--features", "1", "--json"];
        shown(&short).replace(path(&table), "table.csv")
    });
    // One feature of the user's that is the task: two draws that differ are enough, 1 - 5/9 of the pairs... by hand:
    // the error is 0 unless all draws have one value; then it is the error of a constant.
    let phi = Scratch::new("phi.csv", "label,f\nx,1\ny,0\nz,0\n");
    let found = report(
        &["curve", path(&table), "--task", "1,0,0", "--phi", path(&phi), "--draws", "1..2", "--features", "1"],
        0,
    );
    // One draw: x (1/3) is fitted by 1, error 2/3; else by 0, error 1/3: 2/9 + 2/9. Two: (1/9) 2/3 + (4/9) 1/3.
    assert_eq!(found["curves"][0]["points"][0]["total"]["exact"], "4/9");
    assert_eq!(found["curves"][0]["points"][1]["total"]["exact"], "2/9");
    assert_eq!(found["curves"][0]["approximation"]["exact"], "0");
}

#[test]
fn a_picture_of_the_curves() {
    let table = Scratch::new("table.csv", ",a,b,c\nx,2,1,1\ny,1,2,1\nz,1,1,2\n");
    let picture = Scratch::new("curve.svg", "");
    let arguments = ["curve", path(&table), "--task", "1,0,0", "--draws", "1..4", "--features", "0..2"];
    let run = contexture(&[&arguments[..], &["--picture", path(&picture)]].concat());
    assert_eq!(run.status.code(), Some(0));
    insta::assert_snapshot!("curve-svg", std::fs::read_to_string(picture.path()).expect("a picture"));
}

#[test]
fn what_is_beyond_the_budget_is_undecided() {
    let arguments =
        ["curve", "data/haireye.csv", "--task", "1,0,0,0", "--draws", "2,9", "--features", "0", "--budget", "100"];
    insta::assert_snapshot!("curve-budget", shown(&arguments));
}

#[test]
fn samples_of_a_real_table() {
    let arguments = ["sample", "data/haireye.csv", "--draws", "6", "--at-least", "5/4", "--digits", "5"];
    insta::assert_snapshot!("sample", shown(&arguments));
    insta::assert_snapshot!("sample-partial", shown(&[&arguments[..], &["--budget", "60"]].concat()));
}

/// Two points that are told apart: k = [x = y] / p, so l^_1 is the larger share times 2.
#[test]
fn samples_by_hand() {
    let table = Scratch::new("table.csv", ",a,b\nx,1,0\ny,0,1\n");
    let found = report(&["sample", path(&table), "--draws", "2", "--delta", "1/20", "--at-least", "2"], 0);
    assert_eq!((&found["outcomes"], &found["covered"]["exact"]), (&"3".into(), &"1".into()));
    let first = &found["sums"][0];
    // 2 with probability 1/2, else 1.
    assert_eq!(first["mean"]["exact"], "3/2");
    assert_eq!(first["bias"]["exact"], "1/2");
    assert_eq!(first["variance"]["exact"], "1/4");
    assert_eq!(first["tail"]["probability"]["exact"], "1/2");
    assert_eq!((&first["least"]["exact"], &first["largest"]["exact"]), (&"1".into(), &"2".into()));
    let medians: Vec<&Value> =
        first["quantiles"].as_array().expect("quantiles").iter().map(|q| &q["value"]["exact"]).collect();
    assert_eq!(medians, ["1", "1", "1", "2", "2"]);
    // v = E k(X,X)^2 - 2 = 2: the bound is sqrt(2 / 2) = 1.
    assert_eq!(first["rate"]["bound"]["exact"], "1");
    assert_eq!(first["rate"]["holds"], true);
    // kappa^2 / 4 = 1/2: every outcome is as far from the mean.
    assert_eq!(first["deviations"][2]["probability"]["exact"], "1");
    assert_eq!(found["sums"][1]["gap"]["defined"]["exact"], "1/2");
    let text = contexture(&["sample", path(&table), "--draws", "2", "--delta", "1/20"]);
    assert!(String::from_utf8_lossy(&text.stdout).contains("P(the gap has a value)"));
}

/// The page for users shows what the commands print.
#[test]
fn the_page_is_up_to_date() {
    let page = include_str!("../../../docs/samples.md");
    let commands: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("contexture ")).collect();
    assert_eq!(commands.len(), 3, "{commands:?}");
    for command in commands {
        let mut words: Vec<&str> = command.split_whitespace().collect();
        if let Some(place) = words.iter().position(|word| *word == "--picture") {
            words.drain(place..place + 2);
        }
        let printed = String::from_utf8(contexture(&words).stdout).expect("text");
        assert!(page.contains(&format!("```text\n{printed}```\n")), "{command}\n{printed}");
    }
}

#[test]
fn wrong_calls_are_told() {
    let curve = |extra: &[&'static str]| [&["curve", "data/haireye.csv"], extra].concat();
    let sample = |extra: &[&'static str]| [&["sample", "data/haireye.csv"], extra].concat();
    for (arguments, message) in [
        (curve(&[]), "--task"),
        (curve(&["--task", "1,2"]), "expected 4 values"),
        (curve(&["--task", "1,0,0,0", "--draws", "5..2"]), "5..2 is empty"),
        (curve(&["--task", "1,0,0,0", "--draws", "0..2"]), "one draw or more"),
        (curve(&["--task", "1,0,0,0", "--draws", "x"]), "expected numbers or ranges"),
        (curve(&["--task", "1,0,0,0", "--draws", "5000"]), "at most 2048 draws"),
        (curve(&["--task", "1,0,0,0", "--features", "4"]), "there are 3 singular functions"),
        (curve(&["--task", "1,0,0,0", "--ridge", "0"]), "expected a positive number"),
        (curve(&["--task", "1,0,0,0", "--budget", "0"]), "0"),
        (curve(&["--task", "1,0,0,0", "--phi", "nowhere.csv"]), "nowhere.csv"),
        (sample(&[]), "--draws"),
        (sample(&["--draws", "0"]), "expected 1 to 2048"),
        (sample(&["--draws", "1000000000000"]), "expected 1 to 2048"),
        (sample(&["--draws", "-1"]), "-1"),
        (sample(&["--draws", "2", "--features", "5"]), "expected 1 to 4"),
        (sample(&["--draws", "2", "--at-least", "x"]), "expected a number"),
        (sample(&["--draws", "2", "--delta", "1"]), "below 1"),
    ] {
        let output = contexture(&arguments);
        let errors = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
        assert!(errors.contains(message) && output.stdout.is_empty(), "{arguments:?}: {errors}");
        assert!(!errors.contains("panicked"), "{errors}");
    }
}
