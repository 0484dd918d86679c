//! The eigenvalues of pencils that a checker asks for: they are known when it has asked.

use super::pencil::Pencil;
use super::witnesses::rows;
use crate::certificate::{self, Bound, Certificate, MAX_WITNESSES, Witness};
use crate::check::{Eigenvalue, Refutation, Rejection, check_asking};
use crate::exact::matrix::Matrix;

use crate::statement::tree::Statement;

/// What the checker says of a certificate, with witnesses of the eigenvalues that it asks for: bounds that are exact
/// where they are rational, else `2^-bits` apart or so. Those that it accepts the certificate without are left out.
pub(super) fn completed(
    statement: &Statement,
    certificate: &mut Certificate,
    bits: u64,
) -> Result<Refutation, Rejection> {
    let mut pencils = Pencils { known: Vec::new(), bits };
    let mut shown: Vec<(Eigenvalue, Bound)> = Vec::new();
    let mut asked: Vec<Eigenvalue> = Vec::new();
    let rest = certificate.witnesses.clone();
    let with = |shown: &[(Eigenvalue, Bound)]| [rest.clone(), grouped(shown)].concat();
    loop {
        let (answer, mut more) = check_asking(statement, certificate);
        more.retain(|eigenvalue| !asked.contains(eigenvalue));
        if answer.is_ok() || more.is_empty() || rest.len() + shown.len() + more.len() > MAX_WITNESSES {
            if answer.is_ok() {
                for place in (0..shown.len()).rev() {
                    let left_out = shown.remove(place);
                    certificate.witnesses = with(&shown);
                    if check_asking(statement, certificate).0.is_err() {
                        shown.insert(place, left_out);
                    }
                }
                certificate.witnesses = with(&shown);
            }
            return answer;
        }
        shown.extend(more.iter().filter_map(|eigenvalue| Some((eigenvalue.clone(), pencils.bound(eigenvalue)?))));
        asked.extend(more);
        certificate.witnesses = with(&shown);
    }
}

/// Pencils whose eigenvalues were computed.
struct Pencils {
    known: Vec<Pencil>,
    bits: u64,
}

impl Pencils {
    fn bound(&mut self, Eigenvalue { form, mass, index }: &Eigenvalue) -> Option<Bound> {
        let known = self.known.iter().position(|p| p.form == *form && p.norm == *mass);
        let place = known.unwrap_or_else(|| {
            self.known.push(Pencil::of(form, mass));
            self.known.len() - 1
        });
        self.known[place].bound(*index, self.bits)
    }
}

/// A witness for each pencil.
fn grouped(shown: &[(Eigenvalue, Bound)]) -> Vec<Witness> {
    let mut pencils: Vec<(&Matrix, &Matrix)> = Vec::new();
    for (of, _) in shown {
        if !pencils.contains(&(&of.form, &of.mass)) {
            pencils.push((&of.form, &of.mass));
        }
    }
    let witness = |(form, mass): (&Matrix, &Matrix)| {
        let bounds = shown.iter().filter(|(of, _)| of.form == *form && of.mass == *mass);
        let mut bounds: Vec<Bound> = bounds.map(|(_, bound)| bound.clone()).collect();
        bounds.sort_by_key(|bound| bound.index);
        Witness::Pencil(certificate::Pencil { form: rows(form), mass: rows(mass), bounds })
    };
    pencils.into_iter().map(witness).collect()
}
