//! Encoders: several features side by side.

use super::function::Function;
use super::side::Side;
use super::table::Context;
use crate::exact::matrix::Matrix;
use std::marker::PhantomData;

/// `Phi = [phi_1 .. phi_d]`: a rational matrix with a row for each point of a side and a column for each
/// feature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoder<S: Side> {
    features: Matrix,
    side: PhantomData<S>,
}

impl<S: Side> Encoder<S> {
    /// The encoder with these features as columns.
    pub fn new(features: Matrix) -> Encoder<S> {
        Encoder { features, side: PhantomData }
    }

    /// The matrix, one row a point, one column a feature.
    pub fn matrix(&self) -> &Matrix {
        &self.features
    }

    /// The number of features, d.
    pub fn dimension(&self) -> usize {
        self.features.columns()
    }

    /// One feature.
    pub fn feature(&self, j: usize) -> Function<S> {
        Function::new(self.features.column(j))
    }
}

impl Context {
    /// `Phi~`: every feature centred.
    pub fn centred_encoder<S: Side>(&self, phi: &Encoder<S>) -> Encoder<S> {
        let features: Vec<_> = (0..phi.dimension()).map(|j| self.centred(&phi.feature(j))).collect();
        Encoder::new(Matrix::from_fn(self.size::<S>(), phi.dimension(), |i, j| features[j].values()[i].clone()))
    }

    /// `T Psi` or `T* Phi`: the average encoder, feature by feature.
    pub fn expect_encoder<S: Side>(&self, phi: &Encoder<S::Other>) -> Encoder<S> {
        Encoder::new(self.expectation::<S>().times(phi.matrix()))
    }

    /// The d x d matrix of inner products `<phi_i, psi_j>`.
    pub fn gram<S: Side>(&self, phi: &Encoder<S>, psi: &Encoder<S>) -> Matrix {
        let marginal = self.marginal::<S>();
        let weighted =
            Matrix::from_fn(phi.matrix().rows(), phi.dimension(), |i, j| phi.matrix().get(i, j) * &marginal[i]);
        weighted.transposed().times(psi.matrix())
    }
}
