//! Whether an encoder spans top-d singular functions.

use super::bound::{columns, form};
use super::context::Joint;
use super::limit::Limit;
use super::psd::{plus_squares, positive_semidefinite};
use crate::certificate::Learns;
use crate::exact::elimination::rank;
use crate::exact::matrix::Matrix;
use num_traits::{Signed, Zero};

/// Why it does not, where no witness is needed: too many features, dependent ones, one whose mean is not 0, or
/// a span that K leaves. `None` if a witness has to tell.
pub(super) fn plainly_not(joint: &Joint, phi: &Matrix) -> Option<&'static str> {
    let d = phi.columns();
    let means = Matrix::rational(1, joint.n, &joint.p).times(phi);
    if d + 1 > joint.n {
        Some("there are more features than singular functions")
    } else if rank(phi) < d {
        Some("the features are dependent")
    } else if means.entries().iter().any(|mean| !mean.is_zero()) {
        Some("a feature has a mean other than 0")
    } else if rank(&phi.beside(&joint.k().times(phi))) > d {
        Some("K maps the span out of itself")
    } else {
        None
    }
}

/// What a witness shows, if its conditions hold; otherwise the one that fails.
pub(super) fn learns(joint: &Joint, phi: &Matrix, witness: &Learns, limit: &Limit) -> Result<bool, String> {
    if let Some(reason) = plainly_not(joint, phi) {
        return Err(format!("nothing is to be shown: {reason}"));
    }
    if phi.columns() == 0 {
        return Err("nothing is to be shown: there are no features".into());
    }
    let learned = witness.inside_psd.is_some() || witness.outside_psd.is_some() || witness.multiplier.is_some();
    let halves = [witness.family.is_some(), witness.floor.is_some(), witness.low.is_some()];
    let missed = halves.contains(&true) || witness.floor_psd.is_some() || witness.low_psd.is_some();
    if learned == missed {
        return Err("it shows neither that the encoder learns nor that it does not, or both".into());
    }
    let missing = |member: &str| format!("it needs the member {member}");
    let (d, level) = (phi.columns(), &witness.level.0);
    let (b, c) = (joint.expected_covariance(phi), joint.covariance(phi));
    if learned {
        let inside = witness.inside_psd.as_ref().ok_or_else(|| missing("inside_psd"))?;
        let multiplier = witness.multiplier.as_ref().ok_or_else(|| missing("multiplier"))?;
        let outside = witness.outside_psd.as_ref().ok_or_else(|| missing("outside_psd"))?;
        if multiplier.is_negative() {
            return Err("the multiplier is negative".into());
        }
        let all = |condition: &str| format!("the eigenvalues inside are not all at least the level: {condition}");
        positive_semidefinite(&b.minus(&c.scaled(level)), inside, limit).map_err(|e| all(&e))?;
        let rest = joint.d.scaled(level).minus(&joint.dk).plus(&joint.ones);
        let most = |condition: &str| format!("the eigenvalues outside are not all at most the level: {condition}");
        let matrix = plus_squares(&rest, multiplier, &joint.d.times(phi));
        positive_semidefinite(&matrix, outside, limit).map_err(|e| most(&e))?;
        return Ok(true);
    }
    let family = witness.family.as_ref().ok_or_else(|| missing("family"))?;
    let floor = witness.floor.as_ref().ok_or_else(|| missing("floor"))?;
    let floor_psd = witness.floor_psd.as_ref().ok_or_else(|| missing("floor_psd"))?;
    let low = witness.low.as_ref().ok_or_else(|| missing("low"))?;
    let low_psd = witness.low_psd.as_ref().ok_or_else(|| missing("low_psd"))?;
    let k = family.len();
    if !(1..=d).contains(&k) {
        return Err(format!("the family has {k} functions, and 1 to {d} are expected"));
    }
    if !floor.is_positive() {
        return Err("the floor is not positive".into());
    }
    // On the family the form is more than c, so s_k^2 > c.
    let g = columns(family, k, joint.n, limit)?;
    let above = joint.expected_covariance(&g).minus(&joint.covariance(&g).scaled(level));
    let above = above.minus(&Matrix::identity(k).scaled(floor));
    positive_semidefinite(&above, floor_psd, limit).map_err(|e| format!("s_{k}^2 is not above the level: {e}"))?;
    // On d-k+1 dimensions of the span it is at most c, so the k-th Ritz value is at most c.
    let w = columns(low, d - k + 1, d, limit)?;
    if rank(&w) < w.columns() {
        return Err("the coefficients are dependent".into());
    }
    let below = form(&c.scaled(level).minus(&b), &w);
    positive_semidefinite(&below, low_psd, limit).map_err(|e| format!("the span is not below the level: {e}"))?;
    Ok(false)
}
