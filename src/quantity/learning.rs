//! Whether an encoder learns the contexture: decided exactly.

use super::encoder::ritz_values;
use crate::context::{Context, Encoder, Spectrum, X};
use crate::exact::elimination;
use num_traits::Zero;
use std::fmt;

/// Why an encoder does not learn the contexture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotLearned {
    /// It has more features than there are non-trivial singular functions.
    TooManyFeatures {
        /// The number of features, d.
        features: usize,
        /// N - 1.
        available: usize,
    },
    /// Its features are linearly dependent, so they span less than d dimensions.
    Dependent {
        /// The rank of the features.
        rank: usize,
    },
    /// A feature has a mean other than zero; singular functions have none.
    NotCentred {
        /// The number of the feature, from 1.
        feature: usize,
    },
    /// `K` does not map the span into itself, so it is not spanned by singular functions.
    NotInvariant {
        /// The number of a feature, from 1, whose image leaves the span.
        feature: usize,
    },
    /// It is spanned by singular functions, and not by the top ones.
    NotTop {
        /// The first i for which the i-th largest singular value of the span is smaller than `s_i`.
        index: usize,
    },
}

/// Decides whether some set of top-d singular functions has the span of the d features: rank d, mean zero,
/// invariant under `K`, with the d largest eigenvalues there. Ties are honoured: any subspace of a cut
/// eigenspace will do. Singular values that are zero count: where `s_d = 0` the span may contain functions
/// of the kernel.
///
/// Source: Zhai et al. 2025, Definition 5.
pub fn learns(context: &Context, spectrum: &Spectrum, encoder: &Encoder<X>) -> Result<(), NotLearned> {
    let features = encoder.dimension();
    if features > spectrum.len() {
        return Err(NotLearned::TooManyFeatures { features, available: spectrum.len() });
    }
    let rank = elimination::rank(encoder.matrix());
    if rank < features {
        return Err(NotLearned::Dependent { rank });
    }
    if let Some(j) = (0..features).find(|&j| !context.mean(&encoder.feature(j)).is_zero()) {
        return Err(NotLearned::NotCentred { feature: j + 1 });
    }
    let image: Encoder<X> = context.expect_encoder(&context.expect_encoder(encoder));
    let leaves = |j: &usize| {
        let with_image = encoder.matrix().beside(&image.feature(*j).as_column());
        elimination::rank(&with_image) > rank
    };
    if let Some(j) = (0..features).find(leaves) {
        return Err(NotLearned::NotInvariant { feature: j + 1 });
    }
    // On an invariant span the Ritz values are eigenvalues, each at most its s_i^2.
    let ritz = ritz_values(context, encoder);
    match (1..=features).find(|&i| Some(&ritz[i - 1]) != spectrum.squared(i)) {
        Some(index) => Err(NotLearned::NotTop { index }),
        None => Ok(()),
    }
}

impl fmt::Display for NotLearned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotLearned::TooManyFeatures { features, available } => {
                write!(f, "it has {features} features, and there are {available} singular functions")
            }
            NotLearned::Dependent { rank } => write!(f, "its features are dependent: they span {rank} dimensions"),
            NotLearned::NotCentred { feature } => write!(f, "feature {feature} has a mean other than zero"),
            NotLearned::NotInvariant { feature } => {
                write!(f, "T T* maps feature {feature} out of the span, so no singular functions span it")
            }
            NotLearned::NotTop { index } => {
                write!(f, "singular functions span it, but its singular value {index} is smaller than s_{index}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::gallery;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::ratio;

    fn verdict(context: &Context, columns: &[&[i64]]) -> Result<(), NotLearned> {
        let encoder = Encoder::new(Matrix::from_fn(context.n(), columns.len(), |x, j| ratio(columns[j][x], 1)));
        learns(context, &Spectrum::of(context), &encoder)
    }

    #[test]
    fn ties_leave_a_choice() {
        // All zero-mean functions are tied.
        let c = Context::from_counts(&[[2, 1, 1], [1, 2, 1], [1, 1, 2]]).unwrap();
        assert_eq!(verdict(&c, &[&[1, -1, 0]]), Ok(()));
        assert_eq!(verdict(&c, &[&[5, -3, -2]]), Ok(()));
        assert_eq!(verdict(&c, &[&[1, -1, 0], &[1, 1, -2]]), Ok(()));
        assert_eq!(verdict(&c, &[&[1, -1, 0], &[1, -1, 0]]), Err(NotLearned::Dependent { rank: 1 }));
        assert_eq!(verdict(&c, &[&[1, 0, 0]]), Err(NotLearned::NotCentred { feature: 1 }));
        assert_eq!(verdict(&c, &[]), Ok(()), "no features, no demands");
        let three: [&[i64]; 3] = [&[1, -1, 0], &[1, 1, -2], &[0, 0, 0]];
        assert_eq!(verdict(&c, &three), Err(NotLearned::TooManyFeatures { features: 3, available: 2 }));
    }

    #[test]
    fn the_top_must_be_taken_whole() {
        // 1 for the components, 1/9 twice within them.
        let c = Context::from_counts(&[[2, 1, 0, 0], [1, 2, 0, 0], [0, 0, 2, 1], [0, 0, 1, 2]]).unwrap();
        let (components, left, right): (&[i64], &[i64], &[i64]) = (&[1, 1, -1, -1], &[1, -1, 0, 0], &[0, 0, 1, -1]);
        assert_eq!(verdict(&c, &[components]), Ok(()));
        assert_eq!(verdict(&c, &[left]), Err(NotLearned::NotTop { index: 1 }));
        assert_eq!(verdict(&c, &[left, right]), Err(NotLearned::NotTop { index: 1 }));
        assert_eq!(verdict(&c, &[left, components]), Ok(()));
        assert_eq!(verdict(&c, &[components, &[2, -2, 3, -3]]), Ok(()));
        assert_eq!(verdict(&c, &[&[2, 0, -1, -1]]), Err(NotLearned::NotInvariant { feature: 1 }), "a mixture");
        assert_eq!(verdict(&c, &[&[2, 0, -1, -1], left]), Ok(()), "which the second feature completes");
    }

    #[test]
    fn zero_singular_values_and_single_points() {
        let c = gallery::independent(3, 2);
        assert_eq!(verdict(&c, &[&[0, 0, 0]]), Err(NotLearned::Dependent { rank: 0 }));
        let zero_mean = c.centred(&crate::context::Function::<X>::indicator(3, 1));
        let encoder = Encoder::new(zero_mean.as_column());
        assert_eq!(
            learns(&c, &Spectrum::of(&c), &encoder),
            Ok(()),
            "all singular values are zero: any choice is a top one"
        );
        assert_eq!(
            verdict(&gallery::one_point(), &[&[0]]),
            Err(NotLearned::TooManyFeatures { features: 1, available: 0 })
        );
    }

    #[test]
    fn irrational_singular_functions_are_spanned_by_no_rational_feature_alone() {
        // The path of three: eigenvalues are not rational, their sum's eigenspace is everything.
        let c = Context::from_counts(&[[1, 1, 0], [1, 0, 1], [0, 1, 1]]).unwrap();
        let both: [&[i64]; 2] = [&[1, -1, 0], &[1, 1, -2]];
        assert_eq!(verdict(&c, &both), Ok(()));
        let c = Context::from_counts(&[[5, 1, 0], [1, 4, 1], [0, 2, 7]]).unwrap();
        for x in 0..3 {
            let f = c.centred(&crate::context::Function::<X>::indicator(3, x));
            let encoder = Encoder::new(f.as_column());
            assert_eq!(learns(&c, &Spectrum::of(&c), &encoder), Err(NotLearned::NotInvariant { feature: 1 }));
        }
    }
}
