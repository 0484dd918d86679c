//! Measures of association and usefulness, for people and for programs.

use super::columns::facts;
use super::number::{Number, Quantity};
use crate::context::{Context, Encoder, Spectrum, X};
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use crate::quantity::association::{chi_squared, cramers_v, first_singular_value, is_independent, total_inertia};
use crate::quantity::information::mutual_information;
use crate::quantity::kernel::{context_complexity, kernel_deviation};
use crate::quantity::lipschitz::{enclose_function_lipschitz, kernel_lipschitz};
use crate::quantity::usefulness::{Weighting, decay_rate, usefulness};
use serde::Serialize;

/// How strongly X and A depend on each other, and how useful that is.
#[derive(Clone, Debug, Serialize)]
pub struct AssociationReport {
    /// Whether X and A are independent: `s_1 = 0`.
    pub independent: bool,
    /// `sum_{i>=1} s_i^2`.
    pub total_inertia: Number,
    /// Pearson's statistic.
    pub chi_squared: Number,
    /// `(N - 1)(M - 1)`.
    pub degrees_of_freedom: usize,
    /// Cramer's V.
    pub cramers_v: Quantity,
    /// `s_1`.
    pub maximal_correlation: Quantity,
    /// In nats.
    pub mutual_information: Number,
    /// `E |kX(x,x') - 1|`.
    pub kernel_deviation: Number,
    /// `kappa^2 = max_x kX(x,x)`.
    pub context_complexity: Number,
    /// `tau = min_d tau_d` with beta = 1 and d0 = min(512, N - 1).
    pub tau: Quantity,
    /// The dimensions at which tau is attained; `null` if that is not defined or not decided.
    pub tau_attained: Option<Vec<usize>>,
    /// The lambda for which `s_i^2 = exp(-lambda i)` fits best.
    pub decay_rate: Quantity,
    /// Lipschitz constants, if there were positions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lipschitz: Option<LipschitzReport>,
}

/// Lipschitz constants of the kernel and of the singular functions.
#[derive(Clone, Debug, Serialize)]
pub struct LipschitzReport {
    /// `L_k`.
    pub kernel: Quantity,
    /// `L_mu`.
    pub singular_functions: Quantity,
}

impl AssociationReport {
    /// The report, to this many decimal places.
    pub fn new(
        context: &Context,
        spectrum: &Spectrum,
        positions: Option<&Encoder<X>>,
        digits: usize,
    ) -> AssociationReport {
        let chi_squared = chi_squared(context);
        let usefulness = usefulness(spectrum, &Weighting::standard(spectrum));
        AssociationReport {
            independent: is_independent(context),
            total_inertia: Number::rational(&total_inertia(context), digits),
            chi_squared: Number::rational(&chi_squared.statistic, digits),
            degrees_of_freedom: chi_squared.degrees_of_freedom,
            cramers_v: Quantity::new(&cramers_v(context), digits),
            maximal_correlation: Quantity::new(&first_singular_value(spectrum), digits),
            mutual_information: Number::real(&mutual_information(context), digits),
            kernel_deviation: Number::rational(&kernel_deviation(context), digits),
            context_complexity: Number::rational(&context_complexity(context), digits),
            tau_attained: usefulness.as_ref().ok().and_then(|u| u.attained.clone().ok()),
            tau: Quantity::new(&usefulness.map(|u| u.tau), digits),
            decay_rate: Quantity::new(&decay_rate(spectrum), digits),
            lipschitz: positions.map(|positions| LipschitzReport::new(context, spectrum, positions, digits)),
        }
    }

    /// The report as text.
    pub fn text(&self) -> String {
        let chi_squared = format!("{}, {} degrees of freedom", self.chi_squared.text(), self.degrees_of_freedom);
        let tau = match &self.tau_attained {
            Some(at) => format!("{}  at d = {}", self.tau.text(), list(at)),
            None => self.tau.text(),
        };
        let mut rows = vec![
            ("independent", if self.independent { "yes" } else { "no" }.to_string()),
            ("total inertia", self.total_inertia.text()),
            ("chi-squared", chi_squared),
            ("Cramer's V", self.cramers_v.text()),
            ("maximal correlation", self.maximal_correlation.text()),
            ("mutual information", format!("{}  nats", self.mutual_information.text())),
            ("kernel deviation", self.kernel_deviation.text()),
            ("context complexity", self.context_complexity.text()),
            ("tau", tau),
            ("decay rate", self.decay_rate.text()),
        ];
        if let Some(lipschitz) = &self.lipschitz {
            rows.push(("Lipschitz constant of kX", lipschitz.kernel.text()));
            rows.push(("Lipschitz constant of mu", lipschitz.singular_functions.text()));
        }
        format!("Association\n{}", facts(&rows))
    }
}

impl LipschitzReport {
    fn new(context: &Context, spectrum: &Spectrum, positions: &Encoder<X>, digits: usize) -> LipschitzReport {
        let kernel: Result<Real, Undefined> = kernel_lipschitz(context, positions);
        let precision = digits as i64 * 10 / 3 + 4;
        LipschitzReport {
            kernel: Quantity::new(&kernel, digits),
            singular_functions: match enclose_function_lipschitz(context, spectrum, positions, precision) {
                Ok(enclosure) => Quantity::Value(Number::enclosed(&enclosure, digits)),
                Err(undefined) => Quantity::undefined(&undefined),
            },
        }
    }
}

fn list(numbers: &[usize]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
