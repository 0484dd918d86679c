//! [`Form::Edges`](super::Form::Edges).

use super::draft::{Draft, Points};
use super::pairs::dense;
use super::records::{Record, Records};
use super::text::{Spot, Text, short};
use crate::error::Error;
use crate::exact::rational::{Rational, fraction};
use num_bigint::BigInt;
use num_traits::One;
use std::collections::HashMap;

const ENDS: [[&str; 2]; 3] = [["u", "v"], ["source", "target"], ["from", "to"]];

/// The edges as given: direction, weight, line.
type Given = HashMap<(usize, usize), (Rational, u64)>;

pub(super) fn parse(text: &Text) -> Result<Draft, Error> {
    let (header, records) = Records::with_header(text)?;
    check_header(text, &header)?;
    let mut vertices = Points::new("vertices");
    let mut given = Given::new();
    let weighted = header.len() == 3;
    for record in records {
        let record = record?;
        record.expect_len(text, header.len())?;
        let u = vertices.find_or_add(text, record.get(0), record.spot(0))?;
        let v = vertices.find_or_add(text, record.get(1), record.spot(1))?;
        let weight = if weighted { text.weight(record.get(2), record.spot(2))? } else { Rational::one() };
        add(text, &mut given, (u, v), weight, record.spot(header.len() - 1))?;
    }
    draft(text, &vertices, given)
}

fn draft(text: &Text, vertices: &Points, given: Given) -> Result<Draft, Error> {
    let order = order(vertices);
    let mut place = vec![0; order.len()];
    order.iter().enumerate().for_each(|(new, &old)| place[old] = new);
    let both_ways = given.into_iter().flat_map(|((u, v), (weight, _))| {
        let (u, v) = (place[u], place[v]);
        [((u, v), weight.clone()), ((v, u), weight)]
    });
    let rows = dense(text, vertices.len(), vertices.len(), both_ways)?;
    let vertices = vertices.permuted(&order);
    Ok(Draft { x: vertices.clone(), a: vertices, rows })
}

fn check_header(text: &Text, header: &Record) -> Result<(), Error> {
    let names: Vec<String> = header.values().map(str::to_ascii_lowercase).collect();
    let ends = names.len() >= 2 && ENDS.iter().any(|ends| names[..2] == *ends);
    if !ends || names.len() > 3 || names.get(2).is_some_and(|third| third != "weight") {
        let found: Vec<&str> = header.values().take(4).collect();
        let expected = "the header u,v or source,target or from,to, and weight as a third field if edges are weighted";
        return Err(text.error(header.spot(0), format!("expected {expected}, found {}", short(&found.join(",")))));
    }
    Ok(())
}

/// An edge may be given once in each direction, with one weight.
fn add(text: &Text, given: &mut Given, (u, v): (usize, usize), weight: Rational, spot: Spot) -> Result<(), Error> {
    if let Some((_, line)) = given.get(&(u, v)) {
        let message = format!("expected every edge once, found one again (first on line {line})");
        return Err(text.error(Spot { column: 1, ..spot }, message));
    }
    if let Some((back, line)) = given.get(&(v, u))
        && *back != weight
    {
        let (back, forth, here) = (fraction(back), fraction(&weight), spot.line);
        let message = format!(
            "expected one weight for an edge, found non-symmetric weights: {} on line {line} and {} on line {here}",
            short(&back),
            short(&forth)
        );
        return Err(text.error(spot, message));
    }
    given.insert((u, v), (weight, spot.line));
    Ok(())
}

/// The order of integers if all labels are integers, else that of first appearance.
fn order(vertices: &Points) -> Vec<usize> {
    let mut order: Vec<usize> = (0..vertices.len()).collect();
    let integers: Option<Vec<BigInt>> = vertices.labels().iter().map(|label| integer(label)).collect();
    if let Some(integers) = integers {
        order.sort_by_key(|&i| &integers[i]);
    }
    order
}

fn integer(label: &str) -> Option<BigInt> {
    // Longer ones are names.
    const DIGITS: usize = 20;
    if label.len() <= DIGITS { label.parse().ok() } else { None }
}
