//! `audit`, `check` and `format` as a user meets them.

use super::contexture;
use crate::files::Scratch;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

fn path_of(file: &Scratch) -> &str {
    file.path().to_str().expect("a path in Unicode")
}

/// The console blocks of the tutorial are what the program prints. `CONTEXTURE_UPDATE=1` writes them anew.
#[test]
fn the_tutorial_is_what_happens() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tutorial.md");
    let written = std::fs::read_to_string(&page).expect("the tutorial");
    let mut current = String::new();
    let mut commands = 0;
    let mut lines = written.lines();
    while let Some(line) = lines.next() {
        current.push_str(&format!("{line}\n"));
        if line != "```console" {
            continue;
        }
        let command = lines.next().expect("a command");
        let arguments: Vec<&str> =
            command.strip_prefix("$ contexture ").expect("a command").split_whitespace().collect();
        let output = contexture(&arguments);
        let text = [output.stdout, output.stderr].concat();
        current.push_str(&format!("{command}\n{}```\n", String::from_utf8(text).expect("text")));
        lines.by_ref().find(|l| *l == "```").expect("the end of a block");
        commands += 1;
    }
    assert!(commands >= 4);
    if std::env::var_os("CONTEXTURE_UPDATE").is_some() {
        std::fs::write(&page, &current).expect("the tutorial can be written");
    }
    assert!(written == current, "docs/tutorial.md is not current: run the tests with CONTEXTURE_UPDATE=1");
}

const SMALL: [&str; 4] = ["--scope", "2x2:3", "--random", "5"];

#[test]
fn exit_codes_follow_the_verdicts() {
    let file = |clauses: &str| Scratch::new("s.claim", format!("statement s\nsource    own\n{clauses}\n"));
    for (clauses, code, verdict) in [
        ("\nfor    P: context\nclaim  N(P) >= 1", 0, "s: survives"),
        ("\nfor    P: context\nclaim  N(P) >= 2", 1, "s: refuted"),
        ("\nfor    P: context\nclaim  s(P, 1) >= 0", 1, "s: ill-posed"),
        ("expect    refuted\n\nfor    P: context\nclaim  N(P) >= 2", 0, "s: refuted"),
        ("expect    refuted\n\nfor    P: context\nclaim  N(P) >= 1", 1, "s: survives, expected refuted"),
        ("\nfor    P: context\nclaim  ln(2) + ln(3) = ln(6)", 3, "s: undecided"),
        ("\nfor    P: context\nassume N(P) = 0\nclaim  1 = 2", 3, "no instance met the hypotheses"),
        ("\nclaim  1 = 1", 0, "s: survives"),
        ("\nfor    eps: rational\nclaim  eps^2 >= eps", 1, "eps = 1/2"),
    ] {
        let file = file(clauses);
        let output = contexture(&[&["check", path_of(&file)], &SMALL[..]].concat());
        let text = String::from_utf8(output.stdout).expect("text");
        assert_eq!(output.status.code(), Some(code), "{clauses}: {text}");
        assert!(text.contains(verdict), "{clauses}: {text}");
    }
}

#[test]
fn wrong_statements_and_wrong_scopes_end_with_two() {
    let good = Scratch::new("good.claim", "statement s\nsource    own\n\nfor    P: context\nclaim  N(P) >= 1\n");
    let deep = format!("statement s\nsource    own\n\nclaim  {}1{} = 1\n", "(".repeat(10_000), ")".repeat(10_000));
    let files: Vec<(Scratch, &str)> = [
        (String::new(), "1:1"),
        ("statement s\nsource    own\n\nclaim  N(P) = 1\n".into(), "4:10"),
        ("statement s\nsource    own\n\nfor    P: context\nclaim  N(P)\n".into(), "5:8"),
        (deep, "nested"),
        ("x".repeat(70_000), "at most 65536 bytes"),
    ]
    .into_iter()
    .map(|(text, message)| (Scratch::new("bad.claim", text), message))
    .collect();
    for (file, message) in &files {
        let output = contexture(&["check", path_of(&good), path_of(file)]);
        let errors = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(2), "{message}: {errors}");
        assert!(output.stdout.is_empty() && errors.contains(message), "{message}: {errors}");
        assert!(errors.len() < 2000 && !errors.contains("panicked"), "{errors}");
    }
    let latin = Scratch::new("latin.claim", b"statement \xe9\n");
    for (arguments, message) in [
        (&["check", "nowhere.claim"][..], "nowhere.claim"),
        (&["check", "docs"], "docs"),
        (&["check", path_of(&latin)], "UTF-8"),
        (&["check"], "STATEMENTS"),
        (&["check", path_of(&good), path_of(&good)], "two files state s"),
        (&["check", path_of(&good), "--scope", "99x99:9"], "--scope: expected at most 8"),
        (&["check", path_of(&good), "--scope", "8x8:30"], "more than the"),
        (&["check", path_of(&good), "--scope", "deep"], "expected a scope like 3x3:7"),
        (&["check", path_of(&good), "--effort", "0"], "effort"),
        (&["check", path_of(&good), "--on", "nowhere.csv"], "nowhere.csv"),
        (&["check", path_of(&good), "--resume", "nowhere.json"], "nowhere.json"),
        (&["check", path_of(&good), "--resume", "data/haireye.csv"], "an interrupted run"),
        (&["tightness", "proofs/foundations/adjoint/statement.claim"], "adjoint: the claim is not one inequality"),
        (&["tightness", path_of(&good), "--resume", "Cargo.toml"], "an interrupted run"),
        (&["tightness"], "STATEMENTS"),
        (&["audit", "--only", "encoder-bond"], "the ledger has no statement encoder-bond"),
        (&["audit", "--only", "encoder"], "perhaps average-encoder"),
        (&["audit", "nowhere.csv"], "nowhere.csv"),
    ] {
        let output = contexture(arguments);
        let errors = String::from_utf8(output.stderr).expect("text");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
        assert!(output.stdout.is_empty() && errors.contains(message), "{arguments:?}: {errors}");
    }
}

#[test]
fn the_nearest_instance_of_a_bound_is_told() {
    let arguments = ["tightness", "docs/tightness/complexity-marginal.claim", "--scope", "2x2:4", "--random", "0"];
    insta::assert_snapshot!("tightness", super::shown(&arguments));
    let output = contexture(&[&arguments[..], &["--json"]].concat());
    let report: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!((&report["bounds"][0]["largest"], &report["bounds"][0]["fails"]), (&"1.000000".into(), &false.into()));
    assert!(report["bounds"][0]["instance"]["P"]["joint"].is_array());
    // A bound that fails ends with 1, and has ratios where it holds.
    let wrong = Scratch::new("w.claim", "statement w\nsource    own\n\nfor    P: context\nclaim  N(P) < M(P)\n");
    let output = contexture(&[&["tightness", path_of(&wrong)], &SMALL[..]].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).expect("text").contains("w (fails)"));
}

#[test]
fn one_statement_of_the_ledger_is_told_in_full() {
    let arguments = ["audit", "--only", "trace-gap-at-optimum", "--scope", "3x3:4", "--random", "0"];
    insta::assert_snapshot!("audit-only", super::shown(&arguments));
    let output = contexture(&[&arguments[..], &["--json"]].concat());
    insta::assert_snapshot!("audit-only-json", String::from_utf8(output.stdout).expect("text"));
}

#[test]
fn a_table_of_the_users_is_audited() {
    let output = contexture(&["audit", "data/smoke.csv", "--effort", "8", "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    let statements = report["statements"].as_array().expect("a list");
    assert_eq!(statements.len(), contexture::ledger::entries().len());
    let of = |id: &str| statements.iter().find(|s| s["id"] == id).expect("it is in the ledger");
    assert_eq!(of("unit")["verdict"], "proved");
    assert_eq!(of("unit")["scope"]["exhaustive"], Value::Null);
    assert!(statements.iter().all(|s| s["as_expected"] == true), "{report}");
}

#[test]
fn formatting_changes_only_what_is_not_in_form() {
    let loose = Scratch::new("loose.claim", "statement s\nsource own\nfor P:context\nclaim N( P )>=1\n");
    let read = || std::fs::read_to_string(loose.path()).expect("the file");
    let before = read();
    assert_eq!(contexture(&["format", "--check", path_of(&loose)]).status.code(), Some(1));
    assert_eq!(read(), before);
    assert_eq!(contexture(&["format", path_of(&loose)]).status.code(), Some(0));
    assert_eq!(read(), "statement s\nsource    own\n\nfor    P: context\nclaim  N(P) >= 1\n");
    assert_eq!(contexture(&["format", "--check", path_of(&loose)]).status.code(), Some(0));
}

/// Ctrl-C: what was found so far is printed, the rest can be done later, and the two together are the whole.
#[cfg(unix)]
#[test]
fn a_statement_is_written_for_coq() {
    let clauses = "statement s\nsource    own\n\nfor    P: context, t: rational\nclaim  s(P, 1) / t >= 0\n";
    let good = Scratch::new("good.claim", clauses);
    let output = contexture(&["coq", path_of(&good)]);
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.ends_with("forall t : R,\n  (1 < N)%N /\\ t != 0 /\\ 0 <= s P 1 / t.\n"), "{text}");
    // Of two files that cannot both be written, none is.
    let other = Scratch::new("other.claim", clauses.replace("s(P, 1)", "decay_rate(P)"));
    let output = contexture(&["coq", path_of(&good), path_of(&other)]);
    assert_eq!(output.status.code(), Some(2));
    let message = String::from_utf8(output.stderr).expect("text");
    assert!(
        output.stdout.is_empty() && message.contains("no proposition of Coq says this yet: decay_rate(P)"),
        "{message}"
    );
    let wrong = Scratch::new("wrong.claim", clauses.replace("s(P, 1)", "nothing(P)"));
    assert_eq!(contexture(&["coq", path_of(&wrong)]).status.code(), Some(2));
}

#[test]
fn an_interrupted_audit_goes_on() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("interrupted-{}", std::process::id()));
    let folder_name = folder.to_str().expect("a path in Unicode").to_owned();
    let scope = ["--only", "adjoint,unit", "--scope", "4x4:9", "--random", "40", "--effort", "300", "--json"];
    let arguments = [&["audit", "--out", &folder_name], &scope[..]].concat();
    let child = Command::new(env!("CARGO_BIN_EXE_contexture"))
        .args(&arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program was built");
    std::thread::sleep(Duration::from_millis(1500));
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(killed.expect("kill is there").success());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(130), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!(report["interrupted"], true);
    let seen = &report["statements"].as_array().expect("a list").last().expect("one was begun")["scope"];
    assert!(seen["random_contexts"] == 0 && seen["contexts"].as_u64() < Some(20_000), "{seen}");
    let saved = folder.join("resume.json");
    let changed = contexture(&["audit", "--only", "unit", "--resume", saved.to_str().expect("Unicode")]);
    assert_eq!(changed.status.code(), Some(2), "another scope");
    // The whole would take long: the smaller rest is skipped by saying that it is done.
    let text = std::fs::read_to_string(&saved).expect("it was written");
    let mut state: Value = serde_json::from_str(&text).expect("JSON");
    for (_, search) in state["searches"].as_object_mut().expect("searches") {
        search["progress"] = serde_json::json!({ "random": 39 });
    }
    std::fs::write(&saved, state.to_string()).expect("the folder can be written");
    let arguments = [&["audit", "--resume", saved.to_str().expect("Unicode")], &scope[..]].concat();
    let output = contexture(&arguments);
    let report: Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    assert_eq!((output.status.code(), &report["interrupted"]), (Some(0), &Value::Bool(false)));
    assert_eq!(report["statements"].as_array().map(Vec::len), Some(2));
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}
