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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::evaluate::prepared::Prepared;
    use crate::exact::real::Real;
    use crate::statement::read;

    /// Bodies of a fold are noted for each value, what is settled on the left is not, and terms inside of
    /// arguments once.
    #[test]
    fn quantities_are_noted_as_often_as_they_are_evaluated() {
        let text = "statement s\nsource own\nfor P: context\n\
                    claim (for all i in 1..2: s(P, N(P) - i) >= 0) and (N(P) = 3 or s(transposed(P), 1) = 0)\n";
        let statement = read(text).unwrap();
        let mut evaluation = Evaluation::noting(&statement);
        let context = Context::from_counts(&[[1, 0], [0, 1], [1, 1]]).unwrap();
        evaluation.bind(0, Value::Context(Prepared::new(context)));
        evaluation.claim();
        let seen = evaluation.noted();
        let index = |call: &Call| match call.arguments.get(1) {
            Some(Value::Number(i)) => Real::as_rational(i).map(ToString::to_string),
            _ => None,
        };
        let seen: Vec<(Quantity, Option<String>)> = seen.iter().map(|call| (call.quantity, index(call))).collect();
        let (s, n) = (Quantity::SingularValue, Quantity::PointsOfX);
        let expected = [(s, Some("2".into())), (n, None), (s, Some("1".into())), (n, None), (n, None)];
        assert_eq!(seen, expected);
    }
}
