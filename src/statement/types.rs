//! What a term of a statement denotes.
//!
//! Everything that has entries is a *table*: a function on X is a table of N rows and one column, an encoder
//! has a row for each point and a column for each feature, `T` has rows on X and columns on A. What a row or
//! a column stands for is a [`Space`], so that a function on X cannot be taken for one on A, nor one on the
//! points of another context.

use std::fmt;

/// Which side of a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The input's side.
    X,
    /// The context variable's side.
    A,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Side {
        match self {
            Side::X => Side::A,
            Side::A => Side::X,
        }
    }
}

/// Which context, as far as the text tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ContextTerm {
    /// A variable of the statement, by its name.
    Variable(String),
    /// A variable that is a graph, by its name: both sides are its vertices.
    Graph(String),
    /// The same context with X and A exchanged.
    Transposed(Box<ContextTerm>),
}

impl ContextTerm {
    /// The context with X and A exchanged; twice is not at all, and a graph stays what it is.
    pub fn transposed(self) -> ContextTerm {
        match self {
            ContextTerm::Transposed(inner) => *inner,
            graph @ ContextTerm::Graph(_) => graph,
            other => ContextTerm::Transposed(Box::new(other)),
        }
    }
}

/// What the rows or columns of a table are.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Space {
    /// The points of one side of a context, which has weights `p` or `q`. Never of a transposed context, nor of
    /// A of a graph: see [`Space::side`].
    Side(Side, ContextTerm),
    /// So many numbered places, from 1. The number is an integer expression, in canonical text: two
    /// dimensions are the same if they are written the same.
    Dimension(String),
}

impl Space {
    /// The points of a side: X of a transposed context is A of the context itself, and A of a graph is X.
    pub fn side(side: Side, context: ContextTerm) -> Space {
        match context {
            ContextTerm::Transposed(inner) => Space::side(side.other(), *inner),
            graph @ ContextTerm::Graph(_) => Space::Side(Side::X, graph),
            variable => Space::Side(side, variable),
        }
    }

    /// The one column of a function.
    pub fn one() -> Space {
        Space::Dimension("1".into())
    }
}

/// What a term denotes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// True or false.
    Truth,
    /// An integer; it may stand wherever a real may.
    Integer,
    /// A real number.
    Real,
    /// A context.
    Context(ContextTerm),
    /// A choice of singular functions of a context.
    SingularSystem(ContextTerm),
    /// A table of reals with these rows and columns.
    Table(Space, Space),
    /// A point of a side.
    Point(Space),
    /// So many independent draws from the points of a side; the number in canonical text.
    Sample(Space, String),
}

impl Type {
    /// A function on the points of a space.
    pub fn function(space: Space) -> Type {
        Type::Table(space, Space::one())
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if *self == Side::X { "X" } else { "A" })
    }
}

impl fmt::Display for ContextTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ContextTerm::Variable(name) | ContextTerm::Graph(name) => f.write_str(name),
            ContextTerm::Transposed(inner) => write!(f, "transposed({inner})"),
        }
    }
}

impl fmt::Display for Space {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Space::Side(side, context) => write!(f, "{side}({context})"),
            Space::Dimension(text) => f.write_str(text),
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Truth => f.write_str("truth"),
            Type::Integer => f.write_str("integer"),
            Type::Real => f.write_str("real"),
            Type::Context(_) => f.write_str("context"),
            Type::SingularSystem(context) => write!(f, "singular_system({context})"),
            Type::Table(rows, columns) if *columns == Space::one() => write!(f, "function on {rows}"),
            Type::Table(rows, columns) => write!(f, "table({rows}, {columns})"),
            Type::Point(space) => write!(f, "point of {space}"),
            Type::Sample(space, draws) => write!(f, "sample of {draws} from {space}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_twice_is_nothing() {
        let p = ContextTerm::Variable("P".into());
        assert_eq!(p.clone().transposed().transposed(), p);
        assert_eq!(Space::side(Side::X, p.clone().transposed()), Space::side(Side::A, p.clone()));
        assert_ne!(Space::side(Side::X, p.clone()), Space::side(Side::A, p));
        let graph = ContextTerm::Graph("P".into());
        assert_eq!(graph.clone().transposed(), graph);
        assert_eq!(Space::side(Side::X, graph.clone()), Space::side(Side::A, graph));
    }
}
