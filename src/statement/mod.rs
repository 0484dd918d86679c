//! The statement language: what a claim looks like as text, and what it says. Nothing here evaluates.
//!
//! ```text
//! text ──parse──► syntax tree (names, as written) ──elaborate──► typed tree (what each name means)
//! ```
//!
//! The syntax tree is what the formatter prints; the typed tree is what an evaluator or a checker walks.

mod application;
mod diagnostic;
mod document;
mod elaborate;
mod formatter;
mod layout;
mod lexer;
pub mod names;
mod parser;
mod printer;
mod reference;
mod scope;
mod signature;
mod size;
mod syntax;
pub mod tree;
pub mod types;
mod typing;

pub use diagnostic::Diagnostic;
pub use formatter::format;
pub use reference::reference;
pub use tree::Statement;

/// Reads a statement. Everything that is wrong is told at once, in the order of the text.
pub fn read(text: &str) -> Result<Statement, Vec<Diagnostic>> {
    elaborate::elaborate(text, document::parse(text))
}
