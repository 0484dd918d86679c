//! The order of the rooms: a module of `src/` uses only its own room and those above it.
//!
//! Paths are read from the text: `crate::room::...` and `super::...` anywhere in the code, `use` lists
//! in braces included; comments and literals are not code.

use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. A room may use those before it.
const ROOMS: [&str; 14] = [
    "error",
    "exact",
    "statement",
    "certificate",
    "check",
    "formal",
    "context",
    "quantity",
    "evaluate",
    "float",
    "search",
    "ledger",
    "report",
    "cli",
];

/// What breaks the order in a file of a room, one sentence for each path.
fn offences(file: &str, module: &[String], text: &str) -> Vec<String> {
    let room = &module[0];
    let place = |name: &str| ROOMS.iter().position(|r| *r == name);
    let here = place(room).expect("the room of the file is listed");
    let below = |used: &String| place(used).is_some_and(|there| there > here);
    let used = rooms_used(module, &code(text)).into_iter().filter(below);
    let mut offences: Vec<String> = used.map(|used| format!("{file}: {room} uses {used}, a room below it")).collect();
    offences.sort();
    offences.dedup();
    offences
}

/// The text without comments, strings and characters.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skipped = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => string_length(rest),
            'r' if raw_string(rest, &code).is_some() => raw_string(rest, &code).unwrap_or(0),
            '\'' => character_length(rest),
            _ => 0,
        };
        if skipped == 0 {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            code.push(' ');
            rest = &rest[skipped..];
        }
    }
    code
}

fn string_length(text: &str) -> usize {
    let mut escaped = true; // the opening quote does not close
    for (i, c) in text.char_indices() {
        match c {
            '"' if !escaped => return i + 1,
            '\\' if !escaped => escaped = true,
            _ => escaped = false,
        }
    }
    text.len()
}

/// The length of `r"..."` or `r#"..."#`, unless the r ends a name.
fn raw_string(text: &str, before: &str) -> Option<usize> {
    let hashes: String = text[1..].chars().take_while(|c| *c == '#').collect();
    let opens =
        text[1 + hashes.len()..].starts_with('"') && !before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    let body = 2 + hashes.len();
    opens.then(|| text[body..].find(&format!("\"{hashes}")).map_or(text.len(), |end| body + end + 1 + hashes.len()))
}

/// The length of a character literal; 0 for a lifetime.
fn character_length(text: &str) -> usize {
    let mut characters = text.char_indices().skip(1);
    match (characters.next(), characters.next()) {
        (Some((_, '\\')), Some((after, _))) => {
            let escaped = after + text[after..].chars().next().map_or(0, char::len_utf8);
            text[escaped..].find('\'').map_or(0, |end| escaped + end + 1)
        }
        (Some(_), Some((end, '\''))) => end + 1,
        _ => 0,
    }
}

/// Names, `::`, braces and single characters.
fn tokens(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut name = String::new();
    let mut characters = code.chars().peekable();
    while let Some(c) = characters.next() {
        if c.is_alphanumeric() || c == '_' {
            name.push(c);
            continue;
        }
        if !name.is_empty() {
            tokens.push(std::mem::take(&mut name));
        }
        if c == ':' && characters.next_if_eq(&':').is_some() {
            tokens.push("::".into());
        } else if !c.is_whitespace() {
            tokens.push(c.into());
        }
    }
    tokens.extend((!name.is_empty()).then_some(name));
    tokens
}

/// The first names after the crate's root, of all paths that reach it. Inline modules deepen `super`.
fn rooms_used(module: &[String], code: &str) -> Vec<String> {
    let tokens = tokens(code);
    let at = |i: usize| tokens.get(i).map_or("", String::as_str);
    let mut here = module.to_vec();
    let mut braces: Vec<bool> = Vec::new(); // whether each open brace is that of an inline module
    let mut used = Vec::new();
    for i in 0..tokens.len() {
        match at(i) {
            "{" => {
                let inline = i >= 2 && at(i - 2) == "mod";
                if inline {
                    here.push(at(i - 1).into());
                }
                braces.push(inline);
            }
            "}" => {
                let inline = braces.pop() == Some(true);
                here.truncate(here.len() - usize::from(inline));
            }
            "crate" | "super" if i == 0 || at(i - 1) != "::" => {
                let (depth, next) = climb(&tokens, i, here.len());
                if depth == 0 {
                    used.extend(heads(&tokens[next..]));
                } else if at(i) == "super" {
                    used.push(here[0].clone());
                }
            }
            _ => {}
        }
    }
    used
}

/// Where a path that begins at token i stands after `crate` or `super::super`: how deep, and the next token.
fn climb(tokens: &[String], mut i: usize, depth: usize) -> (usize, usize) {
    let mut depth = if tokens[i] == "crate" { 0 } else { depth - 1 };
    i += 1;
    while depth > 0 && tokens[i..].starts_with(&["::".into(), "super".into()]) {
        (depth, i) = (depth - 1, i + 2);
    }
    (depth, i)
}

/// The names right after the root: one, or those at the top of a list in braces.
fn heads(tokens: &[String]) -> Vec<String> {
    let [colons, first, rest @ ..] = tokens else { return Vec::new() };
    if colons != "::" {
        return Vec::new();
    }
    if first != "{" {
        return vec![first.clone()];
    }
    let mut heads = Vec::new();
    let (mut depth, mut expected) = (1, true);
    for token in rest {
        match token.as_str() {
            "{" => depth += 1,
            "}" if depth == 1 => break,
            "}" => depth -= 1,
            "," if depth == 1 => expected = true,
            name if expected => {
                heads.push(name.to_string());
                expected = false;
            }
            _ => {}
        }
    }
    heads
}

fn source_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// All files in the rooms, with their module paths. `lib.rs` and `main.rs` are in no room.
fn files() -> Vec<(PathBuf, Vec<String>)> {
    let mut files = Vec::new();
    let mut folders = vec![source_folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources is readable") {
            let path = entry.expect("an entry of a folder is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let module = module_path(path.strip_prefix(source_folder()).expect("it lies in src"));
                files.push((path, module));
            }
        }
    }
    files.retain(|(_, module)| module != &["lib"] && module != &["main"]);
    files.sort();
    files
}

/// `exact/modular/mod.rs` is `[exact, modular]`.
fn module_path(file: &Path) -> Vec<String> {
    let mut module: Vec<String> =
        file.with_extension("").iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.len() > 1 && module.last().is_some_and(|name| name == "mod") {
        module.pop();
    }
    module
}

#[test]
fn every_room_uses_only_rooms_above_it() {
    let files = files();
    assert!(files.len() > 5, "found only {} files", files.len());
    let mut found = Vec::new();
    for (path, module) in &files {
        assert!(ROOMS.contains(&module[0].as_str()), "{}: {:?} is not a listed room", path.display(), module[0]);
        let text = fs::read_to_string(path).expect("a source file is readable");
        found.extend(offences(&path.display().to_string(), module, &text));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_library_declares_its_rooms_in_order() {
    let text = fs::read_to_string(source_folder().join("lib.rs")).expect("lib.rs is readable");
    let declared: Vec<String> =
        tokens(&code(&text)).windows(2).filter(|pair| pair[0] == "mod").map(|pair| pair[1].clone()).collect();
    let expected: Vec<&str> = ROOMS.into_iter().filter(|room| declared.iter().any(|d| d == room)).collect();
    assert_eq!(declared, expected, "lib.rs lists rooms in the order of dependence, and nothing else");
    assert!(declared.len() > 2, "found only {declared:?}");
}

#[test]
fn made_up_offences_are_found() {
    let cases: [(&str, &str, &[&str]); 17] = [
        ("exact/matrix.rs", "use crate::context::Context;", &["context"]),
        ("exact/matrix.rs", "use crate::{error::Error, search::{order, Scope}};", &["search"]),
        ("exact/matrix.rs", "fn f() -> crate::context::Context { g() }", &["context"]),
        ("exact/modular/prime.rs", "use super::super::super::context::Context;", &["context"]),
        ("exact/modular/mod.rs", "pub use super::super::quantity;", &["quantity"]),
        ("exact/truth.rs", "#[cfg(test)]\nmod tests { use super::super::super::float::f; }", &["float"]),
        ("context/table.rs", "use crate::{exact, float::Ball};", &["float"]),
        ("quantity/error.rs", "use crate::float::dense;", &["float"]),
        ("quantity/error.rs", "const C: char = '\"'; use crate::float::dense; const D: char = '\"';", &["float"]),
        ("quantity/error.rs", "fn f<'a>(x: &'a u8) { crate::cli::run(x) }", &["cli"]),
        ("check/walk.rs", "use crate::context::Context;", &["context"]),
        ("check/walk.rs", "use crate::{exact::sign, statement, certificate, error::Error};", &[]),
        ("float/dense.rs", "use crate::context::Context; use crate::exact::dyadic;", &[]),
        ("context/function.rs", "mod tests { use super::super::{A, X}; use super::*; }", &[]),
        ("error.rs", "//! See [`Undefined`](crate::exact::truth::Undefined).\n/* crate::cli */", &[]),
        ("error.rs", "const S: &str = \"crate::cli \\\" crate::cli\"; const R: &str = r#\"crate::cli\"#;", &[]),
        ("search/order.rs", "use crate::{context::Context, evaluate::outcome}; use super::scope;", &[]),
    ];
    for (file, text, expected) in cases {
        let found = offences(file, &module_path(Path::new(file)), text);
        assert_eq!(found.len(), expected.len(), "{file}: {text}: {found:?}");
        for (message, room) in found.iter().zip(expected) {
            assert!(message.starts_with(file) && message.contains(&format!("uses {room},")), "{message}");
        }
    }
}

/// The checker uses only what a stranger trusts: the order gives it no other room.
#[test]
fn the_checker_stands_right_above_what_it_uses() {
    assert_eq!(ROOMS[..5], ["error", "exact", "statement", "certificate", "check"]);
}
