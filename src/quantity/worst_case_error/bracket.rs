//! A largest error that is known by enclosures only.

use super::coarse::coarse_bounds;
use super::problem::{Problem, Sense};
use super::{MOST_BITS, inside};
use crate::context::{Context, Encoder, X};
use crate::exact::dyadic::Dyadic;
use crate::exact::enclosure::Enclosure;
use crate::exact::rational::Rational;
use crate::exact::real::Bracket;
use crate::exact::truth::Exhausted;
use std::fmt;
use std::sync::Mutex;

/// The largest error over a set of functions that is inside its constraint somewhere and holds none that no
/// probe explains. Every enclosure rests on two certificates; the best one so far is kept.
pub(super) struct WorstErrorBracket {
    context: Context,
    phi: Encoder<X>,
    level: Rational,
    sense: Sense,
    /// Only ever replaced by a narrower one.
    known: Mutex<Enclosure>,
}

impl WorstErrorBracket {
    pub fn new(context: &Context, phi: &Encoder<X>, level: &Rational, sense: Sense) -> WorstErrorBracket {
        let known = Mutex::new(Enclosure::new(Dyadic::zero(), Dyadic::one()));
        WorstErrorBracket { context: context.clone(), phi: phi.clone(), level: level.clone(), sense, known }
    }

    fn current(&self) -> Enclosure {
        self.known.lock().expect("no panic while an enclosure is read").clone()
    }

    /// Keeps what is common to all enclosures so far.
    fn narrowed(&self, found: &Enclosure) -> Enclosure {
        let mut known = self.known.lock().expect("no panic while an enclosure is read");
        *known = known.intersection(found).expect("all enclosures hold the value");
        known.clone()
    }
}

impl Bracket for WorstErrorBracket {
    /// An error where [`MOST_BITS`] are not enough.
    fn enclose(&self, precision: i64) -> Result<Enclosure, Exhausted> {
        let wanted = Dyadic::new(1, -precision);
        let known = self.current();
        if known.width() <= wanted {
            return Ok(known);
        }
        // Half of the width for the certificates, the rest for the rounding.
        let problem = Problem::beside(&self.context, &self.phi, self.level.clone(), self.sense);
        let width = wanted.shifted(-1).to_rational();
        let (lower, upper) = coarse_bounds(&problem, &width).unwrap_or_else(|| {
            let found = inside(&problem, &width);
            (found.lower.value, found.upper.value)
        });
        let bits = precision.max(0) as u64 + 4;
        let [below, above] = [lower, upper].map(|value| Enclosure::rational(&value, bits));
        let narrower = self.narrowed(&Enclosure::new(below.lower().clone(), above.upper().clone()));
        if narrower.width() <= wanted { Ok(narrower) } else { Err(Exhausted::Bits(MOST_BITS)) }
    }
}

impl fmt::Debug for WorstErrorBracket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a largest error in {:?}", self.current())
    }
}
