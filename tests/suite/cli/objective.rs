//! `contexture objective`.

use super::contexture;
use crate::files::Scratch;
use serde_json::Value;

/// T has the eigenvalues 1, 1 and 1/2; the function (1, -1, 0) is that of 1/2.
const TABLE: &str = ",a,b,c\nx,3,1,0\ny,1,3,0\nz,0,0,4\n";

fn path(file: &Scratch) -> &str {
    file.path().to_str().expect("a path in Unicode")
}

fn report(arguments: &[&str]) -> Value {
    let output = contexture(&[&["objective"], arguments, &["--json"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("one JSON document")
}

/// `s_1 = 1` tells z from the others, `s_2^2 = 1/4` tells x from y.
#[test]
fn contrastive_value_minimum_and_competitor() {
    let (table, bad) = (Scratch::new("table.csv", TABLE), Scratch::new("bad.csv", "label,f\na,1\nb,-1\nc,0\n"));
    let found = report(&[path(&table), "--loss", "contrastive", "--psi", path(&bad)]);
    // q = 1/3 each: G = 2/3, G_T = 1/4 2/3, and G^2/2 - G_T = 2/9 - 1/6.
    assert_eq!(found["value"]["exact"], "1/18");
    assert_eq!(found["best"]["exact"], "-1/2");
    assert_eq!(found["excess"]["exact"], "5/9");
    assert_eq!(found["attained"], false);
    let better = found["better"]["psi"].as_array().expect("a better encoder").clone();
    let lines: Vec<String> = better
        .iter()
        .zip(["a", "b", "c"])
        .map(|(row, label)| format!("{label},{}", row[0].as_str().unwrap()))
        .collect();
    let good = Scratch::new("good.csv", format!("label,f\n{}\n", lines.join("\n")));
    let again = report(&[path(&table), "--loss", "contrastive", "--psi", path(&good)]);
    assert_eq!(again["value"]["exact"], found["better"]["value"]["exact"], "it is as good as it was said to be");
}

#[test]
fn a_pair_that_is_optimal() {
    let table = Scratch::new("table.csv", TABLE);
    let one = |label: [&str; 3]| format!("label,f\n{},1\n{},1\n{},1\n", label[0], label[1], label[2]);
    let (phi, psi) = (Scratch::new("phi.csv", one(["x", "y", "z"])), Scratch::new("psi.csv", one(["a", "b", "c"])));
    let found = report(&[path(&table), "--loss", "low-rank", "--phi", path(&phi), "--psi", path(&psi)]);
    assert_eq!((&found["value"]["exact"], &found["attained"]), (&"-1".into(), &true.into()));
    assert_eq!(found["better"], Value::Null);
    assert_eq!(found["optimum"]["phi"].as_array().map(Vec::len), Some(3));
}

#[test]
fn what_a_constraint_leaves_out_is_said() {
    let table = Scratch::new("table.csv", TABLE);
    let phi = Scratch::new("phi.csv", "label,f\nx,1\ny,-1\nz,0\n");
    let output = contexture(&["objective", path(&table), "--loss", "svme", "--phi", path(&phi)]);
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.contains("the covariance of Phi is not I"), "{text}");
    assert!(!text.contains("excess"), "{text}");
}

#[test]
fn wrong_calls_are_told() {
    let table = Scratch::new("table.csv", TABLE);
    let phi = Scratch::new("phi.csv", "label,f\nx,1\ny,-1\nz,0\n");
    let wrong: [(&[&str], &str); 5] = [
        (&["--loss", "contrastive"], "needs --psi FILE"),
        (&["--loss", "balanced", "--phi", path(&phi), "--weights", "1"], "takes no --weights"),
        (&["--loss", "nested", "--phi", path(&phi), "--weights", "2,1"], "expected 1 numbers"),
        (&["--loss", "nested", "--phi", path(&phi), "--weights", "x"], "expected a number"),
        (&["--loss", "denoising", "--psi", path(&phi)], "needs --target FILE"),
    ];
    for (arguments, message) in wrong {
        let output = contexture(&[&["objective", path(&table)], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(message), "{arguments:?}");
    }
    let symmetric = contexture(&["objective", path(&table), "--loss", "graph", "--phi", path(&phi)]);
    assert_eq!(symmetric.status.code(), Some(0));
    let lopsided = Scratch::new("lopsided.csv", ",a,b,c\nx,3,1,0\ny,0,3,0\nz,0,0,4\n");
    let output = contexture(&["objective", path(&lopsided), "--loss", "graph", "--phi", path(&phi)]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("symmetric"));
}
