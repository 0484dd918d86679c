//! When a term has a value: what has to hold, and which values have to exist.

use super::gallina::{Gallina, level};

/// One thing that a term needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Condition {
    /// The value that is named, and its type; none if only the proposition has to hold.
    pub value: Option<(String, String)>,
    /// What has to hold; of the value, if there is one.
    pub proposition: Gallina,
    /// Whether it is that of a name's term: then a value is the same for all that a fold runs over.
    pub of_name: bool,
}

/// A variable of a sum, a maximum, an expectation.
#[derive(Clone, Debug)]
pub(super) struct Binder {
    pub name: String,
    pub of: String,
    /// The range, if it is not the whole type.
    pub within: Option<Gallina>,
}

/// Conditions, each once, in the order in which the terms are evaluated.
#[derive(Clone, Debug, Default)]
pub(super) struct Conditions(Vec<Condition>);

impl Conditions {
    pub fn none_is_there(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a value has to exist.
    pub fn ask_for_a_value(&self) -> bool {
        self.0.iter().any(|c| c.value.is_some())
    }

    pub fn need(&mut self, proposition: Gallina) {
        self.add(Condition { value: None, proposition, of_name: false });
    }

    pub fn add(&mut self, condition: Condition) {
        if !self.0.contains(&condition) {
            self.0.push(condition);
        }
    }

    pub fn add_all(&mut self, others: Conditions) {
        others.0.into_iter().for_each(|c| self.add(c));
    }

    /// Those of a name's term, where the name is used.
    pub fn add_all_of_a_name(&mut self, others: &Conditions) {
        others.0.iter().for_each(|c| self.add(Condition { of_name: true, ..c.clone() }));
    }

    /// Those of the body of a fold, for all that its variable runs over: a value is then a function of it.
    pub fn add_all_of_a_body(&mut self, body: Conditions, binder: &Binder, filter: Option<&Gallina>) {
        for condition in body.0 {
            // What is needed anyway is not asked again for each value.
            if condition.value.is_none() && self.0.contains(&condition) {
                continue;
            }
            self.add(match condition.of_name && condition.value.is_some() {
                true => condition,
                false => Condition {
                    value: condition.value.map(|(name, of)| (name, format!("{} -> {of}", binder.of))),
                    proposition: binder.all(
                        &filter
                            .iter()
                            .fold(condition.proposition, |body, filter| filter.right("->", &body, level::ARROW)),
                    ),
                    of_name: false,
                },
            });
        }
    }

    /// All of them, and then the body.
    pub fn and(&self, body: Option<Gallina>) -> Option<Gallina> {
        self.0.iter().rev().fold(body, |body, condition| {
            let both = match &body {
                Some(body) => condition.proposition.right("/\\", body, level::AND),
                None => condition.proposition.clone(),
            };
            Some(match &condition.value {
                Some((name, of)) => Gallina::new(format!("exists {name} : {of}, {}", both.text), level::BINDER),
                None => both,
            })
        })
    }
}

impl Binder {
    /// `forall x, body`
    pub fn all(&self, body: &Gallina) -> Gallina {
        let body = match &self.within {
            Some(within) => within.right("->", body, level::ARROW),
            None => body.clone(),
        };
        Gallina::new(format!("forall {} : {}, {}", self.name, self.of, body.text), level::BINDER)
    }

    /// `exists x, body`
    pub fn any(&self, body: &Gallina) -> Gallina {
        let body = match &self.within {
            Some(within) => within.right("/\\", body, level::AND),
            None => body.clone(),
        };
        Gallina::new(format!("exists {} : {}, {}", self.name, self.of, body.text), level::BINDER)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_a_sum_is_a_function_of_its_variable() {
        let least = |of_name| Condition {
            value: Some(("m".into(), "R".into())),
            proposition: Gallina::new("minimum_is f m", level::APPLICATION),
            of_name,
        };
        let binder = Binder { name: "x".into(), of: "'I_N".into(), within: None };
        for (of_name, expected) in [
            (false, "exists m : 'I_N -> R, (forall x : 'I_N, minimum_is f m) /\\ true"),
            (true, "exists m : R, minimum_is f m /\\ true"),
        ] {
            let (mut body, mut all) = (Conditions::default(), Conditions::default());
            body.add(least(of_name));
            all.add_all_of_a_body(body, &binder, None);
            assert_eq!(all.and(Some(Gallina::atom("true"))).unwrap().text, expected);
        }
    }
}
