//! What an encoder is worth: covariances, ratio trace, trace gap.

use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::elimination;
use crate::exact::matrix::Matrix;
use crate::exact::pencil::pencil_eigenvalues;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::Undefined;

/// `C_Phi = Cov_p[Phi]`: d x d, symmetric, positive semidefinite.
pub fn covariance(context: &Context, encoder: &Encoder<X>) -> Matrix {
    let centred = context.centred_encoder(encoder);
    context.gram(&centred, &centred)
}

/// `B_Phi = Cov_q[T* Phi]`: d x d, symmetric, positive semidefinite, at most `C_Phi`.
pub fn expected_covariance(context: &Context, encoder: &Encoder<X>) -> Matrix {
    let expected: Encoder<A> = context.expect_encoder(encoder);
    let centred = context.centred_encoder(&expected);
    context.gram(&centred, &centred)
}

/// The number of dimensions of the centred features' span.
pub fn centred_rank(context: &Context, encoder: &Encoder<X>) -> usize {
    elimination::rank(context.centred_encoder(encoder).matrix())
}

/// The ratio trace `RT(Phi) = Tr(C_Phi^-1 B_Phi)`, in [0, d]; where `C_Phi` is singular, that of a maximal
/// linearly independent subset of the columns of Phi.
///
/// Undefined if every column is zero, and if a constant other than zero is in the span of Phi: then the
/// covariance of every such subset is singular.
///
/// Source: Zhai et al. 2025, Definition 21.
pub fn ratio_trace(context: &Context, encoder: &Encoder<X>) -> Result<Rational, Undefined> {
    let columns = elimination::independent_columns(encoder.matrix());
    if columns.is_empty() {
        return Err(Undefined::new("RT(Phi)", "every feature is zero, so no subset of them is independent"));
    }
    let subset = Encoder::new(encoder.matrix().select_columns(&columns));
    let covariance = covariance(context, &subset);
    if elimination::rank(&covariance) < columns.len() {
        let reason =
            "a constant is in the span of the features, so the covariance of a maximal independent subset is singular";
        return Err(Undefined::new("RT(Phi)", reason));
    }
    let quotient = elimination::solve(&covariance, &expected_covariance(context, &subset));
    Ok(quotient.expect("a covariance of full rank has an inverse").trace())
}

/// The Ritz values of an encoder: the eigenvalues of `K` seen on the span of the centred features, that is
/// of `C^-1 B` for a basis of it, largest first, repeated by multiplicity. As many as the centred rank.
pub fn ritz_values(context: &Context, encoder: &Encoder<X>) -> Vec<RealAlgebraic> {
    let centred = context.centred_encoder(encoder);
    let columns = elimination::independent_columns(centred.matrix());
    let basis = Encoder::new(centred.matrix().select_columns(&columns));
    let (c, b) = (covariance(context, &basis), expected_covariance(context, &basis));
    pencil_eigenvalues(&c, &b)
}

/// The trace gap, and the numbers of dimensions at which it may be attained.
pub struct TraceGap {
    /// The value, at least 0.
    pub value: Real,
    /// For each d', the smallest `s_1^2 + ... + s_{d'+1}^2 - Tr(C_F^-1 B_F)` over F of d' dimensions.
    pub by_dimension: Vec<Real>,
}

/// `TG(Phi)`: the least `s_1^2 + ... + s_{d'+1}^2 - Tr(C_F^-1 B_F)` over d' <= d and linearly independent
/// `f_1 .. f_d'` in span Phi whose covariance is not singular (d' = 0: `s_1^2`).
///
/// For each d' the largest trace is that of the first d' Ritz values (Courant-Fischer), so the infimum is a
/// minimum of as many numbers as the centred rank, plus one. Undefined if an index of s leaves 1..N-1: for
/// N = 1, and for an encoder whose centred rank is N - 1.
///
/// Source: Zhai et al. 2025, Definition 23; `docs/readings.md` says how it is read.
pub fn trace_gap(context: &Context, spectrum: &Spectrum, encoder: &Encoder<X>) -> Result<TraceGap, Undefined> {
    let ritz = ritz_values(context, encoder);
    let term = |dimension: usize| -> Option<Real> {
        let last = Real::from(spectrum.squared(dimension + 1)?.clone());
        // Equal values cancel exactly, so that an encoder that learns the contexture has a plain s_{d+1}^2.
        let missed = (1..=dimension).map(|i| {
            let (s, theta) = (spectrum.squared(i).expect("below the last index"), &ritz[i - 1]);
            if s == theta { Real::zero() } else { Real::from(s.clone()).minus(&theta.clone().into()) }
        });
        Some(Real::sum(missed.chain([last])))
    };
    let by_dimension: Option<Vec<Real>> = (0..=ritz.len()).map(term).collect();
    let by_dimension = by_dimension.ok_or_else(|| {
        let index = ritz.len() + 1;
        Undefined::new("TG(Phi)", format!("it needs s_{index}, and the last singular value is s_{}", spectrum.len()))
    })?;
    let value = Real::minimum(by_dimension.iter().cloned()).expect("d' = 0 is always there");
    Ok(TraceGap { value, by_dimension })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::gallery;
    use crate::exact::rational::ratio;

    fn encoder(rows: usize, columns: &[&[i64]]) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(rows, columns.len(), |x, j| ratio(columns[j][x], 1)))
    }

    fn tied() -> Context {
        Context::from_counts(&[[2, 1, 1], [1, 2, 1], [1, 1, 2]]).unwrap()
    }

    #[test]
    fn ratio_traces_and_where_they_are_undefined() {
        let c = tied();
        let rt = |columns: &[&[i64]]| ratio_trace(&c, &encoder(3, columns));
        assert_eq!(rt(&[&[1, 0, 0]]), Ok(ratio(1, 16)));
        assert_eq!(rt(&[&[1, -1, 0], &[0, 1, -1]]), Ok(ratio(1, 8)));
        assert_eq!(rt(&[&[1, -1, 0], &[2, -2, 0], &[0, 0, 0]]), Ok(ratio(1, 16)), "dependent columns are left out");
        assert!(rt(&[&[0, 0, 0]]).is_err());
        assert!(rt(&[&[1, 1, 1]]).is_err());
        assert!(rt(&[&[1, 0, 0], &[0, 1, 0], &[0, 0, 1]]).is_err(), "a constant in the span");
        assert_eq!(rt(&[&[1, 0, 0], &[0, 1, 0]]), Ok(ratio(1, 8)));
    }

    #[test]
    fn trace_gaps_by_hand() {
        let c = tied();
        let spectrum = Spectrum::of(&c);
        let gap = |columns: &[&[i64]]| trace_gap(&c, &spectrum, &encoder(3, columns)).map(|g| g.value);
        // Every zero-mean function is a top singular function: TG = s_2^2.
        assert_eq!(gap(&[&[1, 0, 0]]).unwrap().as_rational(), Some(&ratio(1, 16)));
        assert_eq!(gap(&[&[4, 4, 4]]).unwrap().as_rational(), Some(&ratio(1, 16)), "d' = 0 gives s_1^2");
        let undefined = gap(&[&[1, 0, 0], &[0, 1, 0]]).unwrap_err();
        assert!(undefined.to_string().contains("needs s_3"), "{undefined}");
        let point = gallery::one_point();
        assert!(trace_gap(&point, &Spectrum::of(&point), &encoder(1, &[&[1]])).is_err());
    }

    #[test]
    fn the_gap_of_a_bad_feature_is_that_of_no_feature() {
        // Eigenvalues 1 (component indicator) and 1/9, 1/9 within the components.
        let c = Context::from_counts(&[[2, 1, 0, 0], [1, 2, 0, 0], [0, 0, 2, 1], [0, 0, 1, 2]]).unwrap();
        let spectrum = Spectrum::of(&c);
        let gap = |columns: &[&[i64]]| trace_gap(&c, &spectrum, &encoder(4, columns)).unwrap();
        assert_eq!(gap(&[&[1, 1, 0, 0]]).value.as_rational(), Some(&ratio(1, 9)));
        // 1 + 1/9 - 1/9 = 1 with the feature, 1 without.
        let bad = gap(&[&[1, -1, 0, 0]]);
        assert_eq!(bad.value.as_rational(), Some(&ratio(1, 1)));
        assert_eq!(bad.by_dimension.len(), 2);
        // Ritz value of an indicator of one point: <f~, K f~> / <f~, f~> = (1 + 2/9) / 3.
        assert_eq!(ritz_values(&c, &encoder(4, &[&[1, 0, 0, 0]]))[0].as_rational(), Some(&ratio(11, 27)));
    }

    #[test]
    fn ritz_values_of_everything_are_the_spectrum() {
        let c = Context::from_counts(&[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]]).unwrap();
        let all = ritz_values(&c, &encoder(3, &[&[1, 0, 0], &[0, 1, 0], &[0, 0, 1]]));
        let spectrum = Spectrum::of(&c);
        assert_eq!(all.len(), 2);
        for (i, value) in all.iter().enumerate() {
            assert_eq!(Some(value), spectrum.squared(i + 1));
        }
    }
}
