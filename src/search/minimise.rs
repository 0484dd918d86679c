//! From a found instance to a smaller one, by local steps.

use super::explore::explore;
use super::order::Size;
use super::plan::Step;
use super::random::Source;
use super::smaller;
use crate::evaluate::{Instance, Outcome, Prepared, Table, Value, outcome};
use crate::exact::real::Real;
use crate::statement::tree::Statement;
use std::sync::atomic::AtomicBool;

/// Whether two outcomes are of one kind: both violations, or both without a value.
fn same_kind(a: &Outcome, b: &Outcome) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}

/// An instance of the same outcome on a smaller context, or the instance itself: points are dropped or merged
/// and counts lowered, and on each smaller context instances are tried as in the search.
pub fn smaller_context(
    statement: &Statement,
    steps: &[Step],
    found: Instance,
    kind: &Outcome,
    effort: u64,
) -> Instance {
    let mut best = found;
    'again: loop {
        let Some(context) = first_context(&best) else { return best };
        for context in smaller::contexts(context.context()) {
            let never = AtomicBool::new(false);
            let tally = explore(
                statement,
                steps,
                Some(&Prepared::new(context.normalised())),
                effort,
                Source::new(0, 0),
                &never,
                None,
            );
            let tally = tally.unwrap_or_default();
            let next = match kind {
                Outcome::Violated => tally.violated,
                _ => tally.undefined.map(|(size, instance, _)| (size, instance)),
            };
            if let Some((size, instance)) = next
                && size < Size::of(&best)
            {
                best = instance;
                continue 'again;
            }
        }
        return best;
    }
}

/// An instance of the same outcome with smaller values of the other variables, or the instance itself.
pub fn smaller_values(statement: &Statement, found: Instance, kind: &Outcome) -> Instance {
    let mut best = found;
    loop {
        let size = Size::of(&best);
        let next = steps(&best).into_iter().map(|i| (Size::of(&i), i)).filter(|(s, _)| *s < size);
        let mut next: Vec<(Size, Instance)> = next.collect();
        next.sort_by(|a, b| a.0.cmp(&b.0));
        match next.into_iter().find(|(_, i)| same_kind(&outcome(statement, i), kind)) {
            Some((_, instance)) => best = instance,
            None => return best,
        }
    }
}

/// Instances in which one value is a step smaller.
fn steps(instance: &Instance) -> Vec<Instance> {
    let mut instances = Vec::new();
    for (slot, value) in instance.values() {
        let smaller: Vec<Value> = match value {
            Value::Table(table) => match table.rational() {
                Some(matrix) => smaller::matrices(matrix).into_iter().map(|m| Table::from(m).into()).collect(),
                None => vec![],
            },
            Value::Number(number) => match number.as_rational() {
                Some(number) => smaller::rationals(number).into_iter().map(|n| Real::from(n).into()).collect(),
                None => vec![],
            },
            Value::Point(point) => (0..*point).map(Value::Point).collect(),
            _ => vec![],
        };
        instances.extend(smaller.into_iter().map(|value| instance.with(slot, value)));
    }
    instances
}

fn first_context(instance: &Instance) -> Option<Prepared> {
    instance.values().find_map(|(_, value)| match value {
        Value::Context(context) => Some(context.clone()),
        _ => None,
    })
}
