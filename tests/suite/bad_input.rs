//! Every kind of bad file meets one message that says where, what was expected and what was found.

use super::files::Scratch;
use contexture::context::read::{
    Form, MAX_BYTES, ZeroMass, parse_function, read, read_encoder, read_function, read_table,
};
use contexture::context::{A, Context, MAX_POINTS, X};
use contexture::error::Error;
use std::path::Path;

/// The message with the name of the file taken out: `:line:column: ...`.
fn message(path: &Path, error: &Error) -> String {
    let message = error.to_string();
    assert!(!message.contains('\n'), "one line: {message}");
    assert!(message.len() < 400, "a short line: {message}");
    message.strip_prefix(path.to_str().unwrap()).unwrap_or(&message).to_string()
}

fn refused(form: &Form, zero_mass: ZeroMass, content: &[u8]) -> String {
    let file = Scratch::new("bad", content);
    let error = read(file.path(), form, zero_mass).expect_err(&String::from_utf8_lossy(content));
    message(file.path(), &error)
}

fn check(form: &Form, cases: &[(&str, &str)]) {
    for (content, expected) in cases {
        assert_eq!(&refused(form, ZeroMass::Remove, content.as_bytes()), expected, "{content:?}");
    }
}

#[test]
fn tables() {
    check(
        &Form::Table,
        &[
            ("", ":1:1: expected a header, found an empty file"),
            ("\u{feff}", ":1:1: expected a header, found an empty file"),
            ("\n\r\n \n", ":1:1: expected a header, found an empty file"),
            (",s,t", ":2:1: expected a line below the header, found the end of the file"),
            ("\n,s,t\n\n", ":3:1: expected a line below the header, found the end of the file"),
            ("x\nu", ":1:2: expected at least 2 fields, found 1"),
            ("x;s;t\nu;1;2", ":1:2: expected at least 2 fields, found 1 (fields are separated by commas)"),
            (",s,t\nu,1", ":2:3: expected 3 fields, found 2"),
            (",s,t\nu,1,2,3\n", ":2:4: expected 3 fields, found 4"),
            (",s,t\r\nu,1,2\r\n\r\nv,1,2,\r\n", ":4:4: expected 3 fields, found 4"),
            (",s,t\nu,1,-2", ":2:3: expected a weight that is not negative, found \"-2\""),
            (",s,t\nu,1,-1/2", ":2:3: expected a weight that is not negative, found \"-1/2\""),
            (",s,t\nu,1,two", ":2:3: expected a number, found \"two\""),
            (",s,t\nu,,2", ":2:2: expected a number, found nothing"),
            (",s,t\nu,1/0,2", ":2:2: expected a number, found \"1/0\" with denominator zero"),
            (
                ",s,t\nu,1,NaN",
                ":2:3: expected a number, found \"NaN\" (missing and infinite values have no place in a table of counts)",
            ),
            (
                ",s,t\nu,-inf,1",
                ":2:2: expected a number, found \"-inf\" (missing and infinite values have no place in a table of counts)",
            ),
            (
                ",s,t\nu,\"1,000\",1",
                ":2:2: expected a number, found \"1,000\" (write numbers without separators, with a point for decimals)",
            ),
            (",s,t\nu,0x10,1", ":2:2: expected a number, found \"0x10\""),
            (
                ",s,t\nu,1e999999999999,1",
                ":2:2: expected a number, found the exponent 999999999999, and 1000 is the largest that is read",
            ),
            (",s,t\nu,1,2\nv,3,4\nu,5,6", ":4:1: expected distinct rows, found \"u\" again (first on line 2)"),
            (",s,t,s\nu,1,2,3", ":1:4: expected distinct columns, found \"s\" again (first on line 1)"),
            (",s,t\n,1,2", ":2:1: expected a label, found nothing"),
            (",s,t\n\" \",1,2", ":2:1: expected a label, found \" \""),
            (",s,\nu,1,2", ":1:3: expected a label, found nothing"),
            (",s,t\nu,0,0\nv,0,0.0", ": expected some mass, found only zeros"),
            (",s,t\nu,\"1,2\nv,3,4", ":2:2: expected a closing quote, found the end of the file"),
            (",s,t\n\"u\"v,1,2", ":2:1: expected a comma or a line end after the closing quote, found 'v'"),
            (",s,t\nu\",1,2", ":2:1: expected quotes around the whole field or none, found \"u\\\"\""),
            (",\"s\n\n\",t\nu,1,x", ":4:3: expected a number, found \"x\""),
        ],
    );
}

#[test]
fn pairs() {
    let form = |weight: Option<&str>| Form::Pairs { x: "x".into(), a: "a".into(), weight: weight.map(Into::into) };
    check(
        &form(None),
        &[
            ("x,b\nu,s", ":1:1: expected a column named \"a\", found \"x\", \"b\""),
            ("x,a,x\nu,s,v", ":1:3: expected one column named \"x\", found another"),
            ("x,a\nu,s\nu", ":3:2: expected 2 fields, found 1"),
            ("x,a\nu,", ":2:2: expected a label, found nothing"),
            ("x,a", ":2:1: expected a line below the header, found the end of the file"),
        ],
    );
    check(
        &form(Some("w")),
        &[
            ("x,a\nu,s", ":1:1: expected a column named \"w\", found \"x\", \"a\""),
            ("w,x,a\n-1,u,s", ":2:1: expected a weight that is not negative, found \"-1\""),
            ("w,x,a\n,u,s", ":2:1: expected a number, found nothing"),
            ("w,x,a\n0,u,s", ": expected some mass, found only zeros"),
        ],
    );
}

#[test]
fn edges() {
    let header =
        "expected the header u,v or source,target or from,to, and weight as a third field if edges are weighted";
    check(
        &Form::Edges,
        &[
            ("1,2\n1,3", &format!(":1:1: {header}, found \"1,2\"")),
            ("u\n1", &format!(":1:1: {header}, found \"u\"")),
            ("u,v,colour\n1,2,3", &format!(":1:1: {header}, found \"u,v,colour\"")),
            ("u,v,weight,x\n1,2,3,4", &format!(":1:1: {header}, found \"u,v,weight,x\"")),
            ("u,v\n1,2,3", ":2:3: expected 2 fields, found 3"),
            ("u,v\n1,", ":2:2: expected a label, found nothing"),
            ("u,v\n1,2\n2,3\n1,2", ":4:1: expected every edge once, found one again (first on line 2)"),
            ("u,v\n1,1\n1,1", ":3:1: expected every edge once, found one again (first on line 2)"),
            (
                "u,v,weight\n1,2,3\n2,1,1/2",
                ":3:3: expected one weight for an edge, found non-symmetric weights: \"3\" on line 2 and \"1/2\" on line 3",
            ),
            ("u,v,weight\n1,2,-3", ":2:3: expected a weight that is not negative, found \"-3\""),
            ("u,v,weight\n1,2,0", ": expected some mass, found only zeros"),
        ],
    );
}

#[test]
fn json() {
    let form = r#"expected {"x": [labels], "a": [labels], "joint": [[numbers], ...]}"#;
    let two = |joint: &str| format!("{{\"x\": [\"u\", \"v\"],\n \"a\": [\"s\", \"t\"],\n \"joint\": {joint}}}");
    let cases = [
        (String::new(), format!(":1:1: {form}, found an error: EOF while parsing a value")),
        ("[[1]]".into(), format!(":1:1: {form}, found '['")),
        (r#"{"x": ["u"], "a": ["s"]}"#.into(), format!(":1:24: {form}, found an error: missing field `joint`")),
        (
            r#"{"x": ["u"], "y": 1}"#.into(),
            format!(":1:16: {form}, found an error: unknown field `y`, expected one of `x`, `a`, `joint`"),
        ),
        (r#"{"x": ["u"], "x": ["v"]}"#.into(), format!(":1:16: {form}, found an error: duplicate field `x`")),
        (two("[[1, 2], [3, 4]]") + "!", format!(":3:28: {form}, found an error: trailing characters")),
        (
            two("[[1, 2], [3, 0.5]]"),
            ":3:24: expected an integer, or a number in quotes, found 0.5 (write \"0.5\")".into(),
        ),
        (
            two("[[1, 2], [3, 1e2]]"),
            ":3:24: expected an integer, or a number in quotes, found 1e2 (write \"1e2\")".into(),
        ),
        (two("[[1, 2], [3, -4]]"), ":3:24: expected a weight that is not negative, found \"-4\"".into()),
        (two("[[1, 2],\n[3, \"-4/5\"]]"), ":4:5: expected a weight that is not negative, found \"-4/5\"".into()),
        (two("[[1, 2], [3, \"x\"]]"), ":3:24: expected a number, found \"x\"".into()),
        (two("[[1, 2], [3, null]]"), ":3:24: expected an integer, or a number in quotes, found \"null\"".into()),
        (two("[[1, 2], [3, [4]]]"), ":3:24: expected an integer, or a number in quotes, found an array".into()),
        (two("[[1, 2], [3, NaN]]"), format!(":3:24: {form}, found an error: expected value")),
        (two("[[1, 2], 3]"), ":3:20: expected a row in brackets, found \"3\"".into()),
        (two("[[1, 2], [3]]"), ":3:20: expected 2 entries in the row, one for each a, found 1".into()),
        (two("[[1, 2]]"), ": expected 2 rows in \"joint\", one for each x, found 1".into()),
        (
            two("[[\"1/2\", \"1/4\"], [\"1/8\", 0]]"),
            ": expected probabilities that sum to 1, or integers, found the sum \"7/8\"".into(),
        ),
        (two("[[0, 0], [0, 0]]"), ": expected some mass, found only zeros".into()),
        (r#"{"x": [], "a": [], "joint": []}"#.into(), ": expected at least one row and one column, found none".into()),
        (
            r#"{"x": ["u", "u"], "a": ["s"], "joint": [[1], [2]]}"#.into(),
            ":1:13: expected distinct labels on X, found \"u\" again (first on line 1)".into(),
        ),
        (r#"{"x": [1], "a": ["s"], "joint": [[1]]}"#.into(), ":1:8: expected a label in quotes, found \"1\"".into()),
        (r#"{"x": [" "], "a": ["s"], "joint": [[1]]}"#.into(), ":1:8: expected a label, found \" \"".into()),
    ];
    for (content, expected) in cases {
        assert_eq!(refused(&Form::Json, ZeroMass::Remove, content.as_bytes()), expected, "{content}");
    }
}

#[test]
fn points_without_mass_where_they_are_refused() {
    let pairs = Form::Pairs { x: "x".into(), a: "a".into(), weight: Some("w".into()) };
    for (form, content, expected) in [
        (&Form::Table, ",s,t\nu,1,2\nv,0,0", ":3:1: expected rows with positive mass, found only zeros for \"v\""),
        (&Form::Table, ",s,t\nu,1,0\nv,2,0", ":1:3: expected columns with positive mass, found only zeros for \"t\""),
        (&pairs, "w,x,a\n1,u,s\n0,v,s", ":3:2: expected points of X with positive mass, found only zeros for \"v\""),
        (&pairs, "w,x,a\n1,u,s\n0,u,t", ":3:3: expected points of A with positive mass, found only zeros for \"t\""),
        (
            &Form::Edges,
            "u,v,weight\n1,2,1\n1,3,0",
            ":3:2: expected vertices with positive mass, found only zeros for \"3\"",
        ),
        (
            &Form::Json,
            "{\"x\": [\"u\"],\n\"a\": [\"s\", \"t\"], \"joint\": [[0, 2]]}",
            ":2:7: expected labels on A with positive mass, found only zeros for \"s\"",
        ),
    ] {
        assert_eq!(refused(form, ZeroMass::Refuse, content.as_bytes()), expected, "{content}");
        let file = Scratch::new("zeros", content);
        let context = read(file.path(), form, ZeroMass::Remove).unwrap();
        assert!(!context.removed().is_empty(), "{content}: removed, and said so");
    }
}

#[test]
fn what_is_no_text_file() {
    assert_eq!(
        refused(&Form::Table, ZeroMass::Remove, b",s,t\nu,1,2\nv,\xff,3"),
        ":3: expected UTF-8 text, found the byte 0xff"
    );
    let missing = Path::new("no-such-folder/t.csv");
    assert!(read_table(missing).unwrap_err().to_string().starts_with("no-such-folder/t.csv: No such file"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(message(folder, &read_table(folder).unwrap_err()), ": expected a file, found a directory");
}

#[test]
fn what_is_too_large() {
    let long = format!(",s\nu,{}", "7".repeat(1_000_000));
    assert_eq!(
        refused(&Form::Table, ZeroMass::Remove, long.as_bytes()),
        ":2:2: expected a number, found 1000000 digits, and 1000 is the most that is read"
    );
    let long = format!("{{\"x\": [\"u\"], \"a\": [\"s\"], \"joint\": [[{}]]}}", "7".repeat(1_000_000));
    assert_eq!(
        refused(&Form::Json, ZeroMass::Remove, long.as_bytes()),
        ":1:37: expected a number, found 1000000 digits, and 1000 is the most that is read"
    );
    let wide: String = (0..100_000).map(|a| format!(",a{a}")).collect();
    assert_eq!(
        refused(&Form::Table, ZeroMass::Remove, format!("{wide}\nu").as_bytes()),
        format!(":1:{}: expected at most {MAX_POINTS} columns, found more", MAX_POINTS + 2)
    );
    let header: String = (0..60_000).map(|a| format!(",a{a}")).collect();
    assert_eq!(
        refused(&Form::Table, ZeroMass::Remove, (header + &"\nu".repeat(300)).as_bytes()),
        ": expected at most 16777216 cells, found 300 x 60000"
    );
    let file = Scratch::new("long", "");
    std::fs::OpenOptions::new().write(true).open(file.path()).and_then(|f| f.set_len(MAX_BYTES + 1)).unwrap();
    assert_eq!(
        message(file.path(), &read_table(file.path()).unwrap_err()),
        ": expected at most 268435456 bytes, found more"
    );
    let matching: String = (0..2500).map(|i| format!("\n{},{}", 2 * i, 2 * i + 1)).collect();
    assert_eq!(
        refused(&Form::Edges, ZeroMass::Remove, format!("u,v{matching}").as_bytes()),
        ": expected at most 16777216 cells, found 5000 x 5000"
    );
    let label = "y".repeat(100_000);
    let shown = &label[..40];
    assert_eq!(
        refused(&Form::Table, ZeroMass::Remove, format!(",s\n{label},1\n{label},1").as_bytes()),
        format!(":3:1: expected distinct rows, found \"{shown}\"... (100000 characters) again (first on line 2)")
    );
}

/// Each number is short, but what all of them are kept over is not.
#[test]
fn fractions_without_a_short_common_denominator() {
    let fractions: Vec<String> = (1..400).map(|k| format!("1/1{:0>k$}", 1)).collect();
    let long = "expected numbers with a common denominator of at most 32768 bits, found a longer one";
    let rows: String = fractions.iter().enumerate().map(|(i, w)| format!("\n{i},{w}")).collect();
    assert_eq!(refused(&Form::Table, ZeroMass::Remove, format!(",s{rows}").as_bytes()), format!(": {long}"));
    let sum: String = fractions.iter().map(|w| format!("\nu,s,{w}")).collect();
    let pairs = Form::Pairs { x: "x".into(), a: "a".into(), weight: Some("w".into()) };
    let found = refused(&pairs, ZeroMass::Remove, format!("x,a,w{sum}").as_bytes());
    assert!(found.ends_with(&format!(":3: {long}")), "{found}");
    let labels: Vec<String> = (0..fractions.len()).map(|a| format!("\"{a}\"")).collect();
    let json = format!(r#"{{"x": ["u"], "a": [{}], "joint": [["{}"]]}}"#, labels.join(","), fractions.join("\",\""));
    assert_eq!(refused(&Form::Json, ZeroMass::Remove, json.as_bytes()), format!(": {long}"));
    let features: String = (0..fractions.len()).map(|j| format!(",f{j}")).collect();
    let file = Scratch::new("encoder", format!("label{features}\nu,{0}\nw,{0}", fractions.join(",")));
    let error = read_encoder::<X>(file.path(), &context()).unwrap_err();
    assert_eq!(message(file.path(), &error), format!(": {long}"));
}

#[test]
fn json_that_is_deep() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    let of = |x: &str, joint: &str| format!("{{\"x\": {x}, \"a\": [\"s\"], \"joint\": {joint}}}");
    for content in [deep.clone(), of("[\"u\"]", &deep), of(&deep, "[[1]]"), of("[\"u\"]", &format!("[[{deep}]]"))] {
        let message = refused(&Form::Json, ZeroMass::Remove, content.as_bytes());
        assert!(message.contains("expected"), "{message}");
    }
}

/// The points are u and w on X, and s and t on A; v had no mass.
fn context() -> Context {
    read_table(Scratch::new("context", ",s,t\nu,1,2\nv,0,0\nw,3,4").path()).unwrap()
}

#[test]
fn functions_and_encoders() {
    for (content, expected) in [
        ("", ":1:1: expected a header, found an empty file"),
        ("label,value", ":2:1: expected a line below the header, found the end of the file"),
        ("label\nu", ":1:2: expected 2 fields, found 1"),
        ("label,value,more\nu,1,2", ":1:3: expected 2 fields, found 3"),
        ("label,value\nu,1", ": expected a line for each point of X below the header, found none for \"w\""),
        ("label,value\nu,1\nw,2\ny,3", ":4:1: expected the label of a point of X, found \"y\""),
        ("label,value\nu,1\nw,2\nu,1", ":4:1: expected every point once, found \"u\" again (first on line 2)"),
        ("label,value\nu,1\nv,2\nw,2\nv,2", ":5:1: expected every point once, found \"v\" again (first on line 3)"),
        (
            "label,value\nu,1\nv,nan\nw,2",
            ":3:2: expected a number, found \"nan\" (missing and infinite values have no place in a table of counts)",
        ),
        ("label,value\nu,1\nw", ":3:2: expected 2 fields, found 1"),
    ] {
        let file = Scratch::new("function", content);
        let error = read_function::<X>(file.path(), &context()).expect_err(content);
        assert_eq!(message(file.path(), &error), expected, "{content}");
    }
    for (content, expected) in [
        ("label,f,g\ns,1,2\nt,1", ":3:3: expected 3 fields, found 2"),
        ("label,f,f\ns,1,2\nt,1,2", ":1:3: expected distinct columns, found \"f\" again (first on line 1)"),
        ("label,f,g\ns,1,2", ": expected a line for each point of A below the header, found none for \"t\""),
        ("label,f,g\nu,1,2", ":2:1: expected the label of a point of A, found \"u\""),
    ] {
        let file = Scratch::new("encoder", content);
        let error = read_encoder::<A>(file.path(), &context()).expect_err(content);
        assert_eq!(message(file.path(), &error), expected, "{content}");
    }
    for (list, expected) in [
        ("1", "expected 2 values, one for each point of X, found 1"),
        ("1,2,3", "expected 2 values, one for each point of X, found 3"),
        ("", "expected 2 values, one for each point of X, found 1"),
        ("1,", "value 2: expected a number, found nothing"),
        ("x,1", "value 1: expected a number, found \"x\""),
    ] {
        assert_eq!(parse_function::<X>(list, &context()).unwrap_err().to_string(), expected, "{list}");
    }
}
