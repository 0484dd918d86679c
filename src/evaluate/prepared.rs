//! A context with what was computed of it, so that a thousand encoders on one context pay for one spectrum.

use crate::context::singular::{CHOICES, SingularSystem};
use crate::context::{Context, Spectrum, X};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use crate::statement::types::Side;
use std::fmt;
use std::sync::{Arc, OnceLock};

/// A context. Cheap to clone; its operators, kernels, spectrum and singular functions are computed once, when
/// first asked for.
#[derive(Clone)]
pub struct Prepared {
    /// As given, and with X and A exchanged.
    both: Arc<[Memo; 2]>,
    transposed: bool,
}

struct Memo {
    context: Context,
    marginal: OnceLock<Vec<Rational>>,
    expectation: OnceLock<Matrix>,
    kernel: OnceLock<Matrix>,
    spectrum: OnceLock<Spectrum>,
    systems: [OnceLock<SingularSystem>; CHOICES],
}

impl Memo {
    fn new(context: Context) -> Memo {
        Memo {
            context,
            marginal: OnceLock::new(),
            expectation: OnceLock::new(),
            kernel: OnceLock::new(),
            spectrum: OnceLock::new(),
            systems: [const { OnceLock::new() }; CHOICES],
        }
    }
}

impl Prepared {
    /// The context, of which nothing is known yet.
    pub fn new(context: Context) -> Prepared {
        let transposed = context.transposed();
        Prepared { both: Arc::new([Memo::new(context), Memo::new(transposed)]), transposed: false }
    }

    fn memo(&self) -> &Memo {
        &self.both[usize::from(self.transposed)]
    }

    /// The context itself.
    pub fn context(&self) -> &Context {
        &self.memo().context
    }

    /// The context with X and A exchanged.
    pub fn transposed(&self) -> Prepared {
        Prepared { both: self.both.clone(), transposed: !self.transposed }
    }

    /// `T`, as an N x M matrix. `T*` is that of the transposed context.
    pub fn expectation(&self) -> &Matrix {
        self.memo().expectation.get_or_init(|| self.context().expectation::<X>())
    }

    /// `kX`. `kA` is that of the transposed context.
    pub fn kernel(&self) -> &Matrix {
        self.memo().kernel.get_or_init(|| self.context().kernel::<X>())
    }

    /// `s_1^2, s_2^2, ...` on X.
    pub fn spectrum(&self) -> &Spectrum {
        self.memo().spectrum.get_or_init(|| Spectrum::of(self.context()))
    }

    /// A choice of singular functions. Panics unless `choice < CHOICES`.
    pub fn system(&self, choice: usize) -> &SingularSystem {
        self.memo().systems[choice].get_or_init(|| SingularSystem::of(self.context(), self.spectrum(), choice))
    }

    /// The weights of the points of a side, `p` or `q`.
    pub fn weights(&self, side: Side) -> &[Rational] {
        match side {
            Side::X => self.memo().marginal.get_or_init(|| self.context().marginal::<X>()),
            Side::A => {
                let other = &self.both[usize::from(!self.transposed)];
                other.marginal.get_or_init(|| other.context.marginal::<X>())
            }
        }
    }

    /// How many points a side has.
    pub fn points(&self, side: Side) -> usize {
        match side {
            Side::X => self.context().n(),
            Side::A => self.context().m(),
        }
    }

    /// The weights, row by row: `[2, 1; 0, 3] / 6`.
    pub fn written(&self) -> String {
        let context = self.context();
        let row =
            |weights: &[num_bigint::BigInt]| weights.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let rows: Vec<String> = context.weights().chunks(context.m()).map(row).collect();
        format!("[{}] / {}", rows.join("; "), context.total())
    }
}

impl fmt::Debug for Prepared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written())
    }
}
