//! The two sides of a context, as types: a function on X cannot be taken for one on A.

use super::Context;
use num_bigint::BigInt;
use std::fmt::Debug;

/// The input's side: rows of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct X;

/// The context variable's side: columns of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct A;

/// [`X`] or [`A`].
pub trait Side: Copy + Debug + PartialEq + sealed::Sealed {
    /// The other one.
    type Other: Side<Other = Self>;

    /// `"X"` or `"A"`.
    const NAME: &'static str;

    /// The marginal weights on this side: over [`Context::total`] they are `p` or `q`.
    fn masses(context: &Context) -> &[BigInt];

    /// The names of the points on this side.
    fn labels(context: &Context) -> &[String];

    /// The names of the points on this side that had zero mass.
    fn removed(context: &Context) -> &[String];

    /// The joint weight of a point here and a point on the other side.
    fn weight(context: &Context, here: usize, there: usize) -> &BigInt;
}

impl Side for X {
    type Other = A;
    const NAME: &'static str = "X";

    fn masses(context: &Context) -> &[BigInt] {
        context.row_sums()
    }

    fn labels(context: &Context) -> &[String] {
        context.x_labels()
    }

    fn removed(context: &Context) -> &[String] {
        &context.removed().x
    }

    fn weight(context: &Context, here: usize, there: usize) -> &BigInt {
        context.weight(here, there)
    }
}

impl Side for A {
    type Other = X;
    const NAME: &'static str = "A";

    fn masses(context: &Context) -> &[BigInt] {
        context.column_sums()
    }

    fn labels(context: &Context) -> &[String] {
        context.a_labels()
    }

    fn removed(context: &Context) -> &[String] {
        &context.removed().a
    }

    fn weight(context: &Context, here: usize, there: usize) -> &BigInt {
        context.weight(there, here)
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::X {}
    impl Sealed for super::A {}
}
