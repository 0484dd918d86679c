//! Training objectives and their gradients in f64: reference values for training code.
//!
//! Whoever trains an encoder in PyTorch or JAX on a context that is known (a table of counts, a graph, a
//! data set with labels) can compare here: what is the loss of this table of features over the whole
//! population, and what is its gradient? Three things are needed:
//!
//! * a [`Population`], made from a [`Context`](crate::context::Context);
//! * a [`Table`] for each encoder, one row a point and one column a feature, row-major like an array of
//!   NumPy;
//! * the objective, which gives a [`ValueAndGradient`]. The gradient is what automatic differentiation gives
//!   for the table as the parameter: partial derivatives by its entries, no weighting by p or q. For an
//!   encoder that is a network, it is what enters the network's backward pass.
//!
//! | objective | of | formula |
//! | --- | --- | --- |
//! | [`contrastive`](contrastive::contrastive) | Psi | `E[-<Psi~(A), Psi~(A+)> + 1/2 <Psi~(A), Psi~(A-)>^2]` |
//! | [`uncentred_contrastive`](contrastive::uncentred_contrastive) | Psi | the same of Psi as it is |
//! | [`noncontrastive`](noncontrastive::noncontrastive) | Psi | `E \|\|Psi(A) - Psi(A+)\|\|^2` |
//! | [`graph`](graph::graph) | Phi | `1/2 E_P \|\|Phi(u) - Phi(v)\|\|^2` |
//! | [`supervised`](supervised::supervised) | Phi | `min_{W,b} E \|\|W Phi(X) + b - v(A)\|\|^2` |
//! | [`single_view`](distance::single_view) | Phi, Psi | `E \|\|Phi(X) - Psi(A)\|\|^2` |
//! | [`two_sided`](distance::two_sided) | Phi, Psi | `E \|\|Phi~(X) - Psi~(A)\|\|^2` |
//! | [`kernel_integral`](kernel_integral::kernel_integral) | Phi | `E \|\|Phi~\|\|^2 - E <Phi~, T_k Phi~>` |
//! | [`low_rank`](low_rank::low_rank) | Phi, Psi | `-2 E_P[Phi.Psi] + E_{p x q}[(Phi.Psi)^2]` |
//! | [`nested`](nested::nested) | Phi | `sum_i c_i <phi_i, K phi_i>`, to be maximised |
//! | [`contrastive_batch`](batch::contrastive_batch) | Psi | the uncentred contrastive loss of a mini-batch |
//! | [`low_rank_batch`](batch::low_rank_batch) | Phi, Psi | the low-rank loss of a mini-batch |
//!
//! **Constraints are not enforced.** Where the theory minimises subject to `Cov[Phi] = I`, what is here is
//! the expression itself and its gradient in the space of all tables: nothing is projected or retracted.
//!
//! **Cost.** The table P enters by products of matrices only, so that a call costs `O((N M + N d + M d) d)`;
//! N x N or M x M matrices are not made. A mini-batch costs `O(B d^2)`.
//!
//! **Accuracy.** Unlike the rest of [`float`](super), these are plain floats without a bound on their error:
//! about as accurate as a sum over the table in f64. Each objective that does not change when features are
//! shifted is computed on centred features, so that a large common offset costs only the digits that the
//! offset itself costs. What overflows becomes infinite or NaN.
//!
//! Gradient descent on the contrastive loss ends at `-1/2 s_1^4`:
//!
//! ```
//! use contexture::context::{A, Context};
//! use contexture::float::objective::contrastive::contrastive;
//! use contexture::float::objective::{Population, Table};
//!
//! let context = Context::from_counts(&[[2, 1, 1], [1, 2, 1], [1, 1, 2]])?;
//! let population = Population::of(&context)?;
//! let mut psi = vec![0.3, -0.1, 0.2];
//! for _ in 0..200 {
//!     let loss = contrastive(&population, &Table::<A>::new(3, 1, &psi)?)?;
//!     psi.iter_mut().zip(loss.gradient.row_major()).for_each(|(entry, slope)| *entry -= 5.0 * slope);
//! }
//! let loss = contrastive(&population, &Table::<A>::new(3, 1, &psi)?)?;
//! assert!((loss.value + 1.0 / 512.0).abs() < 1e-12); // s_1^2 = 1/16
//! # Ok::<(), contexture::error::Error>(())
//! ```

pub mod batch;
pub mod contrastive;
#[cfg(test)]
mod differences;
pub mod distance;
pub mod graph;
pub mod kernel_integral;
pub mod low_rank;
pub mod nested;
pub mod noncontrastive;
mod population;
pub mod supervised;
mod table;
mod weighted;

use crate::context::{A, X};

pub use population::Population;
pub use table::Table;

/// The gradients by Phi and by Psi.
pub type Both = (Table<X>, Table<A>);

/// The value of an objective, and its gradient: a [`Table`] for an objective of one encoder, [`Both`]
/// for one of two.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueAndGradient<G> {
    /// The value.
    pub value: f64,
    /// The partial derivatives by the entries of the encoder's table, in its shape.
    pub gradient: G,
}
