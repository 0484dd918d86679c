//! Which names are bound, and what they are.

use super::diagnostic::{Diagnostic, did_you_mean};
use super::names::{NAMES, lookup};
use super::parser::RESERVED;
use super::signature::shown;
use super::size::Size;
use super::syntax::Identifier;
use super::tree::{Slot, Variable};
use super::types::Type;
use std::collections::{HashMap, HashSet};

/// The most variables that a statement can bind.
pub(super) const MAX_VARIABLES: usize = 64;

/// Why a term has no type.
pub(super) enum Fault {
    /// Something is wrong here.
    Found(Diagnostic),
    /// It mentions a name whose own clause is wrong, which is told there.
    Echo,
}

impl From<Diagnostic> for Fault {
    fn from(found: Diagnostic) -> Fault {
        Fault::Found(found)
    }
}

/// The names that can be mentioned at a place of the text.
#[derive(Default)]
pub(super) struct Scope {
    /// All variables so far, in scope or not.
    pub variables: Vec<Variable>,
    visible: Vec<Slot>,
    /// What integer names that `let` defines stand for.
    pub sizes: HashMap<String, Size>,
    lost: HashSet<String>,
}

/// How many variables were visible; see [`Scope::leave`].
pub(super) struct Mark(usize);

impl Scope {
    /// Names that would be bound if their clauses were right.
    pub(super) fn lose(&mut self, names: impl IntoIterator<Item = String>) {
        self.lost.extend(names);
    }

    /// Binds a name.
    pub(super) fn bind(&mut self, name: &Identifier, of: Type) -> Result<Slot, Diagnostic> {
        self.free(name)?;
        if self.variables.len() == MAX_VARIABLES {
            let message = format!("a statement has at most {MAX_VARIABLES} variables");
            return Err(Diagnostic::new(name.span.clone(), message));
        }
        self.variables.push(Variable { name: name.text.clone(), of });
        self.visible.push(self.variables.len() - 1);
        Ok(self.variables.len() - 1)
    }

    /// Whether a name can be bound: it is no word of the language, no quantity, and not bound yet.
    pub(super) fn free(&self, name: &Identifier) -> Result<(), Diagnostic> {
        let Identifier { text, span } = name;
        let error = |message: String| Err(Diagnostic::new(span.clone(), message).help("choose another name"));
        if RESERVED.contains(&text.as_str()) {
            return error(format!("`{text}` is a word of the language"));
        }
        if let Some(entry) = lookup(text) {
            return error(format!("`{text}` is a quantity: {}", entry.meaning));
        }
        if self.slot(text).is_some() {
            return error(format!("`{text}` is bound already"));
        }
        Ok(())
    }

    /// The variable with a name.
    pub(super) fn find(&self, name: &Identifier) -> Result<Slot, Fault> {
        if let Some(slot) = self.slot(&name.text) {
            return Ok(slot);
        }
        if self.lost.contains(&name.text) {
            return Err(Fault::Echo);
        }
        let found = Diagnostic::new(name.span.clone(), format!("unknown name `{}`", name.text));
        if let Some(entry) = lookup(&name.text) {
            let message = format!("`{}` is a quantity and takes arguments", name.text);
            return Err(Diagnostic { message, ..found }.help(shown(entry)).into());
        }
        let visible = self.visible.iter().map(|slot| self.variables[*slot].name.as_str());
        let names = NAMES.iter().map(|entry| entry.name);
        Err(match did_you_mean(&name.text, visible.chain(names)) {
            Some(help) => found.help(help).into(),
            None => found.help("variables are bound by `for` and `let`").into(),
        })
    }

    /// Whether complaints about a name would be echoes.
    pub(super) fn is_lost(&self, name: &str) -> bool {
        self.lost.contains(name) && self.slot(name).is_none()
    }

    pub(super) fn slot(&self, name: &str) -> Option<Slot> {
        self.visible.iter().copied().find(|slot| self.variables[*slot].name == name)
    }

    /// What is visible now.
    pub(super) fn mark(&self) -> Mark {
        Mark(self.visible.len())
    }

    /// Forgets what was bound after a mark.
    pub(super) fn leave(&mut self, mark: Mark) {
        self.visible.truncate(mark.0);
    }
}
