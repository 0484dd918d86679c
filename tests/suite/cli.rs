//! The commands as a user meets them: what they print, where, and how they end.

mod objective;
mod sample;
mod verdicts;

use crate::files::Scratch;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in the repository's root.
fn contexture(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_contexture"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the program was built")
}

/// Everything that can be seen of a run.
fn shown(arguments: &[&str]) -> String {
    let output = contexture(arguments);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let code = output.status.code().expect("an exit code");
    let errors = text(&output.stderr);
    let errors = if errors.is_empty() { errors } else { format!("---- stderr\n{errors}") };
    format!("$ contexture {}\n{}{errors}---- exit code {code}\n", arguments.join(" "), text(&output.stdout))
}

const PHI: &str = "label,dark,cool\nBlack,1,0\nBrown,1/3,1\nRed,0,0.5\nBlond,-1,1\n";

#[test]
fn spectrum() {
    insta::assert_snapshot!("haireye", shown(&["spectrum", "data/haireye.csv"]));
    insta::assert_snapshot!("haireye-json", shown(&["spectrum", "data/haireye.csv", "--json", "--digits", "4"]));
    insta::assert_snapshot!("karate", shown(&["spectrum", "data/karate.csv", "--graph", "--digits", "6"]));
    insta::assert_snapshot!("smoke-digits", shown(&["spectrum", "data/smoke.csv", "--digits", "50"]));
}

#[test]
fn correspondence_analysis() {
    let arguments = ["spectrum", "data/smoke.csv", "--correspondence", "--digits", "4"];
    insta::assert_snapshot!("correspondence", shown(&arguments));
    let output = contexture(&[&arguments[..], &["--json"]].concat());
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    let analysis = &report["correspondence"];
    assert_eq!(analysis["axes"].as_array().map(Vec::len), Some(3));
    assert_eq!(analysis["rows"][0]["mass"]["exact"], "11/193");
}

#[test]
fn lipschitz_constants_of_positions() {
    let positions = Scratch::new("positions.csv", "label,z1,z2\nBlack,0,0\nBrown,1,0\nRed,1,1\nBlond,3,1/2\n");
    let path = positions.path().to_str().expect("a path in Unicode");
    let output = contexture(&["spectrum", "data/haireye.csv", "--positions", path, "--digits", "6"]);
    let text = String::from_utf8(output.stdout).expect("text");
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("Lipschitz")).collect();
    insta::assert_snapshot!("lipschitz", lines.join("\n"));
}

#[test]
fn spectrum_in_floats() {
    // The last digits of a float differ between machines; the first ones do not.
    let output = contexture(&["spectrum", "data/haireye.csv", "--float"]);
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.contains("\n1  0.20877265165") && text.contains("\n3  0.00259843922"), "{text}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn pairs_are_counted() {
    let pairs = Scratch::new("pairs.csv", "id,eye,hair\n1,blue,fair\n2,blue,dark\n3,brown,dark\n4,blue,fair\n");
    let path = pairs.path().to_str().expect("a path in Unicode");
    let output = contexture(&["spectrum", path, "--pairs", "--x", "eye", "--a", "hair", "--json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    // (2 1; 0 1): (2 1 - 1 0)^2 / (3 1 2 2) = 4/12
    assert_eq!(report["eigenvalues"][0]["exact"], "1/3");
    assert_eq!((&report["n"], &report["m"], &report["mass"]), (&2.into(), &2.into(), &"4".into()));
}

#[test]
fn compat() {
    insta::assert_snapshot!("compat", shown(&["compat", "data/haireye.csv", "--task", "1,0,0,-1/2"]));
    insta::assert_snapshot!(
        "compat-json",
        shown(&["compat", "data/smoke.csv", "--task", "1,1,0,0,0", "--json", "--digits", "5"])
    );
}

#[test]
fn encoder() {
    let phi = Scratch::new("phi.csv", PHI);
    let path = phi.path().to_str().expect("a path in Unicode");
    let shown = |extra: &[&str]| {
        shown(&[&["encoder", "data/haireye.csv", "--phi", path][..], extra].concat()).replace(path, "phi.csv")
    };
    insta::assert_snapshot!("encoder", shown(&["--eps", "0.7", "--task", "1,0,0,0"]));
    insta::assert_snapshot!("encoder-undefined", shown(&["--eps", "0.1"]));
    insta::assert_snapshot!("encoder-loose", shown(&["--eps", "3/5", "--width", "1/100", "--digits", "4", "--json"]));
}

#[test]
fn wrong_calls_and_wrong_input_end_with_two_and_one_line() {
    let short = Scratch::new("short.csv", "label,value\nBlack,1\n");
    let short = short.path().to_str().expect("a path in Unicode");
    for (arguments, message) in [
        (&["spectrum", "nowhere.csv"][..], "error: nowhere.csv: "),
        (&["spectrum", "data"], "error: data: "),
        (&["compat", "data/haireye.csv", "--task", "1,2"], "expected 4 values"),
        (&["compat", "data/haireye.csv", "--task", "1,1,1,1"], "undefined: the task is constant"),
        (&["compat", "data/haireye.csv", "--task", short], "Brown"),
        (&["encoder", "data/haireye.csv", "--phi", short, "--eps", "1/2"], "Brown"),
        (&["encoder", "data/haireye.csv", "--phi", short, "--eps", "-1"], "expected a positive number, found -1"),
        (&["encoder", "data/haireye.csv", "--phi", short, "--eps", "half"], "expected a number, found \"half\""),
        (&["spectrum", "data/haireye.csv", "--digits", "0"], "0"),
        (&["spectrum", "data/haireye.csv", "--pairs"], "--x"),
        (&["spectrum", "data/karate.csv", "--graph", "--pairs", "--x", "u", "--a", "v"], "cannot be used with"),
        (&["spectrum"], "FILE"),
        (&["spectre"], "spectrum"),
    ] {
        let output = contexture(arguments);
        let errors = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(errors.starts_with("error: ") && errors.contains(message), "{arguments:?}: {errors}");
        assert!(!errors.contains("panicked"), "{errors}");
    }
}

#[test]
fn an_output_file_appears_whole_or_not_at_all() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("output-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the target folder can be written");
    let target = folder.join("spectrum.json");
    let target_name = target.to_str().expect("a path in Unicode");
    let files = || std::fs::read_dir(&folder).expect("the folder is there").count();

    let bad = Scratch::new("bad.csv", ",a,b\nx,1,2\ny,1\n");
    let output = contexture(&["spectrum", bad.path().to_str().expect("Unicode"), "--output", target_name]);
    assert_eq!((output.status.code(), files()), (Some(2), 0), "bad input leaves no file");

    let output = contexture(&["spectrum", "data/smoke.csv", "--json", "--output", target_name]);
    assert_eq!((output.status.code(), output.stdout.len(), files()), (Some(0), 0, 1));
    let printed = contexture(&["spectrum", "data/smoke.csv", "--json"]).stdout;
    assert_eq!(std::fs::read(&target).expect("the file was written"), printed);

    let nowhere = folder.join("missing").join("file.json");
    let output = contexture(&["spectrum", "data/smoke.csv", "--output", nowhere.to_str().expect("Unicode")]);
    assert_eq!((output.status.code(), files()), (Some(2), 1));
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}

/// Accepted certificates end with 0, rejected ones with 1, files that cannot be read with 2.
#[test]
fn verify() {
    let folder = "tests/suite/certificates";
    let text = std::fs::read_to_string(format!("{folder}/rkhs-formula.json")).expect("a certificate");
    let zeros = format!("sha256:{}", "0".repeat(64));
    let claim = "proofs/foundations/rkhs-formula/statement.claim";
    let digest = contexture::certificate::digest(&std::fs::read_to_string(claim).expect("a statement"));
    let good = Scratch::new("good.json", text.replace(&zeros, &digest));
    let path = |scratch: &Scratch| scratch.path().to_str().expect("a path in Unicode").to_owned();
    let run = |arguments: &[&str]| {
        let output = contexture(arguments);
        (output.status.code(), String::from_utf8(output.stdout).expect("text"))
    };
    let (code, out) = run(&["verify", &path(&good)]);
    assert_eq!(code, Some(0), "of the ledger, by its digest");
    let expected = "accepted: rkhs-formula is refuted\n  at P = [1; 1] / 2, f = [0, 1], g = [0, 1]\n";
    assert_eq!(out, format!("{}: {expected}", path(&good)));
    let other = format!("{folder}/rkhs-formula.json");
    let (code, out) = run(&["verify", &path(&good), &other, "--statement", claim, "--json"]);
    assert_eq!(code, Some(1), "a digest of zeros");
    let report: serde_json::Value = serde_json::from_str(&out).expect("one JSON document");
    assert_eq!(report["version"], 1);
    assert_eq!(report["certificates"][0]["accepted"], true);
    assert_eq!(report["certificates"][0]["finding"], "refuted");
    assert_eq!(report["certificates"][1]["accepted"], false);
    assert_eq!(report["certificates"][1]["step"], "digest");
    assert!(report["certificates"][1]["reason"].as_str().expect("a reason").starts_with("digest: the statement has"));
    let broken = Scratch::new("broken.json", &text[..100]);
    let (code, out) = run(&["verify", &path(&broken)]);
    assert!(code == Some(1) && out.contains("rejected:\n  format: EOF"), "{out}");
    assert_eq!(run(&["verify", "no-such-file.json"]).0, Some(2));
    assert_eq!(run(&["verify", &other]).0, Some(2), "of no statement that is known");
}
