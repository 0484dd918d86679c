//! `contexture objective`.

use super::input::{Source, number};
use super::output::Output;
use super::{Ending, Outcome};
use crate::context::read::read_encoder;
use crate::context::{A, Context, Encoder, Side, X};
use crate::error::Error;
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::report::objective::{Objective, ObjectiveReport};
use clap::{Args, ValueEnum};
use std::path::{Path, PathBuf};

/// The value of an encoder under a training objective, the best value, and whether the encoder attains it
#[derive(Args)]
pub struct Arguments {
    #[command(flatten)]
    source: Source,
    /// The objective
    #[arg(long, value_enum)]
    loss: Loss,
    /// The encoder on X: a CSV file with a label and the values of the features for each x
    #[arg(long, value_name = "FILE")]
    phi: Option<PathBuf>,
    /// The encoder on A, in the same form
    #[arg(long, value_name = "FILE")]
    psi: Option<PathBuf>,
    /// What is predicted, in the same form: labels on A (supervised; one-hot if there is no file) or vectors on X
    /// (denoising)
    #[arg(long, value_name = "FILE")]
    target: Option<PathBuf>,
    /// Predict without an intercept (supervised, denoising)
    #[arg(long)]
    no_intercept: bool,
    /// The weights of the features, decreasing and positive, with commas between: 3,2,1/2 (nested)
    #[arg(long, value_name = "NUMBERS", value_delimiter = ',', value_parser = number)]
    weights: Vec<Rational>,
    /// Decimal places
    #[arg(long, default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=1000))]
    digits: u16,
}

/// The objectives; each is described in docs/objectives.md.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Loss {
    /// min over W, b of E |W Phi(X) + b - v(A)|^2
    Supervised,
    /// The same of one-hot labels, an error on class a counting 1/sqrt(q(a))
    Balanced,
    /// min over W, b of E |W Psi(A) + b - u(X)|^2
    Denoising,
    /// E[-<Psi~(A), Psi~(A+)> + 1/2 <Psi~(A), Psi~(A-)>^2]
    Contrastive,
    /// E |Psi(A) - Psi(A+)|^2 where Cov Psi = I
    Noncontrastive,
    /// 1/2 E |Phi(u) - Phi(v)|^2 over edges, where Cov Phi = I
    Graph,
    /// E |Phi(X) - Psi(A)|^2 where Cov Phi = I; without --psi the best one for Phi
    Svme,
    /// E |Phi~(X) - Psi~(A)|^2 where Cov Phi = Cov Psi = I
    TwoSided,
    /// -2 E Phi(X).Psi(A) + E_{p x q} (Phi(X).Psi(A))^2
    LowRank,
    /// E |Phi~|^2 - E <Phi~, T T* Phi~> where Cov Phi = I
    Kise,
    /// sum of |T* phi_j|^2 for orthonormal features of mean zero, to be maximised
    Explained,
    /// The same with weights, to be maximised
    Nested,
}

impl Arguments {
    pub fn run(&self, output: &Output) -> Outcome {
        let context = self.source.context()?;
        let objective = self.objective(&context)?;
        let report =
            output.working("objective", || ObjectiveReport::new(&context, &objective, usize::from(self.digits)));
        output.write(&report, ObjectiveReport::text)?;
        Ok(if report.is_decided() { Ending::Done } else { Ending::Undecided })
    }

    fn objective(&self, context: &Context) -> Result<Objective, Error> {
        self.refuse_unused()?;
        let phi = || self.encoder::<X>("--phi", self.phi.as_deref(), context);
        let psi = || self.encoder::<A>("--psi", self.psi.as_deref(), context);
        let intercept = !self.no_intercept;
        let objective = match self.loss {
            Loss::Supervised => {
                let labels = match &self.target {
                    Some(file) => read_encoder::<A>(file, context)?,
                    None => Encoder::new(Matrix::identity(context.m())),
                };
                Objective::Supervised(labels, phi()?, intercept)
            }
            Loss::Balanced => Objective::Balanced(phi()?),
            Loss::Denoising => {
                let targets = self.encoder::<X>("--target", self.target.as_deref(), context)?;
                Objective::Denoising(targets, psi()?, intercept)
            }
            Loss::Contrastive => Objective::Contrastive(psi()?),
            Loss::Noncontrastive => Objective::Noncontrastive(psi()?),
            Loss::Graph => Objective::Graph(phi()?),
            Loss::Svme => {
                let phi = phi()?;
                let psi = if self.psi.is_some() { psi()? } else { context.expect_encoder(&phi) };
                Objective::SingleView(phi, psi)
            }
            Loss::TwoSided => Objective::TwoSided(phi()?, psi()?),
            Loss::LowRank => Objective::LowRank(phi()?, psi()?),
            Loss::Kise => Objective::DualKernel(phi()?),
            Loss::Explained => Objective::Explained(phi()?),
            Loss::Nested => Objective::Nested(self.weights.clone(), phi()?),
        };
        match &objective {
            Objective::SingleView(phi, psi) | Objective::TwoSided(phi, psi) | Objective::LowRank(phi, psi)
                if phi.dimension() != psi.dimension() =>
            {
                let (d, e) = (phi.dimension(), psi.dimension());
                Err(Error::new(format!("Phi has {d} features and Psi {e}: expected as many")))
            }
            Objective::Nested(c, phi) if c.len() != phi.dimension() => {
                let (d, found) = (phi.dimension(), c.len());
                Err(Error::new(format!("--weights: expected {d} numbers, one for each feature, found {found}")))
            }
            Objective::Graph(_) if !context.is_symmetric() => {
                Err(Error::new("the loss graph is of a symmetric table: give edges with --graph"))
            }
            _ => Ok(objective),
        }
    }

    fn encoder<S: Side>(&self, option: &str, file: Option<&Path>, context: &Context) -> Result<Encoder<S>, Error> {
        let file = file.ok_or_else(|| Error::new(format!("the loss {} needs {option} FILE", self.name())))?;
        read_encoder::<S>(file, context)
    }

    /// An option that the objective does not look at is a mistake.
    fn refuse_unused(&self) -> Result<(), Error> {
        use Loss as L;
        let given = [
            ("--phi", self.phi.is_some(), !matches!(self.loss, L::Denoising | L::Contrastive | L::Noncontrastive)),
            (
                "--psi",
                self.psi.is_some(),
                matches!(
                    self.loss,
                    L::Denoising | L::Contrastive | L::Noncontrastive | L::Svme | L::TwoSided | L::LowRank
                ),
            ),
            ("--target", self.target.is_some(), matches!(self.loss, L::Supervised | L::Denoising)),
            ("--no-intercept", self.no_intercept, matches!(self.loss, L::Supervised | L::Denoising)),
            ("--weights", !self.weights.is_empty(), self.loss == L::Nested),
        ];
        match given.into_iter().find(|(_, is_given, is_used)| *is_given && !is_used) {
            Some((option, ..)) => Err(Error::new(format!("the loss {} takes no {option}", self.name()))),
            None => Ok(()),
        }
    }

    fn name(&self) -> String {
        self.loss.to_possible_value().expect("no objective is hidden").get_name().to_owned()
    }
}
