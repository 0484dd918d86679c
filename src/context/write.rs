//! Contexts as text. What is written reads back to an equal context ([`read`](super::read)): points that
//! were removed are written with zeros behind the others.

use super::Context;
use crate::exact::rational::{Rational, fraction, integer};
use std::borrow::Cow;

/// The context as JSON, in the form of [`Form::Json`](super::read::Form::Json): as counts where it was made
/// from integers, else as probabilities.
///
/// JSON knows counts and probabilities only. A context that was made from other weights, such as halves
/// that sum to 3, is written as probabilities, and reads back with [`Context::mass`] 1.
pub fn write_json(context: &Context) -> String {
    let unit = unit(context);
    let (unit, quote) = if unit.is_integer() { (unit, "") } else { (integer(context.total().clone()).recip(), "\"") };
    let rows = rows(context, |row| {
        let entries: Vec<String> = row.map(|w| format!("{quote}{}{quote}", fraction(&(w * &unit)))).collect();
        format!("    [{}]", entries.join(", "))
    });
    let (x, a) = labels(context);
    let labels = |labels: Vec<&String>| {
        let strings: Vec<String> =
            labels.into_iter().map(|l| serde_json::Value::from(l.as_str()).to_string()).collect();
        strings.join(", ")
    };
    format!("{{\n  \"x\": [{}],\n  \"a\": [{}],\n  \"joint\": [\n{}\n  ]\n}}\n", labels(x), labels(a), rows.join(",\n"))
}

/// The context as CSV, in the form of [`Form::Table`](super::read::Form::Table), with the weights that it
/// was made from.
pub fn write_csv(context: &Context) -> String {
    let unit = unit(context);
    let (x, a) = labels(context);
    let header: String = a.iter().map(|label| format!(",{}", field(label))).collect();
    let rows = rows(context, |row| row.map(|w| format!(",{}", fraction(&(w * &unit)))).collect::<String>());
    let lines: String = x.iter().zip(rows).map(|(label, row)| format!("{}{row}\n", field(label))).collect();
    format!("{header}\n{lines}")
}

/// What a weight of 1 was, before common factors were taken out.
fn unit(context: &Context) -> Rational {
    context.mass() / integer(context.total().clone())
}

/// The labels of X and of A, those of points without mass last.
fn labels(context: &Context) -> (Vec<&String>, Vec<&String>) {
    let removed = context.removed();
    (context.x_labels().iter().chain(&removed.x).collect(), context.a_labels().iter().chain(&removed.a).collect())
}

/// The weights of each row as text, those of points without mass last.
fn rows(context: &Context, write: impl Fn(&mut dyn Iterator<Item = Rational>) -> String) -> Vec<String> {
    let (x, a) = labels(context);
    let weight = |x: usize, a: usize| {
        if x < context.n() && a < context.m() { integer(context.weight(x, a).clone()) } else { integer(0) }
    };
    (0..x.len()).map(|x| write(&mut (0..a.len()).map(|a| weight(x, a)))).collect()
}

/// A label as a field, in quotes if it would not read back without.
fn field(label: &str) -> Cow<'_, str> {
    if label.contains([',', '"', '\n', '\r']) || label.trim() != label {
        Cow::Owned(format!("\"{}\"", label.replace('"', "\"\"")))
    } else {
        Cow::Borrowed(label)
    }
}
