//! Pieces of Gallina, Coq's language of terms, and when they need parentheses.

/// A text and how tightly it binds: Coq's level, larger is looser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gallina {
    pub text: String,
    level: u8,
    /// Whether it ends in a quantifier, which goes on as far as it can.
    is_open: bool,
}

/// Coq's levels of what is written here.
pub(super) mod level {
    pub const ATOM: u8 = 0;
    pub const APPLICATION: u8 = 10;
    pub const POWER: u8 = 29;
    pub const OPPOSITE: u8 = 35;
    pub const PRODUCT: u8 = 40;
    pub const BIG: u8 = 41;
    pub const SUM: u8 = 50;
    pub const COMPARISON: u8 = 70;
    pub const NOT: u8 = 75;
    pub const AND: u8 = 80;
    pub const OR: u8 = 85;
    pub const IFF: u8 = 95;
    pub const ARROW: u8 = 99;
    pub const BINDER: u8 = 200;
}

impl Gallina {
    pub fn new(text: impl Into<String>, level: u8) -> Gallina {
        Gallina { text: text.into(), level, is_open: level == level::BINDER }
    }

    /// A name, a number, something in brackets.
    pub fn atom(text: impl Into<String>) -> Gallina {
        Gallina::new(text, level::ATOM)
    }

    /// `f a b`
    pub fn applied(function: &str, arguments: &[&Gallina]) -> Gallina {
        let arguments = arguments.iter().map(|a| format!(" {}", a.argument()));
        Gallina::new(format!("{function}{}", arguments.collect::<String>()), level::APPLICATION)
    }

    /// The text where only what binds at least so tightly can stand.
    pub fn at(&self, loosest: u8) -> String {
        if self.level <= loosest && !self.is_open { self.text.clone() } else { format!("({})", self.text) }
    }

    /// The text as an argument of a function.
    pub fn argument(&self) -> String {
        self.at(level::ATOM)
    }

    /// An operator that associates to the left: what stands on its right binds more tightly.
    pub fn left(&self, operator: &str, right: &Gallina, at: u8) -> Gallina {
        Gallina::new(format!("{} {operator} {}", self.at(at), right.at(at - 1)), at)
    }

    /// An operator that associates to the right. A quantifier on its right goes on as far as it can.
    pub fn right(&self, operator: &str, right: &Gallina, at: u8) -> Gallina {
        let stands = right.level <= at || right.level == level::BINDER;
        let text = if stands { right.text.clone() } else { right.at(at) };
        Gallina { text: format!("{} {operator} {text}", self.at(at - 1)), level: at, is_open: stands && right.is_open }
    }

    /// `a = b` and its like, which do not chain.
    pub fn related(&self, relation: &str, right: &Gallina) -> Gallina {
        let at = level::COMPARISON - 1;
        Gallina::new(format!("{} {relation} {}", self.at(at), right.at(at)), level::COMPARISON)
    }

    /// `a <-> b`
    pub fn related_by_iff(&self, right: &Gallina) -> Gallina {
        let at = level::IFF - 1;
        Gallina::new(format!("{} <-> {}", self.at(at), right.at(at)), level::IFF)
    }

    /// A proposition about natural numbers, which has their notations.
    pub fn of_naturals(&self) -> Gallina {
        Gallina::atom(format!("({})%N", self.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parentheses_stand_where_they_are_needed() {
        let (a, b, c) = (Gallina::atom("a"), Gallina::atom("b"), Gallina::atom("c"));
        let sum = a.left("-", &b, level::SUM);
        assert_eq!(sum.left("-", &c, level::SUM).text, "a - b - c");
        assert_eq!(c.left("-", &sum, level::SUM).text, "c - (a - b)");
        assert_eq!(sum.left("*", &c, level::PRODUCT).text, "(a - b) * c");
        assert_eq!(Gallina::applied("f", &[&a, &sum, &Gallina::applied("g", &[&c])]).text, "f a (a - b) (g c)");
        let implied = a.right("->", &b, level::ARROW);
        assert_eq!(implied.right("->", &c, level::ARROW).text, "(a -> b) -> c");
        assert_eq!(c.right("->", &implied, level::ARROW).text, "c -> a -> b");
        let all = a.right("/\\", &Gallina::new("forall x, b", level::BINDER), level::AND);
        assert_eq!(all.text, "a /\\ forall x, b");
        assert_eq!(all.right("->", &c, level::ARROW).text, "(a /\\ forall x, b) -> c");
        // A quantifier at the end of an implication does not make the implication one.
        let implied = a.right("->", &Gallina::new("forall x, b", level::BINDER), level::ARROW);
        assert_eq!(implied.text, "a -> forall x, b");
        assert_eq!(c.right("/\\", &implied, level::AND).text, "c /\\ (a -> forall x, b)");
        assert_eq!(implied.right("/\\", &c, level::AND).text, "(a -> forall x, b) /\\ c");
        assert_eq!(c.right("->", &implied, level::ARROW).text, "c -> a -> forall x, b");
    }
}
