//! The training objectives that are claimed to learn the contexture: their values, their extreme values over
//! all encoders with as many features, and whether an encoder attains them. All of it exactly.
//!
//! | file | objective | of | subject to | extreme value |
//! | --- | --- | --- | --- | --- |
//! | [`supervised`] | `min_{W,b} E ||W Phi(X) + b - v(A)||^2` | Phi | | `E ||v||^2 -` top eigenvalues of `T L T*` |
//! | [`balanced`] | `min_{W,b} E[||W Phi(X) + b - e_A||^2 / sqrt q(A)]` | Phi | | see there |
//! | [`contrastive`] | `E[-<Psi~(A), Psi~(A+)> + 1/2 <Psi~(A), Psi~(A-)>^2]` | Psi | | `-1/2 sum s_i^4` |
//! | [`spectral_contrastive`] | `E[-2 <Psi(A), Psi(A+)> + <Psi(A), Psi(A-)>^2]` | Psi | | `-sum_{i<d} s_i^4`, with `s_0` |
//! | [`noncontrastive`] | `E ||Psi(A) - Psi(A+)||^2` | Psi | `Cov Psi = I` | `2 sum (1 - s_i^2)` |
//! | [`graph`] | `1/2 E ||Phi(u) - Phi(v)||^2` | Phi | `Cov Phi = I` | `d -` top eigenvalues of T |
//! | [`single_view`] | `E ||Phi(X) - Psi(A)||^2` | Phi, Psi | `Cov Phi = I` | `sum (1 - s_i^2)` |
//! | [`two_sided`] | `E ||Phi~(X) - Psi~(A)||^2` | Phi, Psi | both `Cov = I` | `2 sum (1 - s_i)` |
//! | [`low_rank`] | `-2 E_P[Phi.Psi] + E_{p x q}[(Phi.Psi)^2]` | Phi, Psi | | `-sum_{i<d} s_i^2`, with `s_0` |
//! | [`kernel_integral`] | `E ||Phi~||^2 - E <Phi~, T_k Phi~>` | Phi | `Cov Phi = I` | `d -` top eigenvalues of `T_k` |
//! | [`explained`] | `sum_j ||T* phi_j||^2`, largest | Phi | orthonormal, mean zero | `sum s_i^2` |
//! | [`nested`] | `sum_j c_j <phi_j, K phi_j>`, largest | Phi | orthonormal, mean zero | `sum c_i s_i^2` |
//!
//! The losses [`barlow_twins`], [`vicreg`] and [`info_nce`] have values here, and no extreme value: nothing computes it.
//!
//! Sums are over i = 1..d where nothing else is said. Denoising is [`supervised`] on the transposed context.
//! Whether the extreme is attained is decided by eigenvalues, one by one, and not by comparing sums of them
//! ([`extremum`] says why that is the same). Where it is not attained, [`better`] looks for an encoder that shows
//! it; [`minimiser`] for a rational one that attains it.

pub mod balanced;
pub mod barlow_twins;
pub mod better;
pub mod contrastive;
pub mod explained;
pub mod extracts;
pub mod extremum;
pub mod graph;
pub mod info_nce;
pub mod kernel_integral;
pub mod low_rank;
pub mod minimiser;
#[cfg(test)]
mod naive;
pub mod nested;
pub mod noncontrastive;
pub mod single_view;
pub mod spectral_contrastive;
pub mod supervised;
pub mod two_sided;
pub mod vicreg;
