//! How near the sides of an inequality come to each other.

use super::{scope, statement};
use contexture::search::{Search, Tightness, Universe, sides};
use std::sync::atomic::AtomicBool;

fn measured(clauses: &str) -> Option<Tightness> {
    let statement = statement(clauses);
    let mut search = Search::measuring(&statement, Universe::All(scope("2x2:3", 100, 3)))?;
    while !search.is_done() {
        search.advance(&AtomicBool::new(false));
    }
    Some(search.tightness().clone())
}

fn millionths(clauses: &str) -> Vec<u32> {
    let mut ratios = measured(clauses).expect("an inequality").ratios;
    ratios.sort_unstable();
    ratios
}

#[test]
fn ratios_are_those_of_the_sides() {
    assert_eq!(millionths("for    i in 1..4\nclaim  i <= 5"), [200_000, 400_000, 600_000, 800_000]);
    assert_eq!(millionths("for    i in 1..4\nclaim  5 > i"), [200_000, 400_000, 600_000, 800_000]);
    // What violates the claim has no ratio, nor has what breaks a hypothesis.
    assert_eq!(millionths("for    i in 1..4\nclaim  i < 3"), [333_333, 666_666]);
    assert_eq!(millionths("for    i in 1..4\nassume i != 2\nclaim  i <= 4"), [250_000, 750_000, 1_000_000]);
    // Rounded down, also of irrational numbers.
    assert_eq!(millionths("claim  sqrt(2) <= 2"), [707_106]);
    assert_eq!(millionths("claim  exp(-1) <= 1"), [367_879]);
    // A side below zero says nothing of the other.
    assert_eq!(millionths("for    i in 1..3\nclaim  i - 2 <= 4"), [0, 0, 250_000]);
}

#[test]
fn where_nothing_can_be_divided_there_is_no_ratio() {
    let tightness = measured("for    i in 1..3\nclaim  i - 1 <= 2 * (i - 1)").unwrap();
    assert_eq!((tightness.without, &tightness.ratios[..]), (1, &[500_000, 500_000][..]));
    assert_eq!(measured("claim  -2 <= -1").unwrap().median(), None);
    for other in ["claim  1 = 1", "claim  1 <= 2 <= 3", "claim  1 <= 2 and 2 <= 3", "claim  1 != 2"] {
        assert!(measured(other).is_none() && sides(&statement(other)).is_none(), "{other}");
    }
}

#[test]
fn the_nearest_instance_is_the_smallest_with_that_ratio() {
    let text = "for    i in 0..4, j in 0..4\nclaim  abs(i - j) <= 2 * max(i, j)";
    let tightness = measured(text).unwrap();
    let (ratio, _, instance) = tightness.tightest.as_ref().expect("some are compared");
    assert_eq!((*ratio, instance.to_json(&statement(text))), (500_000, serde_json::json!({ "i": "0", "j": "1" })));
    assert_eq!((tightness.without, tightness.ratios.len()), (1, 24));
    let sorted = millionths(text);
    assert_eq!(tightness.median(), Some(sorted[12]));
}
