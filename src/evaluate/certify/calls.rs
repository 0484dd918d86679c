//! Which quantities an evaluation meets, and at which arguments.

use crate::evaluate::term::Evaluation;
use crate::evaluate::value::Value;
use crate::statement::names::Quantity;
use crate::statement::tree::Term;
use crate::statement::types::{ContextTerm, Type};

/// A quantity of a context that was evaluated.
#[derive(Clone, Debug)]
pub(crate) struct Call {
    /// The quantity.
    pub quantity: Quantity,
    /// The context, its first argument.
    pub context: ContextTerm,
    /// The values of all arguments.
    pub arguments: Vec<Value>,
}

impl Evaluation<'_> {
    /// Notes a quantity, if calls are noted, and it is one of a context and has all arguments. Calls inside its
    /// arguments are noted when they are evaluated for its value.
    pub(in crate::evaluate) fn note(&mut self, quantity: Quantity, of: &[Term]) {
        let Some(Type::Context(context)) = of.first().map(|term| &term.of) else { return };
        let Some(mut calls) = self.calls.take() else { return };
        let arguments: Result<Vec<Value>, _> = of.iter().map(|term| self.value(term)).collect();
        if let Ok(arguments) = arguments {
            calls.push(Call { quantity, context: context.clone(), arguments });
        }
        self.calls = Some(calls);
    }
}
