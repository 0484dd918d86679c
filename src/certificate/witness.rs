//! What is said about quantities that are no plain formulas, with what shows it.

use super::{Bound, Function, Number, Rows, Share, Square};
use serde::{Deserialize, Serialize};

/// A witness, by what it is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Witness {
    /// Bounds of squared singular values.
    Spectrum(Spectrum),
    /// All singular functions.
    System(SingularFunctions),
    /// Bounds of an encoder's Ritz values.
    Ritz(Ritz),
    /// Whether an encoder spans top-d singular functions.
    Learns(Learns),
    /// Bounds of an encoder's worst-case error.
    WorstError(WorstError),
    /// Whether an encoder leaves a task of some compatibility with some error.
    HasTask(HasTask),
    /// Bounds of the eigenvalues of a pair of matrices.
    Pencil(Pencil),
}

fn is_false(value: &bool) -> bool {
    !value
}

/// Bounds of `s_i^2`, for some i.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spectrum {
    /// The context's variable.
    pub context: String,
    /// Whether X and A are exchanged.
    #[serde(default, skip_serializing_if = "is_false")]
    pub transposed: bool,
    /// For some indices.
    pub bounds: Vec<Bound>,
}

/// Singular functions up to their norms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SingularFunctions {
    /// The context's variable.
    pub context: String,
    /// Whether X and A are exchanged.
    #[serde(default, skip_serializing_if = "is_false")]
    pub transposed: bool,
    /// N functions on X, the first constant 1.
    pub left: Vec<Function>,
    /// M functions on A, the first constant 1.
    pub right: Vec<Function>,
}

/// Bounds of Ritz values, for some i; families and outside functions are lists of r coefficients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ritz {
    /// The context's variable.
    pub context: String,
    /// Whether X and A are exchanged.
    #[serde(default, skip_serializing_if = "is_false")]
    pub transposed: bool,
    /// The encoder, a row for each point.
    pub features: Rows,
    /// For some indices.
    pub bounds: Vec<Bound>,
}

/// Whether an encoder spans top-d singular functions: true with the members `inside_psd`, `outside_psd` and
/// `multiplier`, false with `family`, `floor`, `floor_psd`, `low` and `low_psd`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Learns {
    /// The context's variable.
    pub context: String,
    /// Whether X and A are exchanged.
    #[serde(default, skip_serializing_if = "is_false")]
    pub transposed: bool,
    /// The encoder, a row for each point.
    pub features: Rows,
    /// c, which parts the eigenvalues inside from those outside.
    pub level: Number,
    /// For `B - c C`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inside_psd: Option<Vec<Square>>,
    /// m >= 0, the weight of the features outside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiplier: Option<Number>,
    /// For `c D - D K + (D 1)(D 1)^T + m sum (D phi_j)(D phi_j)^T`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside_psd: Option<Vec<Square>>,
    /// k functions G with `s_k^2 > c`, `1 <= k <= d`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<Vec<Function>>,
    /// e > 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Number>,
    /// For `B_G - c C_G - e I`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor_psd: Option<Vec<Square>>,
    /// d-k+1 independent lists of d coefficients W, so that the k-th Ritz value is at most c.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Vec<Function>>,
    /// For `W^T (c C - B) W`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low_psd: Option<Vec<Square>>,
}

/// Bounds of `err(Phi; F_eps)`; a bound that is missing is 0 or 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorstError {
    /// The context's variable.
    pub context: String,
    /// Whether X and A are exchanged.
    #[serde(default, skip_serializing_if = "is_false")]
    pub transposed: bool,
    /// The encoder, a row for each point.
    pub features: Rows,
    /// eps.
    pub eps: Number,
    /// The bound from below.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lower: Option<Number>,
    /// A task in `F_eps` with at least that error.
    pub task: Vec<Share>,
    /// The bound from above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<Number>,
    /// t >= 0, what compatibility is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiplier: Option<Number>,
    /// g, the weight of constants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constant: Option<Number>,
    /// For `u D - E + t ((1 - eps)^2 D - D K) + g (D 1)(D 1)^T`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub psd: Option<Vec<Square>>,
}

/// Whether there is a task of norm 1 with `rho = r` and some error: true with `task`, false with the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HasTask {
    /// The context's variable.
    pub context: String,
    /// Whether X and A are exchanged.
    #[serde(default, skip_serializing_if = "is_false")]
    pub transposed: bool,
    /// The encoder, a row for each point.
    pub features: Rows,
    /// r.
    pub rho: Number,
    /// A task with `rho = r` exactly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<Vec<Share>>,
    /// The largest error of such tasks is at most this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<Number>,
    /// t, of any sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub multiplier: Option<Number>,
    /// g, the weight of constants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constant: Option<Number>,
    /// For `u D - E + t (r^2 D - D K) + g (D 1)(D 1)^T`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub psd: Option<Vec<Square>>,
}

/// Bounds of the theta with `A v = theta D v`, for some i; each has all of its members. It is about no context.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pencil {
    /// A, symmetric.
    pub form: Rows,
    /// D, symmetric and positive definite.
    pub mass: Rows,
    /// For some indices.
    pub bounds: Vec<Bound>,
}

impl Witness {
    /// The context's variable, and whether X and A are exchanged; `None` if it is about no context.
    pub fn context(&self) -> Option<(&str, bool)> {
        match self {
            Witness::Spectrum(w) => Some((&w.context, w.transposed)),
            Witness::System(w) => Some((&w.context, w.transposed)),
            Witness::Ritz(w) => Some((&w.context, w.transposed)),
            Witness::Learns(w) => Some((&w.context, w.transposed)),
            Witness::WorstError(w) => Some((&w.context, w.transposed)),
            Witness::HasTask(w) => Some((&w.context, w.transposed)),
            Witness::Pencil(_) => None,
        }
    }

    /// What it is of, as the file says it.
    pub fn of(&self) -> &'static str {
        match self {
            Witness::Spectrum(_) => "spectrum",
            Witness::System(_) => "system",
            Witness::Ritz(_) => "ritz",
            Witness::Learns(_) => "learns",
            Witness::WorstError(_) => "worst_error",
            Witness::HasTask(_) => "has_task",
            Witness::Pencil(_) => "pencil",
        }
    }
}
