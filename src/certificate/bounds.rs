//! What bounds are made of: squares, weighted functions, and two bounds of a number with what shows them.

use super::{Function, Number};
use serde::{Deserialize, Serialize};

/// A square `weight * v v^T` of those that a matrix is at least; the weight is not negative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Square {
    /// Its weight.
    pub weight: Number,
    /// Its vector.
    pub vector: Function,
}

/// A function with the share that a task has in its direction; the weights of a task are positive and sum to 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Its share.
    pub weight: Number,
    /// The function, of any norm.
    pub function: Function,
}

/// `lower <= v_i <= upper` for the i-th of some eigenvalues that are ordered, the largest first.
///
/// Bounds that need nothing (0 from below, 1 from above) have only themselves; the others have all members of
/// their half.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// Which eigenvalue, from 1.
    pub index: usize,
    /// The bound from below.
    pub lower: Number,
    /// i functions G on whose span the form is large.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Vec<Function>>,
    /// e > 0 with `C_G - e I` positive semidefinite, so that they are independent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Number>,
    /// For `B_G - lower C_G`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lower_psd: Option<Vec<Square>>,
    /// For `C_G - floor I`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_psd: Option<Vec<Square>>,
    /// The bound from above.
    pub upper: Number,
    /// i-1 functions, on whose orthogonal complement the form is small.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<Vec<Function>>,
    /// m >= 0, the weight of the outside functions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiplier: Option<Number>,
    /// For the form that is `upper ||f||^2 - <f, K f>` on that complement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper_psd: Option<Vec<Square>>,
}

impl Bound {
    /// Bounds without anything that shows them: 0 and 1 need nothing.
    pub fn of(index: usize, lower: Number, upper: Number) -> Bound {
        Bound {
            index,
            lower,
            family: None,
            floor: None,
            lower_psd: None,
            floor_psd: None,
            upper,
            outside: None,
            multiplier: None,
            upper_psd: None,
        }
    }
}
