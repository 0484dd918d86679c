//! Every name is used once, in a statement made from its signature.

use super::{must_read, under_header};
use contexture::statement::names::NAMES;

/// What stands for rows or columns of a signature. Different names get different sizes.
fn extent(name: &str) -> &str {
    match name {
        "S" | "X(P)" => "X(P)",
        "A(P)" | "C" => "A(P)",
        "R" => "5",
        "E" => "6",
        "c" => "3",
        "e" => "4",
        "d" | "k" => "2",
        "n" => "7",
        other => other,
    }
}

/// The parts between commas that stand in no parentheses.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (vec![], 0, 0);
    for (i, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(text[start..i].trim());
                start = i + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

/// How a variable of a signature's type is declared, and what it is then.
fn declared(of: &str) -> String {
    match of.split_once('(') {
        Some(("table", inside)) => {
            let inside = parts(inside.strip_suffix(')').unwrap());
            format!(": matrix({}, {})", extent(inside[0]), extent(inside[1]))
        }
        Some(("point", inside)) => format!(" in {}", extent(inside.strip_suffix(')').unwrap())),
        Some(("sample", _)) => ": sample(P, 7)".into(),
        Some(_) => format!(": {of}"),
        None if of == "real" => ": rational".into(),
        None => format!(": {of}"),
    }
}

#[test]
fn every_name_is_used_as_its_signature_says() {
    for entry in NAMES {
        let (parameters, result) = entry.signature.split_once(") -> ").unwrap();
        let mut preamble = String::from("for P: context\n");
        let mut arguments: Vec<String> = Vec::new();
        for (i, parameter) in parts(&parameters[1..]).into_iter().enumerate() {
            let (_, of) = parameter.split_once(": ").unwrap();
            if of == "context" {
                arguments.push("P".into());
            } else {
                preamble.push_str(&format!("for v{i}{}\n", declared(of)));
                arguments.push(format!("v{i}"));
            }
        }
        let (name, objective) = entry.name.split_once(' ').unwrap_or((entry.name, ""));
        if !objective.is_empty() {
            arguments.insert(0, objective.into());
        }
        let call = format!("{name}({})", arguments.join(", "));
        let statement = must_read(&under_header(&format!("{preamble}let result = {call}\nclaim defined({call})\n")));
        let found = statement.variables.last().unwrap().of.to_string();
        let expected = match result.strip_prefix("table(") {
            Some(inside) => {
                let inside = parts(inside.strip_suffix(')').unwrap());
                // An integer argument is a size; `c + e` is 3 + 4.
                let size = |text| match (text, entry.name) {
                    ("d", "identity") => "v0".to_string(),
                    ("c + e", _) => "7".to_string(),
                    _ => extent(text).to_string(),
                };
                match size(inside[1]).as_str() {
                    "1" => format!("function on {}", size(inside[0])),
                    columns => format!("table({}, {columns})", size(inside[0])),
                }
            }
            None if result.starts_with("transposed") => "context".into(),
            None => result.to_string(),
        };
        assert_eq!(found, expected, "{}", entry.name);
    }
}
