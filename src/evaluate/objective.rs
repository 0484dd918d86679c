//! How the objectives are computed: the value of an encoder, whether none is better, and the best value.

use super::quantity::{RATIONAL_ALGEBRA, RATIONAL_FEATURES, RATIONAL_SCALE, rational};
use super::term::Evaluation;
use super::value::{Halt, Value};
use crate::context::{A, Context, Encoder, X};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::exact::truth::Undefined;
use crate::quantity::objective::balanced::{balanced, least_balanced, minimises_balanced};
use crate::quantity::objective::barlow_twins::barlow_twins;
use crate::quantity::objective::contrastive::{contrastive, least_contrastive, minimises_contrastive};
use crate::quantity::objective::explained::{explained, maximises_explained};
use crate::quantity::objective::graph::{graph_loss, least_graph_loss, minimises_graph_loss};
use crate::quantity::objective::info_nce::{info_nce, nt_xent};
use crate::quantity::objective::kernel_integral::{kernel_integral, least_kernel_integral, minimises_kernel_integral};
use crate::quantity::objective::low_rank::{least_low_rank, low_rank, minimises_low_rank};
use crate::quantity::objective::nested::{greatest_nested, maximises_nested, nested};
use crate::quantity::objective::noncontrastive::{least_noncontrastive, minimises_noncontrastive, noncontrastive};
use crate::quantity::objective::single_view::{least_single_view, minimises_single_view, single_view};
use crate::quantity::objective::spectral_contrastive::{
    least_spectral_contrastive, minimises_spectral_contrastive, spectral_contrastive,
};
use crate::quantity::objective::supervised::{least_supervised, minimises_supervised, supervised};
use crate::quantity::objective::two_sided::{least_two_sided, minimises_two_sided, two_sided};
use crate::quantity::objective::vicreg::{Weights, vicreg};
use crate::statement::names::Quantity;
use crate::statement::tree::{Span, Term};

impl Evaluation<'_> {
    /// The value of a quantity of the group *Objectives*.
    pub(super) fn objective(&mut self, quantity: Quantity, of: &[Term], span: &Span) -> Result<Value, Halt> {
        use Quantity as Q;
        let undefined = |finding: Undefined| Halt::of(span, &finding);
        Ok(match quantity {
            Q::Explained => {
                let (context, phi) = self.on_x(of)?;
                rational(explained(context.context(), &phi))
            }
            Q::MaximisesExplained => {
                let (context, phi) = self.on_x(of)?;
                maximises_explained(context.context(), context.spectrum(), &phi).into()
            }

            Q::Contrastive => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                rational(contrastive(context.context(), &psi))
            }
            Q::MinimisesContrastive => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                minimises_contrastive(context.context(), context.spectrum(), &psi).into()
            }
            Q::MinimumContrastive => {
                let (context, d) = (self.context(&of[0])?, self.features(&of[1], span)?);
                least_contrastive(context.spectrum(), d).into()
            }

            Q::Noncontrastive => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                rational(noncontrastive(context.context(), &psi))
            }
            Q::MinimisesNoncontrastive => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                minimises_noncontrastive(context.context(), context.spectrum(), &psi).into()
            }
            Q::MinimumNoncontrastive => {
                let (context, d) = (self.context(&of[0])?, self.features(&of[1], span)?);
                least_noncontrastive(context.context(), context.spectrum(), d).map_err(undefined)?.into()
            }

            Q::Supervised | Q::SupervisedBiased => {
                let (context, v, phi) = self.labelled(of)?;
                rational(supervised(&context, &v, &phi, quantity == Q::SupervisedBiased))
            }
            Q::MinimisesSupervised | Q::MinimisesSupervisedBiased => {
                let (context, v, phi) = self.labelled(of)?;
                minimises_supervised(&context, &v, &phi, quantity == Q::MinimisesSupervisedBiased).into()
            }
            Q::MinimumSupervised | Q::MinimumSupervisedBiased => {
                let (context, v) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                let d = self.features(&of[2], span)?;
                least_supervised(context.context(), &v, d, quantity == Q::MinimumSupervisedBiased).into()
            }

            Q::Balanced => {
                let (context, phi) = self.on_x(of)?;
                balanced(context.context(), &phi)?.into()
            }
            Q::MinimisesBalanced => {
                let (context, phi) = self.on_x(of)?;
                minimises_balanced(context.context(), &phi).into()
            }
            Q::MinimumBalanced => {
                let (context, d) = (self.context(&of[0])?, self.features(&of[1], span)?);
                least_balanced(context.context(), d)?.into()
            }

            Q::GraphLoss => {
                let (context, phi) = self.on_x(of)?;
                rational(graph_loss(context.context(), &phi).map_err(undefined)?)
            }
            Q::MinimisesGraphLoss => {
                let (context, phi) = self.on_x(of)?;
                minimises_graph_loss(context.context(), &phi).map_err(undefined)?.into()
            }
            Q::MinimumGraphLoss => {
                let (context, d) = (self.context(&of[0])?, self.features(&of[1], span)?);
                least_graph_loss(context.context(), d).map_err(undefined)?.into()
            }

            Q::Svme => {
                let ((context, phi), psi) = (self.on_x(of)?, self.encoder::<A>(&of[2])?);
                rational(single_view(context.context(), &phi, &psi))
            }
            Q::MinimisesSvme => {
                let ((context, phi), psi) = (self.on_x(of)?, self.encoder::<A>(&of[2])?);
                minimises_single_view(context.context(), context.spectrum(), &phi, &psi).into()
            }
            Q::MinimumSvme => {
                let (context, d) = (self.context(&of[0])?, self.features(&of[1], span)?);
                least_single_view(context.context(), context.spectrum(), d).map_err(undefined)?.into()
            }

            Q::Kise => {
                let (weights, k, phi) = self.kernel_and_features(of)?;
                rational(kernel_integral(&weights, &k, &phi).map_err(undefined)?)
            }
            Q::MinimisesKise => {
                let (weights, k, phi) = self.kernel_and_features(of)?;
                minimises_kernel_integral(&weights, &k, &phi).map_err(undefined)?.into()
            }
            Q::MinimumKise => {
                let (weights, k) = (self.weights_of(&of[0]), self.matrix(&of[0], RATIONAL_ALGEBRA)?);
                let d = self.features(&of[1], span)?;
                least_kernel_integral(&weights, &k, d).map_err(undefined)?.into()
            }

            Q::LowRank => {
                let ((context, phi), psi) = (self.on_x(of)?, self.encoder::<A>(&of[2])?);
                rational(low_rank(context.context(), &phi, &psi))
            }
            Q::MinimisesLowRank => {
                let ((context, phi), psi) = (self.on_x(of)?, self.encoder::<A>(&of[2])?);
                minimises_low_rank(context.context(), context.spectrum(), &phi, &psi).into()
            }
            Q::MinimumLowRank => {
                let (context, d) = (self.context(&of[0])?, self.features(&of[1], span)?);
                least_low_rank(context.spectrum(), d).into()
            }

            Q::TwoSided => {
                let ((context, phi), psi) = (self.on_x(of)?, self.encoder::<A>(&of[2])?);
                rational(two_sided(context.context(), &phi, &psi))
            }
            Q::MinimisesTwoSided => {
                let ((context, phi), psi) = (self.on_x(of)?, self.encoder::<A>(&of[2])?);
                minimises_two_sided(context.context(), context.spectrum(), &phi, &psi).into()
            }
            Q::MinimumTwoSided => {
                let (context, d) = (self.context(&of[0])?, self.features(&of[1], span)?);
                least_two_sided(context.context(), context.spectrum(), d).map_err(undefined)?.into()
            }

            Q::Nested => {
                let (context, c, phi) = (self.context(&of[0])?, self.numbers(&of[1])?, self.encoder::<X>(&of[2])?);
                rational(nested(context.context(), &c, &phi))
            }
            Q::MaximisesNested => {
                let (context, c, phi) = (self.context(&of[0])?, self.numbers(&of[1])?, self.encoder::<X>(&of[2])?);
                let maximises = maximises_nested(context.context(), context.spectrum(), &c, &phi);
                maximises.map_err(undefined)?.into()
            }
            Q::MaximumNested => {
                let (context, c) = (self.context(&of[0])?, self.numbers(&of[1])?);
                greatest_nested(context.context(), context.spectrum(), &c).map_err(undefined)?.into()
            }

            Q::SpectralContrastive => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                rational(spectral_contrastive(context.context(), &psi))
            }
            Q::MinimisesSpectralContrastive => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                minimises_spectral_contrastive(context.context(), context.spectrum(), &psi).into()
            }
            Q::MinimumSpectralContrastive => {
                let (context, d) = (self.context(&of[0])?, self.features(&of[1], span)?);
                least_spectral_contrastive(context.spectrum(), d).into()
            }

            Q::BarlowTwins => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                let lambda = self.rational(&of[2], RATIONAL_SCALE)?;
                rational(barlow_twins(context.context(), &psi, &lambda).map_err(undefined)?)
            }
            Q::Vicreg => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                let mut scale = |k: usize| self.rational(&of[k], RATIONAL_SCALE);
                let weights = Weights { lambda: scale(2)?, mu: scale(3)?, nu: scale(4)?, eps: scale(5)? };
                vicreg(context.context(), &psi, &weights).map_err(undefined)?.into()
            }
            Q::InfoNce | Q::NtXent => {
                let (context, psi) = (self.context(&of[0])?, self.encoder::<A>(&of[1])?);
                let tau = self.rational(&of[2], RATIONAL_SCALE)?;
                let loss = if quantity == Q::InfoNce { info_nce } else { nt_xent };
                loss(context.context(), &psi, &tau).map_err(undefined)?.into()
            }
            _ => unreachable!("no objective"),
        })
    }

    /// A context, labels on its A, and an encoder on its X.
    fn labelled(&mut self, of: &[Term]) -> Result<(Context, Encoder<A>, Encoder<X>), Halt> {
        let context = self.context(&of[0])?.context().clone();
        Ok((context, self.encoder(&of[1])?, self.encoder(&of[2])?))
    }

    /// A kernel, the weights of its points, and features on them.
    fn kernel_and_features(&mut self, of: &[Term]) -> Result<(Vec<Rational>, Matrix, Matrix), Halt> {
        let weights = self.weights_of(&of[0]);
        Ok((weights, self.matrix(&of[0], RATIONAL_ALGEBRA)?, self.matrix(&of[1], RATIONAL_FEATURES)?))
    }

    /// A number of features.
    fn features(&mut self, d: &Term, span: &Span) -> Result<usize, Halt> {
        self.index(d)?.ok_or_else(|| Halt::undefined(span, "there are no encoders of so many features"))
    }

    /// The entries of a column.
    fn numbers(&mut self, column: &Term) -> Result<Vec<Rational>, Halt> {
        Ok(self.matrix(column, RATIONAL_FEATURES)?.column(0))
    }
}
