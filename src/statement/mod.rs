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
pub use document::MAX_BYTES;
pub use formatter::format;
pub use reference::reference;
pub use tree::Statement;

/// Reads a statement. Everything that is wrong is told at once, in the order of the text, but no more than
/// one thing a clause.
///
/// ```
/// let text = "statement contraction\nsource icml25 section 2.2\n\
///             for P: context, g: function(P, A)\nclaim norm(T(P) * g) <= norm(h)\n";
/// let found = contexture::statement::read(text).unwrap_err();
/// assert_eq!(found[0].message, "unknown name `h`");
/// assert!(contexture::statement::read(&text.replace("(h)", "(g)")).is_ok());
/// ```
pub fn read(text: &str) -> Result<Statement, Vec<Diagnostic>> {
    elaborate::elaborate(text, document::parse(text))
}
