//! Values of the variables: read from the certificate, and compared with their domains.

use super::context::Context;
use super::facts::Facts;
use super::limit::matrix_of;
use super::rejection::Rejection;
use super::sample::sample_of;
use super::system::singular;
use super::value::{Stop, Table, Value};
use super::walk::Walk;
use crate::certificate::{Certificate, JointTable, Number, Rows, Value as Given};
use crate::exact::rational::fraction;
use crate::statement::tree::{Clause, Domain, Extent, Slot, Statement};
use crate::statement::types::{ContextTerm, Side};
use num_bigint::BigInt;
use std::rc::Rc;

/// Why a value is not taken, as a clause.
type Refused = String;

impl Walk<'_> {
    /// Binds every quantified variable, checking witnesses as soon as their contexts are known.
    pub fn read_instance(&mut self, certificate: &Certificate) -> Result<(), Rejection> {
        let statement = self.statement();
        let quantified = |slot: &Slot| &statement.variables[*slot].name;
        let slots: Vec<(Slot, &Domain)> = statement
            .clauses
            .iter()
            .filter_map(|clause| match clause {
                Clause::For(slot, domain) => Some((*slot, domain)),
                _ => None,
            })
            .collect();
        if let Some(other) = certificate.instance.keys().find(|name| !slots.iter().any(|(s, _)| quantified(s) == *name))
        {
            return Err(refused(other, "the statement quantifies over no such variable"));
        }
        // Contexts as they are given depend on nothing, and witnesses only on them.
        for (slot, domain) in &slots {
            if let Domain::Contexts | Domain::Graphs | Domain::Cube(..) = domain {
                let name = quantified(slot);
                let context = match certificate.instance.get(name) {
                    Some(Given::Context(table)) => {
                        Context::new(*slot, table, self.limit).map_err(|e| refused(name, e))?
                    }
                    Some(_) => return Err(refused(name, "expected a context")),
                    None => return Err(refused(name, "it has no value")),
                };
                if let Domain::Graphs = domain
                    && !context.is_symmetric()
                {
                    return Err(refused(name, "the table of a graph is symmetric"));
                }
                self.bind(*slot, Value::Context(context));
            }
        }
        self.facts = self.witnessed(certificate)?;
        for clause in &statement.clauses {
            match clause {
                Clause::For(_, Domain::Contexts | Domain::Graphs) | Clause::Assume(_) => {}
                Clause::For(slot, Domain::Cube(corruption, bits, amount)) => {
                    let Some(Value::Context(context)) = self.bound(*slot) else { unreachable!("it was bound first") };
                    let context = context.clone();
                    let name = quantified(slot);
                    let found = self.is_corrupted(context.view(), *corruption, bits, amount);
                    if !found.map_err(|stop| refused(name, told(stop)))? {
                        return Err(refused(name, "it is another context than that of its domain"));
                    }
                }
                Clause::For(slot, domain) => {
                    let name = quantified(slot);
                    let given = certificate.instance.get(name).ok_or_else(|| refused(name, "it has no value"))?;
                    let value = self.read(domain, given).map_err(|e| refused(name, e))?;
                    self.bind(*slot, value);
                }
                // A range may be written with a name.
                Clause::Let(slot, term) => self.define(*slot, term),
            }
        }
        Ok(())
    }

    /// What the witnesses show.
    fn witnessed(&self, certificate: &Certificate) -> Result<Facts, Rejection> {
        let mut facts = Facts::default();
        for (number, witness) in (1..).zip(&certificate.witnesses) {
            let wrong = |condition: String| Rejection::Witness { number, of: witness.of(), condition };
            let context = match witness.context() {
                Some((name, transposed)) => {
                    let slot = self.statement().variables.iter().position(|v| v.name == name);
                    match slot.and_then(|slot| self.bound(slot)) {
                        Some(Value::Context(context)) if transposed => Some(context.transposed()),
                        Some(Value::Context(context)) => Some(context.clone()),
                        _ => return Err(wrong(format!("the statement quantifies over no context {name}"))),
                    }
                }
                None => None,
            };
            facts.add(witness, context.as_ref(), self.limit).map_err(wrong)?;
        }
        Ok(facts)
    }

    fn read(&mut self, domain: &Domain, given: &Given) -> Result<Value, Refused> {
        Ok(match (domain, given) {
            (Domain::Rationals, Given::Number(number)) => Value::Number(number.0.clone().into()),
            (Domain::Integers, Given::Number(number)) if number.is_integer() => Value::Number(number.0.clone().into()),
            (Domain::Range(from, to), Given::Number(number)) if number.is_integer() => {
                let (from, to) = (self.integer(from).map_err(told)?, self.integer(to).map_err(told)?);
                if *number.numer() < from || to < *number.numer() {
                    return Err(format!("expected an integer from {from} to {to}"));
                }
                Value::Number(number.0.clone().into())
            }
            (Domain::Points(side, slot), Given::Point(point)) => {
                let points = self.points_of(*side, *slot);
                if *point >= points {
                    return Err(format!("there are {points} points, counted from 0"));
                }
                Value::Point(*point)
            }
            (Domain::Tables(rows, columns), Given::Table(table)) => {
                let shape = self.extent_of(rows)?.zip(self.extent_of(columns)?);
                let (rows, columns) = shape.ok_or("its domain has a negative or an enormous size")?;
                let matrix = matrix_of(table, rows, columns)
                    .ok_or_else(|| format!("expected {rows} rows of {columns} numbers that are not too long"))?;
                Value::Table(Rc::new(Table::of(&matrix)))
            }
            (Domain::Samples(side, slot, draws), Given::Table(rows)) => {
                let draws = self.integer(draws).map_err(told)?;
                Value::Sample(sample_of(rows, self.points_of(*side, *slot), &draws)?)
            }
            (Domain::SingularSystems(slot, of), Given::System(system)) => {
                let Some(Value::Context(context)) = self.bound(*slot) else { unreachable!("a context is bound first") };
                let context = oriented(context.clone(), of);
                let found = Rc::new(singular(context.view(), system, self.limit)?);
                self.facts.believe(context.key, found.clone());
                Value::System(found)
            }
            _ => return Err("the value has another form than its domain".into()),
        })
    }

    fn points_of(&self, side: Side, slot: Slot) -> usize {
        match (self.bound(slot), side) {
            (Some(Value::Context(context)), Side::X) => context.view().n,
            (Some(Value::Context(context)), Side::A) => context.view().m,
            _ => unreachable!("a context is bound before what depends on it"),
        }
    }

    fn extent_of(&mut self, extent: &Extent) -> Result<Option<usize>, Refused> {
        match extent {
            Extent::Points(side, slot) => Ok(Some(self.points_of(*side, *slot))),
            Extent::Count(term) => Ok(self.integer(term).map_err(told)?.try_into().ok()),
        }
    }
}

/// A context variable as a type names it.
pub(super) fn oriented(context: Context, of: &ContextTerm) -> Context {
    match of {
        ContextTerm::Variable(_) | ContextTerm::Graph(_) => context,
        ContextTerm::Transposed(inner) => oriented(context, inner).transposed(),
    }
}

fn refused(variable: &str, reason: impl Into<String>) -> Rejection {
    Rejection::Instance { variable: variable.into(), reason: reason.into() }
}

fn told(stop: Stop) -> Refused {
    match stop {
        Stop::Undefined(note) => format!("its domain is undefined: {}", note.reason),
        Stop::NotShown(note) => format!("its domain is not shown: {}", note.reason),
    }
}

/// `P = [1; 1] / 2, f = [0, 1]`.
pub(super) fn words(statement: &Statement, certificate: &Certificate) -> String {
    let quantified = statement.clauses.iter().filter_map(|clause| match clause {
        Clause::For(slot, _) => Some(&statement.variables[*slot].name),
        _ => None,
    });
    let words = quantified.filter_map(|name| Some(format!("{name} = {}", written(certificate.instance.get(name)?))));
    words.collect::<Vec<_>>().join(", ")
}

fn written(value: &Given) -> String {
    match value {
        Given::Number(number) => fraction(number),
        Given::Point(point) => format!("point {}", point + 1),
        Given::Table(rows) if rows.iter().all(|row| row.len() == 1) => format!("[{}]", row(&rows.concat())),
        Given::Table(rows) => format!("[{}]", lines(rows)),
        Given::Context(JointTable { joint, .. }) => {
            let denominators = joint.iter().flatten().map(|cell| cell.denom());
            let common = denominators.fold(BigInt::from(1), |all, d| num_integer::lcm(all, d.clone()));
            let whole = |cell: &Number| (cell.numer() * (&common / cell.denom())).to_string();
            let line = |cells: &Vec<Number>| cells.iter().map(whole).collect::<Vec<_>>().join(", ");
            format!("[{}] / {common}", joint.iter().map(line).collect::<Vec<_>>().join("; "))
        }
        Given::System(system) => format!("singular functions [{}] and [{}]", lines(&system.left), lines(&system.right)),
    }
}

fn lines(rows: &Rows) -> String {
    rows.iter().map(|r| row(r)).collect::<Vec<_>>().join("; ")
}

fn row(numbers: &[Number]) -> String {
    numbers.iter().map(|n| fraction(n)).collect::<Vec<_>>().join(", ")
}
