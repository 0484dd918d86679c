//! What an encoder is worth under a training objective, for people and for programs.

use super::columns::{columns, facts};
use super::number::Quantity;
use crate::context::{A, Context, Encoder, Spectrum, X};
use crate::exact::matrix::Matrix;
use crate::exact::rational::{Rational, fraction};
use crate::exact::real::Real;
use crate::exact::truth::{Exhausted, Truth, Undefined};
use crate::quantity::objective::balanced::{balanced, least_balanced, minimises_balanced};
use crate::quantity::objective::better;
use crate::quantity::objective::contrastive::{contrastive, least_contrastive, minimises_contrastive};
use crate::quantity::objective::explained::{explained, greatest_explained, maximises_explained};
use crate::quantity::objective::extremum::{has_unit_covariance, is_orthonormal_of_mean_zero};
use crate::quantity::objective::graph::{graph_loss, least_graph_loss, minimises_graph_loss};
use crate::quantity::objective::kernel_integral::{kernel_integral, least_kernel_integral, minimises_kernel_integral};
use crate::quantity::objective::low_rank::{least_low_rank, low_rank, minimises_low_rank};
use crate::quantity::objective::minimiser;
use crate::quantity::objective::nested::{greatest_nested, maximises_nested, nested};
use crate::quantity::objective::noncontrastive::{least_noncontrastive, minimises_noncontrastive, noncontrastive};
use crate::quantity::objective::single_view::{least_single_view, minimises_single_view, single_view};
use crate::quantity::objective::supervised::{least_supervised, minimises_supervised, supervised};
use crate::quantity::objective::two_sided::{least_two_sided, minimises_two_sided, two_sided};
use serde::Serialize;

/// An objective with what it is asked of. Its formulas are in [`quantity::objective`](crate::quantity::objective).
#[derive(Clone, Debug)]
pub enum Objective {
    /// Linear prediction of labels, with or without an intercept.
    Supervised(Encoder<A>, Encoder<X>, bool),
    /// The same with one-hot labels, an intercept, and classes weighed by one over the root of their probability.
    Balanced(Encoder<X>),
    /// Linear prediction of vectors on X from features on A, with or without an intercept.
    Denoising(Encoder<X>, Encoder<A>, bool),
    /// Two views attract, independent ones repel.
    Contrastive(Encoder<A>),
    /// Two views attract, under a constraint.
    Noncontrastive(Encoder<A>),
    /// Neighbours attract, under a constraint.
    Graph(Encoder<X>),
    /// An encoder on either side, a constraint on one.
    SingleView(Encoder<X>, Encoder<A>),
    /// An encoder on either side, constraints on both.
    TwoSided(Encoder<X>, Encoder<A>),
    /// The nearest table of low rank.
    LowRank(Encoder<X>, Encoder<A>),
    /// The integral of the dual kernel kX.
    DualKernel(Encoder<X>),
    /// What is kept under `T*`: to be as large as possible.
    Explained(Encoder<X>),
    /// The same with weights: to be as large as possible.
    Nested(Vec<Rational>, Encoder<X>),
}

/// An encoder, or one on each side.
#[derive(Clone, Debug, Default, Serialize)]
pub struct EncodersReport {
    /// A row for each x.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phi: Option<Vec<Vec<String>>>,
    /// A row for each a.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub psi: Option<Vec<Vec<String>>>,
    /// The points of X and of A, for people.
    #[serde(skip)]
    labels: [Vec<String>; 2],
}

/// An encoder that is better, and its value.
#[derive(Clone, Debug, Serialize)]
pub struct BetterReport {
    /// Its value.
    pub value: Quantity,
    /// The encoder itself.
    #[serde(flatten)]
    pub encoders: EncodersReport,
}

/// An encoder under an objective.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveReport {
    /// The objective's name.
    pub objective: &'static str,
    /// `minimum` or `maximum`.
    pub best_is: &'static str,
    /// N.
    pub n: usize,
    /// M.
    pub m: usize,
    /// The number of features, d.
    pub features: usize,
    /// Whether the encoder satisfies the constraint of the objective.
    pub feasible: bool,
    /// The constraint that it breaks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constraint: Option<&'static str>,
    /// The value of the encoder.
    pub value: Quantity,
    /// The best value of an encoder with as many features.
    pub best: Quantity,
    /// How far the value is from the best one; not of an encoder that is not feasible.
    pub excess: Option<Quantity>,
    /// Whether no encoder with as many features is better; `null` if that is not decided.
    pub attained: Option<bool>,
    /// An encoder that is strictly better, where one was found.
    pub better: Option<BetterReport>,
    /// A rational encoder that is optimal, where one was found.
    pub optimum: Option<EncodersReport>,
}

/// What is computed of one objective.
struct Assessment {
    constraint: Option<&'static str>,
    value: Result<Real, String>,
    best: Result<Real, String>,
    attained: Truth,
    better: Option<Pair>,
    optimum: Option<Pair>,
}

/// Encoders on X and on A.
#[derive(Default)]
struct Pair(Option<Encoder<X>>, Option<Encoder<A>>);

impl ObjectiveReport {
    /// The report, with decimals of so many places.
    pub fn new(context: &Context, objective: &Objective, digits: usize) -> ObjectiveReport {
        let assessment = assess(context, objective);
        let quantity = |value: &Result<Real, String>| match value {
            Ok(value) => Quantity::new(&Ok(value.clone()), digits),
            Err(reason) => Quantity::Undefined { undefined: reason.clone() },
        };
        let excess = match (&assessment.value, &assessment.best) {
            (Ok(value), Ok(best)) if assessment.constraint.is_none() => Some(match objective.is_maximised() {
                true => best.minus(value),
                false => value.minus(best),
            }),
            _ => None,
        };
        let of_better = |pair: Pair| {
            let value = assess(context, &objective.with(&pair)).value;
            BetterReport { value: quantity(&value), encoders: EncodersReport::of(context, &pair) }
        };
        ObjectiveReport {
            objective: objective.name(),
            best_is: if objective.is_maximised() { "maximum" } else { "minimum" },
            n: context.n(),
            m: context.m(),
            features: objective.features(),
            feasible: assessment.constraint.is_none(),
            constraint: assessment.constraint,
            value: quantity(&assessment.value),
            best: quantity(&assessment.best),
            excess: excess.map(|excess| quantity(&Ok(excess))),
            attained: match assessment.attained {
                Truth::True => Some(true),
                Truth::False => Some(false),
                Truth::Unknown(_) => None,
            },
            better: assessment.better.map(of_better),
            optimum: assessment.optimum.as_ref().map(|pair| EncodersReport::of(context, pair)),
        }
    }

    /// Whether the encoder was found to be optimal, or not to be.
    pub fn is_decided(&self) -> bool {
        self.attained.is_some()
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let attained = match (self.attained, self.constraint) {
            (_, Some(broken)) => format!("no: {broken}"),
            (Some(true), None) => "yes".into(),
            (Some(false), None) => "no".into(),
            (None, None) => "not decided".into(),
        };
        let mut rows = vec![
            ("context", format!("{} x {}", self.n, self.m)),
            ("objective", format!("{}, of {} features", self.objective, self.features)),
            ("value", self.value.text()),
            (self.best_is, self.best.text()),
        ];
        if let Some(excess) = &self.excess {
            rows.push(("excess", excess.text()));
        }
        rows.push(("optimal", attained));
        let mut text = facts(&rows);
        if let Some(better) = &self.better {
            text.push_str(&format!("\nBetter, with the value {}\n{}", better.value.text(), better.encoders.text()));
        }
        if let Some(optimum) = &self.optimum {
            text.push_str(&format!("\nOptimal\n{}", optimum.text()));
        }
        text
    }
}

impl EncodersReport {
    fn of(context: &Context, Pair(phi, psi): &Pair) -> EncodersReport {
        let rows = |matrix: &Matrix| -> Vec<Vec<String>> {
            let row = |r: usize| (0..matrix.columns()).map(|c| fraction(&matrix.get(r, c))).collect();
            (0..matrix.rows()).map(row).collect()
        };
        EncodersReport {
            phi: phi.as_ref().map(|p| rows(p.matrix())),
            psi: psi.as_ref().map(|p| rows(p.matrix())),
            labels: [context.x_labels().to_vec(), context.a_labels().to_vec()],
        }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for ((name, rows), labels) in [("Phi", &self.phi), ("Psi", &self.psi)].into_iter().zip(&self.labels) {
            let lines = rows.iter().flatten().zip(labels).map(|(row, label)| {
                let cell = |text: &String| format!("  {text}");
                [vec![format!("  {name}({label})")], row.iter().map(cell).collect()].concat()
            });
            text.push_str(&columns(&lines.collect::<Vec<_>>(), |_| false));
        }
        text
    }
}

const COVARIANCE_PHI: &str = "the covariance of Phi is not I";
const COVARIANCE_PSI: &str = "the covariance of Psi is not I";
const ORTHONORMAL: &str = "the features are not orthonormal and of mean zero";

impl Objective {
    /// As the command line calls it.
    pub fn name(&self) -> &'static str {
        match self {
            Objective::Supervised(..) => "supervised",
            Objective::Balanced(_) => "balanced",
            Objective::Denoising(..) => "denoising",
            Objective::Contrastive(_) => "contrastive",
            Objective::Noncontrastive(_) => "noncontrastive",
            Objective::Graph(_) => "graph",
            Objective::SingleView(..) => "svme",
            Objective::TwoSided(..) => "two-sided",
            Objective::LowRank(..) => "low-rank",
            Objective::DualKernel(_) => "kise",
            Objective::Explained(_) => "explained",
            Objective::Nested(..) => "nested",
        }
    }

    fn is_maximised(&self) -> bool {
        matches!(self, Objective::Explained(_) | Objective::Nested(..))
    }

    fn features(&self) -> usize {
        match self {
            Objective::Denoising(_, psi, _) | Objective::Contrastive(psi) | Objective::Noncontrastive(psi) => {
                psi.dimension()
            }
            Objective::Supervised(_, phi, _)
            | Objective::Balanced(phi)
            | Objective::Graph(phi)
            | Objective::SingleView(phi, _)
            | Objective::TwoSided(phi, _)
            | Objective::LowRank(phi, _)
            | Objective::DualKernel(phi)
            | Objective::Explained(phi)
            | Objective::Nested(_, phi) => phi.dimension(),
        }
    }

    /// The same of other encoders.
    fn with(&self, Pair(phi, psi): &Pair) -> Objective {
        let (phi, psi) = (phi.clone(), psi.clone());
        let (on_x, on_a) = ("a competitor on X", "a competitor on A");
        match self {
            Objective::Supervised(labels, _, intercept) => {
                Objective::Supervised(labels.clone(), phi.expect(on_x), *intercept)
            }
            Objective::Denoising(targets, _, intercept) => {
                Objective::Denoising(targets.clone(), psi.expect(on_a), *intercept)
            }
            Objective::Balanced(_) => Objective::Balanced(phi.expect(on_x)),
            Objective::Contrastive(_) => Objective::Contrastive(psi.expect(on_a)),
            Objective::Noncontrastive(_) => Objective::Noncontrastive(psi.expect(on_a)),
            Objective::Graph(_) => Objective::Graph(phi.expect(on_x)),
            Objective::SingleView(..) => Objective::SingleView(phi.expect(on_x), psi.expect(on_a)),
            Objective::TwoSided(..) => Objective::TwoSided(phi.expect(on_x), psi.expect(on_a)),
            Objective::LowRank(..) => Objective::LowRank(phi.expect(on_x), psi.expect(on_a)),
            Objective::DualKernel(_) => Objective::DualKernel(phi.expect(on_x)),
            Objective::Explained(_) => Objective::Explained(phi.expect(on_x)),
            Objective::Nested(c, _) => Objective::Nested(c.clone(), phi.expect(on_x)),
        }
    }
}

fn assess(context: &Context, objective: &Objective) -> Assessment {
    let spectrum = || Spectrum::of(context);
    let on_x = |found: Option<Encoder<X>>| found.map(|phi| Pair(Some(phi), None));
    let on_a = |found: Option<Encoder<A>>| found.map(|psi| Pair(None, Some(psi)));
    let on_both = |found: Option<(Encoder<X>, Encoder<A>)>| found.map(|(phi, psi)| Pair(Some(phi), Some(psi)));
    let unless = |holds: bool, constraint: &'static str| (!holds).then_some(constraint);
    let undefined = |finding: Undefined| finding.to_string();
    let exhausted = |finding: Exhausted| finding.to_string();
    match objective {
        Objective::Supervised(v, phi, intercept) => Assessment {
            constraint: None,
            value: Ok(supervised(context, v, phi, *intercept).into()),
            best: Ok(least_supervised(context, v, phi.dimension(), *intercept)),
            attained: minimises_supervised(context, v, phi, *intercept),
            better: on_x(better::better_supervised(context, v, phi, *intercept)),
            optimum: on_x(minimiser::supervised_minimiser(context, v, phi.dimension(), *intercept)),
        },
        Objective::Denoising(u, psi, intercept) => {
            let (mirrored, u) = (context.transposed(), Encoder::<A>::new(u.matrix().clone()));
            let as_phi = Encoder::<X>::new(psi.matrix().clone());
            let of = assess(&mirrored, &Objective::Supervised(u, as_phi, *intercept));
            let mirror = |pair: Pair| Pair(None, pair.0.map(|phi| Encoder::new(phi.matrix().clone())));
            Assessment { better: of.better.map(mirror), optimum: of.optimum.map(mirror), ..of }
        }
        Objective::Balanced(phi) => Assessment {
            constraint: None,
            value: balanced(context, phi).map_err(exhausted),
            best: least_balanced(context, phi.dimension()).map_err(exhausted),
            attained: minimises_balanced(context, phi),
            better: on_x(better::better_balanced(context, phi)),
            optimum: on_x(minimiser::balanced_minimiser(context, phi.dimension())),
        },
        Objective::Contrastive(psi) => Assessment {
            constraint: None,
            value: Ok(contrastive(context, psi).into()),
            best: Ok(least_contrastive(&spectrum(), psi.dimension())),
            attained: minimises_contrastive(context, &spectrum(), psi),
            better: on_a(better::better_contrastive(context, psi)),
            optimum: on_a(minimiser::contrastive_minimiser(context, psi.dimension())),
        },
        Objective::Noncontrastive(psi) => Assessment {
            constraint: unless(has_unit_covariance(context, psi), COVARIANCE_PSI),
            value: Ok(noncontrastive(context, psi).into()),
            best: least_noncontrastive(context, &spectrum(), psi.dimension()).map_err(undefined),
            attained: minimises_noncontrastive(context, &spectrum(), psi),
            better: on_a(better::better_noncontrastive(context, psi)),
            optimum: on_a(minimiser::noncontrastive_minimiser(context, psi.dimension())),
        },
        Objective::Graph(phi) => Assessment {
            constraint: unless(has_unit_covariance(context, phi), COVARIANCE_PHI),
            value: graph_loss(context, phi).map(Real::from).map_err(undefined),
            best: least_graph_loss(context, phi.dimension()).map_err(undefined),
            attained: minimises_graph_loss(context, phi).unwrap_or(Truth::False),
            better: on_x(better::better_graph(context, phi)),
            optimum: on_x(minimiser::graph_minimiser(context, phi.dimension())),
        },
        Objective::SingleView(phi, psi) => Assessment {
            constraint: unless(has_unit_covariance(context, phi), COVARIANCE_PHI),
            value: Ok(single_view(context, phi, psi).into()),
            best: least_single_view(context, &spectrum(), phi.dimension()).map_err(undefined),
            attained: minimises_single_view(context, &spectrum(), phi, psi),
            better: on_both(better::better_single_view(context, phi, psi)),
            optimum: on_both(minimiser::single_view_minimiser(context, phi.dimension())),
        },
        Objective::TwoSided(phi, psi) => Assessment {
            constraint: unless(has_unit_covariance(context, phi), COVARIANCE_PHI)
                .or(unless(has_unit_covariance(context, psi), COVARIANCE_PSI)),
            value: Ok(two_sided(context, phi, psi).into()),
            best: least_two_sided(context, &spectrum(), phi.dimension()).map_err(undefined),
            attained: minimises_two_sided(context, &spectrum(), phi, psi),
            better: on_both(better::better_two_sided(context, phi, psi)),
            optimum: on_both(minimiser::two_sided_minimiser(context, phi.dimension())),
        },
        Objective::LowRank(phi, psi) => Assessment {
            constraint: None,
            value: Ok(low_rank(context, phi, psi).into()),
            best: Ok(least_low_rank(&spectrum(), phi.dimension())),
            attained: minimises_low_rank(context, &spectrum(), phi, psi),
            better: on_both(better::better_low_rank(context, phi, psi)),
            optimum: on_both(minimiser::low_rank_minimiser(context, phi.dimension())),
        },
        Objective::DualKernel(phi) => {
            let (p, k) = (context.marginal::<X>(), context.kernel::<X>());
            let better = better::better_kernel_integral(&p, &k, phi.matrix());
            Assessment {
                constraint: unless(has_unit_covariance(context, phi), COVARIANCE_PHI),
                value: kernel_integral(&p, &k, phi.matrix()).map(Real::from).map_err(undefined),
                best: least_kernel_integral(&p, &k, phi.dimension()).map_err(undefined),
                attained: minimises_kernel_integral(&p, &k, phi.matrix()).unwrap_or(Truth::False),
                better: on_x(better.map(Encoder::new)),
                optimum: on_x(minimiser::singular_encoder(context, phi.dimension())),
            }
        }
        Objective::Explained(phi) => Assessment {
            constraint: unless(is_orthonormal_of_mean_zero(context, phi), ORTHONORMAL),
            value: Ok(explained(context, phi).into()),
            best: greatest_explained(context, &spectrum(), phi.dimension()).map_err(undefined),
            attained: maximises_explained(context, &spectrum(), phi),
            better: on_x(better::better_explained(context, phi)),
            optimum: on_x(minimiser::singular_encoder(context, phi.dimension())),
        },
        Objective::Nested(c, phi) => Assessment {
            constraint: unless(is_orthonormal_of_mean_zero(context, phi), ORTHONORMAL),
            value: Ok(nested(context, c, phi).into()),
            best: greatest_nested(context, &spectrum(), c).map_err(undefined),
            attained: maximises_nested(context, &spectrum(), c, phi).unwrap_or(Truth::False),
            better: on_x(better::better_nested(context, c, phi)),
            optimum: on_x(minimiser::singular_encoder(context, phi.dimension())),
        },
    }
}
