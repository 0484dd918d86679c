//! How certificates and statements are damaged: by their structure, so that most get far, and byte by byte.

use serde_json::{Value as Json, json};

/// Repeatable choices (splitmix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below a size that is not 0.
    fn below(&mut self, size: usize) -> usize {
        (self.next() % size as u64) as usize
    }

    fn one_in(&mut self, size: usize) -> bool {
        self.below(size) == 0
    }

    fn of<'a, T>(&mut self, among: &'a [T]) -> &'a T {
        &among[self.below(among.len())]
    }
}

/// All places in a document but the whole.
fn places(document: &Json) -> Vec<String> {
    fn walk(document: &Json, here: &str, found: &mut Vec<String>) {
        let mut inside = |name: &str, inner: &Json| {
            let place = format!("{here}/{name}");
            walk(inner, &place, found);
            found.push(place);
        };
        match document {
            Json::Object(members) => members.iter().for_each(|(name, inner)| inside(name, inner)),
            Json::Array(items) => items.iter().enumerate().for_each(|(i, inner)| inside(&i.to_string(), inner)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, "", &mut found);
    found
}

/// A document with one to three changes.
pub fn damaged_json(document: &Json, others: &[&Json], dice: &mut Dice) -> Json {
    let mut damaged = document.clone();
    for _ in 0..*dice.of(&[1, 1, 1, 2, 2, 3]) {
        let places = places(&damaged);
        if !places.is_empty() {
            let place = dice.of(&places).clone();
            change(&mut damaged, &place, others, dice);
        }
    }
    damaged
}

fn change(document: &mut Json, place: &str, others: &[&Json], dice: &mut Dice) {
    let old = document.pointer(place).expect("a place").clone();
    match dice.below(20) {
        0..8 => {
            if let Some(new) = near(&old, dice) {
                // Witnesses name what they are about, so that a value that is changed once is changed nowhere.
                let everywhere = dice.one_in(2);
                replace(document, place, &old, &new, everywhere);
            }
        }
        8 => replace(document, place, &old, &json!(extreme(dice)), dice.one_in(2)),
        9 => replace(document, place, &old, &wrong(dice), false),
        10 => {
            let other = if dice.one_in(2) { document.clone() } else { (*dice.of(others)).clone() };
            let places = places(&other);
            let from = other.pointer(dice.of::<String>(&places)).expect("a place").clone();
            replace(document, place, &old, &from, false);
        }
        11 | 12 => {
            if let Some(new) = dice.of(others).pointer(place) {
                replace(document, place, &old, new, dice.one_in(2));
            }
        }
        13 => remove(document, place),
        14 | 15 => exchange(document.pointer_mut(place).expect("a place"), dice),
        16 => add(document.pointer_mut(place).expect("a place"), dice),
        17 => {
            let other = if document["finding"] == "refuted" { "ill-posed" } else { "refuted" };
            document["finding"] = json!(other);
        }
        18 if document["instance"].is_object() => grow(document, dice),
        _ => rescale(document, place, dice),
    }
}

/// Puts a value at a place, or wherever the old one stands.
fn replace(document: &mut Json, place: &str, old: &Json, new: &Json, everywhere: bool) {
    fn walk(document: &mut Json, old: &Json, new: &Json) {
        if document == old {
            *document = new.clone();
            return;
        }
        match document {
            Json::Object(members) => members.values_mut().for_each(|inner| walk(inner, old, new)),
            Json::Array(items) => items.iter_mut().for_each(|inner| walk(inner, old, new)),
            _ => {}
        }
    }
    if everywhere {
        walk(document, old, new);
    } else if let Some(value) = document.pointer_mut(place) {
        *value = new.clone();
    }
}

/// A value of the same form: another number or index, a table with another entry.
fn near(old: &Json, dice: &mut Dice) -> Option<Json> {
    match old {
        Json::String(text) => Some(json!(near_number(text, dice))),
        Json::Number(index) => Some(json!(index.as_u64()?.wrapping_add(*dice.of(&[1, 2, u64::MAX])))),
        Json::Array(_) | Json::Object(_) => {
            let places = places(old);
            let numbers: Vec<&String> = places.iter().filter(|p| old.pointer(p).is_some_and(Json::is_string)).collect();
            if numbers.is_empty() {
                return None;
            }
            let (mut new, at) = (old.clone(), *dice.of(&numbers));
            *new.pointer_mut(at).expect("a place") = near(old.pointer(at)?, dice)?;
            Some(new)
        }
        _ => None,
    }
}

fn near_number(text: &str, dice: &mut Dice) -> String {
    let (n, d) = text.split_once('/').unwrap_or((text, "1"));
    let (Ok(n), Ok(d)) = (n.parse::<i128>(), d.parse::<i128>()) else {
        return dice.of(&["0", "1", "P", "x0", "sha256:0", ""]).to_string();
    };
    let (n, d) = match dice.below(10) {
        0 => (n.saturating_add(1), d),
        1 => (n.saturating_sub(1), d),
        2 => (n.saturating_neg(), d),
        3 => (n, d.saturating_add(1)),
        4 => (n.saturating_mul(2), d),
        5 => (n, d.saturating_mul(2)),
        6 => (d, n),
        7 => (n.saturating_mul(1 << 40).saturating_add(1), d.saturating_mul(1 << 40)),
        _ => *dice.of(&[(0, 1), (1, 1), (-1, 1), (1, 2), (1, 3), (2, 1), (3, 4)]),
    };
    lowest(n, d)
}

/// In lowest terms, but for a denominator that is 0.
fn lowest(n: i128, d: i128) -> String {
    let (mut a, mut b) = (n.unsigned_abs(), d.unsigned_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let common = i128::try_from(a).unwrap_or(1).max(1) * if d < 0 { -1 } else { 1 };
    match (n / common, d / common) {
        (n, 1) => n.to_string(),
        (n, d) => format!("{n}/{d}"),
    }
}

/// Numbers at the limits of the form, and beyond.
fn extreme(dice: &mut Dice) -> String {
    let digits = *dice.of(&[20, 20, 100, 100, 400, 400, 1_500, 1_500, 5_000, 20_000, 20_001]);
    match dice.below(9) {
        0 => "1".repeat(digits),
        1 => format!("-1{}", "0".repeat(digits)),
        2 => format!("1/{}1", "0".repeat(3)),
        3 => format!("1/1{}", "0".repeat(digits - 1)),
        4 => format!("1{}/3", "0".repeat(digits - 1)),
        5 => dice
            .of(&["1/0", "0/0", "-0", "0/1", "2/4", "01", "+1", "1.5", "1e9", "/", "1/-2", "NaN", "\u{661}"])
            .to_string(),
        6 => format!("{}1", "-".repeat(digits)),
        7 => i128::MAX.to_string(),
        _ => format!("1/{}", u128::MAX),
    }
}

/// Values of other forms.
fn wrong(dice: &mut Dice) -> Json {
    let depth = *dice.of(&[1, 2, 15, 16, 17, 100]);
    let nested = (0..depth).fold(json!("1"), |inner, _| json!([inner]));
    let all = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(0.5),
        json!(u64::MAX),
        json!(""),
        json!([]),
        json!({}),
        json!([[]]),
        json!([["1"], ["0"], ["2"]]),
        json!([["1", "0"], ["0", "1"]]),
        json!({ "x": ["x0"], "a": ["a0"], "joint": [["1"]] }),
        json!({ "left": [["1"]], "right": [["1"]] }),
        json!([{ "weight": "1", "vector": ["1"] }]),
        nested,
    ];
    dice.of(&all).clone()
}

fn remove(document: &mut Json, place: &str) {
    let (parent, name) = place.rsplit_once('/').expect("a place");
    match document.pointer_mut(parent) {
        Some(Json::Object(members)) => drop(members.remove(name)),
        Some(Json::Array(items)) => drop(items.remove(name.parse().expect("an index"))),
        _ => unreachable!("a place is in something"),
    }
}

/// Two inside are exchanged, or one stands twice.
fn exchange(value: &mut Json, dice: &mut Dice) {
    match value {
        Json::Array(items) if !items.is_empty() => {
            let (i, j) = (dice.below(items.len()), dice.below(items.len()));
            if dice.one_in(2) {
                items.swap(i, j);
            } else {
                items.insert(j, items[i].clone());
            }
        }
        Json::Object(members) if !members.is_empty() => {
            let names: Vec<String> = members.keys().cloned().collect();
            let (a, b) = (dice.of(&names), dice.of(&names));
            let (first, second) = (members[a].clone(), members[b].clone());
            members.insert(a.clone(), second);
            members.insert(b.clone(), first);
        }
        _ => {}
    }
}

fn add(value: &mut Json, dice: &mut Dice) {
    let new = [json!(true), json!("P"), json!("1/2"), wrong(dice)];
    match value {
        Json::Object(members) => {
            let names = ["transposed", "context", "of", "lower", "upper", "level", "family", "task", "more", "Q", "S"];
            members.insert(dice.of(&names).to_string(), dice.of(&new).clone());
        }
        Json::Array(items) => items.push(dice.of(&new).clone()),
        _ => {}
    }
}

/// A context of more points, up to more than are allowed, with values that fit it or not.
fn grow(document: &mut Json, dice: &mut Dice) {
    let points = *dice.of(&[2, 3, 4, 5, 64, 65]);
    let names = |letter: &str| (0..points).map(|i| format!("{letter}{i}")).collect::<Vec<_>>();
    let table = |entry: &dyn Fn(usize, usize) -> String, columns: usize| {
        let row = |i: usize| (0..columns).map(|j| entry(i, j)).collect::<Vec<_>>();
        json!((0..points).map(row).collect::<Vec<_>>())
    };
    let diagonal = |i: usize, j: usize| if i == j { lowest(1, points as i128) } else { "0".into() };
    let even = |_: usize, _: usize| lowest(1, (points * points) as i128);
    let joint = if dice.one_in(2) { table(&diagonal, points) } else { table(&even, points) };
    document["instance"]["P"] = json!({ "x": names("x"), "a": names("a"), "joint": joint });
    let feature = table(&|i, _| (i as i64 - 1).to_string(), 1);
    for name in ["f", "g", "k", "Phi", "Psi", "z"] {
        if document["instance"].get(name).is_some() {
            document["instance"][name] = feature.clone();
        }
    }
    let witnesses = document["witnesses"].as_array_mut().map(Vec::as_mut_slice).unwrap_or_default();
    for witness in witnesses.iter_mut().filter(|witness| witness.get("features").is_some()) {
        witness["features"] = feature.clone();
    }
}

/// All numbers of a table times the same: what is said of spans and functions up to their norm stays true.
fn rescale(document: &mut Json, place: &str, dice: &mut Dice) {
    let old = document.pointer(place).expect("a place").clone();
    let (up, down) = *dice.of(&[(2, 1), (-1, 1), (1, 3), (7, 5)]);
    let mut new = old.clone();
    for inside in places(&old) {
        let Some(text) = old.pointer(&inside).and_then(Json::as_str) else { continue };
        let (n, d) = text.split_once('/').unwrap_or((text, "1"));
        if let (Ok(n), Ok(d)) = (n.parse::<i64>(), d.parse::<i64>()) {
            *new.pointer_mut(&inside).expect("a place") = json!(lowest(i128::from(n) * up, i128::from(d) * down));
        }
    }
    replace(document, place, &old, &new, true);
}

/// The text of a document with a few changes that know nothing of it.
pub fn damaged_bytes(document: &Json, dice: &mut Dice) -> Vec<u8> {
    let mut bytes = document.to_string().into_bytes();
    for _ in 0..=dice.below(3) {
        if bytes.is_empty() {
            break;
        }
        let (at, length) = (dice.below(bytes.len()), 1 + dice.below(40));
        let end = (at + length).min(bytes.len());
        match dice.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            3 => bytes[at] = dice.next() as u8,
            4 => bytes[at] ^= 1 << dice.below(8),
            // A digit for a digit, so that it may still be read.
            5 | 6 => {
                let digits: Vec<usize> = (0..bytes.len()).filter(|i| bytes[*i].is_ascii_digit()).collect();
                if !digits.is_empty() {
                    bytes[*dice.of(&digits)] = b'0' + dice.below(10) as u8;
                }
            }
            _ => {
                let words: [&[u8]; 8] = [b"[", b"]", b"{", b"\"", b",", b"\\u0000", b"1", &[b'['; 2000]];
                bytes.splice(at..at, dice.of(&words).iter().copied());
            }
        }
    }
    bytes
}

/// A statement with a few changes: words of it or of another one in other places, and characters.
pub fn damaged_text(text: &str, others: &[&str], dice: &mut Dice) -> String {
    let mut words = words(text);
    for _ in 0..=dice.below(3) {
        if words.is_empty() {
            break;
        }
        let (i, j) = (dice.below(words.len()), dice.below(words.len()));
        match dice.below(8) {
            0 => drop(words.remove(i)),
            1 => words.insert(i, words[j].clone()),
            2 => words.swap(i, j),
            3 | 4 => {
                let other = self::words(dice.of::<&str>(others));
                words[i] = dice.of(&other).clone();
            }
            5 => words[i] = dice.of(WORDS).to_string(),
            6 => words.insert(i, dice.of(WORDS).to_string()),
            _ => {
                words[i] =
                    dice.of(&["(", "-", "not ", "sqrt(", "[", "1^", "1+"]).repeat(*dice.of(&[1, 63, 64, 65, 5000]))
            }
        }
    }
    words.concat()
}

/// Names, numbers, blanks, and other characters one by one.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let class = |c: char| {
        if c.is_alphanumeric() || c == '_' {
            0
        } else if c == ' ' {
            1
        } else {
            2
        }
    };
    for c in text.chars() {
        match words.last_mut() {
            Some(word) if class(c) < 2 && word.chars().all(|other| class(other) == class(c)) => word.push(c),
            _ => words.push(c.into()),
        }
    }
    words
}

const WORDS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    ",",
    ":",
    "..",
    "+",
    "-",
    "*",
    "/",
    "^",
    "=",
    "<",
    "<=",
    "!=",
    "and",
    "or",
    "not",
    "implies",
    "iff",
    "for all ",
    "exists ",
    "in",
    "where",
    "sum",
    "max",
    "defined",
    "1",
    "0",
    "99999999999999999999",
    "1.5",
    "P",
    "f",
    "Phi",
    "d",
    "\n",
    "\t",
    "\r",
    "#",
    "\u{0}",
    "\u{e9}",
    "for    ",
    "let    ",
    "assume ",
    "claim  ",
    "context",
    "rational",
    "integer",
    "function",
    "encoder",
    "singular_system",
    "transposed",
    "\u{feff}",
    "N",
    "s",
    "mu",
    "X",
    "A",
];
