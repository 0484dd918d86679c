//! What the translation of a statement has met so far: names, contexts, bounds, terms that have names.

use super::condition::{Binder, Condition, Conditions};
use super::gallina::{Gallina, level};
use super::linear::{Bounds, Linear};
use crate::statement::tree::{Slot, Span, Statement, Term, Variable};
use crate::statement::types::{ContextTerm, Side, Space, Type};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A word of the statement that has no translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untranslated {
    /// The words, or what about them.
    pub what: String,
}

impl fmt::Display for Untranslated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no proposition of Coq says this yet: {}", self.what)
    }
}

impl std::error::Error for Untranslated {}

/// Names that stand for something in the propositions or in Coq.
const TAKEN: &str = "
    A C E False M N Num Prop R Set T T_star True Type X any as barlow_twins bits block_law bool center
    centred_encoder centred_rank characters col column compatibility complexity components context contrastive
    covariance decreasing_weights diag_mx dispersion distance dot drawn dual eigenvalue else empirical end entry
    exists exists2 exp expectation expected_covariance expected_table explained exponential extracts family ffun
    fit_risk_is fix flip_law for forall fun function_lipschitz_is generalised_eigenvalue gram graph_loss if in in_F
    in_span independent indicator info_nce int integral_operator is_law invmx ip joint kA kX kernel_lipschitz_is
    kernel_norm_is kernel_pca_is kise law learns least_preimage least_risk_is let ln loss low_rank mask_law massive
    match max maximal_correlation_is maximises maximises_explained maximises_nested maximum_is maximum_nested_is
    maxn mean min minimises minimises_balanced minimises_contrastive minimises_graph_loss minimises_kise
    minimises_low_rank minimises_noncontrastive minimises_spectral_contrastive minimises_supervised
    minimises_supervised_biased minimises_svme minimises_two_sided minimum_contrastive_is minimum_is
    minimum_low_rank_is minimum_noncontrastive_is minimum_spectral_contrastive_is minimum_svme_is
    minimum_two_sided_is minn mu nat nested no_constant_feature no_zero_row noncontrastive norm nt_xent nu one
    one_hot orthonormal_centred p positive_definite power probability_is psd_matrix q ratio_trace rcfType
    return row_mx s same_span sample selfadj sigma singular_system smoothness smoothness_is some_task
    spectral_contrastive spectral_inner_is sqn square statement svme symmetric then top_sum_of
    top_worst_error_is trace_gap_is transposed two_sided unit unitmx using vicreg vicreg_is_defined where with
    worst_error_is
";

/// A context of the statement.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// As the statement calls it, and as the proposition does.
    pub called: String,
    pub name: String,
    /// The numbers of points of X and A.
    pub sizes: [Linear; 2],
    /// For bit strings: how many bits there are.
    pub bits: Option<Gallina>,
}

pub(super) struct Translation<'a> {
    pub statement: &'a Statement,
    /// How a variable is called, once it is bound.
    names: BTreeMap<Slot, String>,
    pub contexts: Vec<Known>,
    /// Of the atoms of integers.
    pub bounds: BTreeMap<String, Bounds>,
    /// What a name of a term stands for, and when it has a value.
    pub lets: BTreeMap<Slot, (Conditions, Gallina)>,
    /// The sums, maxima and expectations around a term.
    pub folds: Vec<Binder>,
    /// Integers that may be negative.
    pub signed: BTreeSet<Slot>,
    /// Whether there is an exponential.
    pub is_analytic: bool,
    values: usize,
}

impl<'a> Translation<'a> {
    pub fn new(statement: &'a Statement) -> Translation<'a> {
        Translation {
            statement,
            names: BTreeMap::new(),
            contexts: Vec::new(),
            bounds: BTreeMap::new(),
            lets: BTreeMap::new(),
            folds: Vec::new(),
            signed: BTreeSet::new(),
            is_analytic: false,
            values: 0,
        }
    }

    pub fn variable(&self, slot: Slot) -> &'a Variable {
        &self.statement.variables[slot]
    }

    /// Takes a name for a variable.
    pub fn bind(&mut self, slot: Slot) -> String {
        let mut name = self.variable(slot).name.clone();
        if name.starts_with('_') {
            name.insert(0, 'v');
        }
        while TAKEN.split_whitespace().any(|taken| taken == name)
            || self.names.iter().any(|(other, taken)| *other != slot && *taken == name)
        {
            name.push('_');
        }
        self.names.insert(slot, name.clone());
        name
    }

    /// The variable is forgotten: its name is free again.
    pub fn release(&mut self, slot: Slot) {
        self.names.remove(&slot);
    }

    /// The integer variable that is called so.
    pub fn integer_called(&self, called: &str) -> Option<Gallina> {
        let mut bound = self.names.iter().filter(|(slot, _)| self.variable(**slot).name == called);
        let (slot, name) = bound.next()?;
        (self.variable(*slot).of == Type::Integer && !self.lets.contains_key(slot)).then(|| Gallina::atom(name.clone()))
    }

    pub fn name(&self, slot: Slot) -> Gallina {
        Gallina::atom(self.names.get(&slot).expect("a variable is bound before it is used").clone())
    }

    /// The conditions and the value of a quantity that is a relation, under a name like this: `relation value` holds.
    pub fn value(&mut self, like: &str, of: &str, relation: &Gallina, conditions: &mut Conditions) -> Gallina {
        self.values += 1;
        let mut name = format!("{like}{}", self.values);
        while self.statement.variables.iter().any(|variable| variable.name == name) {
            name.push('_');
        }
        let applied: Vec<Gallina> = self.folds.iter().map(|binder| Gallina::atom(binder.name.clone())).collect();
        let value = match applied.is_empty() {
            true => Gallina::atom(name.clone()),
            false => Gallina::applied(&name, &applied.iter().collect::<Vec<_>>()),
        };
        let proposition =
            Gallina::new(format!("{} {}", relation.at(level::APPLICATION), value.argument()), level::APPLICATION);
        conditions.add(Condition { value: Some((name, of.into())), proposition, of_name: false });
        value
    }

    /// Something that is not translated, as the statement writes it.
    pub fn fails<T>(&self, span: &Span, why: &str) -> Result<T, Untranslated> {
        let words = self.statement.text[span.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        Err(Untranslated { what: if why.is_empty() { words } else { format!("{words} ({why})") } })
    }

    fn known(&self, called: &str) -> &Known {
        self.contexts.iter().find(|c| c.called == called).expect("a context is bound before it is used")
    }

    pub fn context(&self, context: &ContextTerm) -> Gallina {
        match context {
            ContextTerm::Variable(name) | ContextTerm::Graph(name) => Gallina::atom(self.known(name).name.clone()),
            ContextTerm::Transposed(inner) => Gallina::applied("transposed", &[&self.context(inner)]),
        }
    }

    /// The context that a term is, or that its singular functions are of.
    pub fn context_of(&self, term: &Term) -> ContextTerm {
        match &term.of {
            Type::Context(context) | Type::SingularSystem(context) => context.clone(),
            _ => unreachable!("types were checked when the statement was read"),
        }
    }

    pub fn bits(&self, context: &ContextTerm) -> Option<Gallina> {
        match context {
            ContextTerm::Variable(name) => self.known(name).bits.clone(),
            _ => None,
        }
    }

    /// The number of points of a side.
    pub fn points(&self, side: Side, context: &ContextTerm) -> Linear {
        match context {
            ContextTerm::Variable(name) | ContextTerm::Graph(name) => {
                self.known(name).sizes[usize::from(side == Side::A)].clone()
            }
            ContextTerm::Transposed(inner) => self.points(side.other(), inner),
        }
    }

    /// The type of the points of a space.
    pub fn type_of_points(&self, space: &Space) -> Option<String> {
        match space {
            Space::Side(side, context) => Some(format!("'I_{}", self.points(*side, context).size().argument())),
            Space::Dimension(_) => None,
        }
    }

    /// The weights of the points of a space.
    pub fn weights(&self, space: &Space) -> Option<Gallina> {
        match space {
            Space::Side(side, context) => {
                Some(Gallina::applied(if *side == Side::X { "p" } else { "q" }, &[&self.context(context)]))
            }
            Space::Dimension(_) => None,
        }
    }

    /// The context of which a space is X.
    pub fn seen_from(&self, space: &Space) -> Option<Gallina> {
        match space {
            Space::Side(Side::X, context) => Some(self.context(context)),
            Space::Side(Side::A, context) => Some(Gallina::applied("transposed", &[&self.context(context)])),
            Space::Dimension(_) => None,
        }
    }
}

/// Rows of a table.
pub(super) fn rows(of: &Type) -> &Space {
    match of {
        Type::Table(rows, _) => rows,
        _ => unreachable!("types were checked when the statement was read"),
    }
}

/// Columns of a table.
pub(super) fn columns(of: &Type) -> &Space {
    match of {
        Type::Table(_, columns) => columns,
        _ => unreachable!("types were checked when the statement was read"),
    }
}
