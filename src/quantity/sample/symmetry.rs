//! Permutations of the points that change nothing: outcomes in one orbit need be looked at once.

use super::outcomes::{Outcomes, Sample};
use crate::exact::matrix::Matrix;
use crate::exact::rational::Rational;
use num_bigint::{BigInt, BigUint};
use std::cmp::Ordering;

/// Groups with more permutations are not used: to go through the group would cost more than it saves.
const MOST: usize = 5040;

/// The search for permutations stops after so many steps.
const STEPS: usize = 200_000;

/// A group of permutations of N points, written out. A permutation s takes point x to `s[x]`.
#[derive(Clone, Debug)]
pub struct Symmetry {
    permutations: Vec<Vec<usize>>,
}

impl Symmetry {
    /// The identity alone.
    pub fn none(size: usize) -> Symmetry {
        Symmetry { permutations: vec![(0..size).collect()] }
    }

    /// The permutations s with `w(s x) = w(x)` that leave each of some kernels (`k(s x, s y) = k(x, y)`) and each row of
    /// some tables of functions (`f_j(s x) = f_j(x)`) as they are. The identity alone if there are more than 5040, or they
    /// take long to find.
    ///
    /// A quantity of the sample that is made of the weights, these kernels and these functions, and of which point is which by
    /// nothing else, is the same for all outcomes in an orbit. Panics unless every table has a row a point.
    pub fn of(weights: &[Rational], kernels: &[&Matrix], functions: &[&Matrix]) -> Symmetry {
        let n = weights.len();
        assert!(kernels.iter().all(|k| k.rows() == n && k.columns() == n), "a kernel has a row and a column a point");
        assert!(functions.iter().all(|f| f.rows() == n), "functions have a value a point");
        let alike = |x: usize, y: usize| {
            weights[x] == weights[y]
                && functions.iter().all(|f| (0..f.columns()).all(|j| f.entry(x, j) == f.entry(y, j)))
        };
        let fits = |images: &[usize], y: usize| {
            let x = images.len();
            alike(x, y)
                && kernels.iter().all(|k| {
                    k.entry(x, x) == k.entry(y, y)
                        && images
                            .iter()
                            .enumerate()
                            .all(|(u, &v)| k.entry(x, u) == k.entry(y, v) && k.entry(u, x) == k.entry(v, y))
                })
        };
        let mut permutations = Vec::new();
        let mut steps = 0;
        let mut open = vec![Vec::new()];
        while let Some(images) = open.pop() {
            steps += 1;
            if images.len() == n {
                permutations.push(images);
            } else {
                let free = (0..n).filter(|y| !images.contains(y) && fits(&images, *y));
                open.extend(free.map(|y| [images.as_slice(), &[y]].concat()));
            }
            if permutations.len() > MOST || steps > STEPS {
                return Symmetry::none(n);
            }
        }
        Symmetry { permutations }
    }

    /// The number of permutations, the identity included.
    pub fn order(&self) -> usize {
        self.permutations.len()
    }

    /// How many outcomes are in the orbit of one, if its counts are the largest there in lexicographic order; `None` for
    /// the others.
    pub fn orbit(&self, sample: &Sample) -> Option<usize> {
        let counts = sample.counts();
        let mut fixing = 0;
        for s in &self.permutations {
            match s.iter().map(|&y| counts[y]).cmp(counts.iter().copied()) {
                Ordering::Greater => return None,
                Ordering::Equal => fixing += 1,
                Ordering::Less => {}
            }
        }
        Some(self.order() / fixing)
    }
}

impl Outcomes {
    /// What `of` makes of one outcome of each orbit, with the numerator of the orbit's probability over
    /// [`Outcomes::denominator`]. Panics unless the permutations leave the weights as they are.
    pub fn map_orbits<T: Send, E: Send>(
        &self,
        symmetry: &Symmetry,
        of: impl Fn(&Sample) -> Result<T, E> + Sync,
    ) -> Result<Vec<(T, BigInt)>, E> {
        let one = |sample: &Sample, numerator: &BigInt| match symmetry.orbit(sample) {
            Some(size) => of(sample).map(|value| Some((value, numerator * size))),
            None => Ok(None),
        };
        let found: Vec<_> = self.map(one)?.into_iter().flatten().collect();
        let mass: BigInt = found.iter().map(|(_, mass)| mass).sum();
        assert_eq!(mass, self.denominator(), "the orbits hold every outcome once");
        Ok(found)
    }

    /// How many orbits there are (Burnside): the average number of outcomes that a permutation leaves as they are.
    pub fn orbits(&self, symmetry: &Symmetry) -> BigUint {
        let fixed: BigUint = symmetry.permutations.iter().map(|s| outcomes_on_cycles(&cycles(s), self.draws())).sum();
        fixed / symmetry.order()
    }
}

/// The lengths of the cycles.
fn cycles(permutation: &[usize]) -> Vec<usize> {
    let mut seen = vec![false; permutation.len()];
    let mut lengths = Vec::new();
    for start in 0..permutation.len() {
        let (mut x, mut length) = (start, 0);
        while !std::mem::replace(&mut seen[x], true) {
            (x, length) = (permutation[x], length + 1);
        }
        lengths.extend((length > 0).then_some(length));
    }
    lengths
}

/// How many ways there are to draw every point of a cycle equally often, n draws in all.
fn outcomes_on_cycles(lengths: &[usize], draws: usize) -> BigUint {
    let mut ways = vec![BigUint::from(0u8); draws + 1];
    ways[0] = BigUint::from(1u8);
    for &length in lengths {
        for n in length..=draws {
            let before = ways[n - length].clone();
            ways[n] += before;
        }
    }
    ways.pop().expect("as many numbers as draws, and one more")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::{Context, X, gallery};
    use crate::exact::rational::ratio;
    use std::collections::BTreeSet;
    use std::convert::Infallible;

    fn of(context: &Context, functions: &[&Matrix]) -> Symmetry {
        Symmetry::of(&context.marginal::<X>(), &[&context.kernel::<X>()], functions)
    }

    #[test]
    fn groups_by_hand() {
        assert_eq!(of(&gallery::cycle(5), &[]).order(), 10);
        assert_eq!(of(&gallery::perfect(4), &[]).order(), 24);
        assert_eq!(of(&gallery::one_point(), &[]).order(), 1);
        // p proportional to 1, 2, 3
        assert_eq!(of(&gallery::independent(3, 2), &[]).order(), 1);
        // A square of signs.
        assert_eq!(of(&gallery::flipped_signs(2, &ratio(1, 3)), &[]).order(), 8);
        // A function that is 1 at one point: what fixes that point.
        let indicator = Matrix::from_fn(4, 1, |x, _| ratio(u8::from(x == 1), 1));
        assert_eq!(of(&gallery::perfect(4), &[&indicator]).order(), 6);
        assert_eq!(of(&gallery::perfect(9), &[]).order(), 1, "9! are too many");
    }

    #[test]
    fn orbits_hold_every_outcome_once() {
        for context in [gallery::cycle(5), gallery::perfect(3), gallery::flipped_signs(2, &ratio(1, 3))] {
            let (n, symmetry) = (context.n(), of(&context, &[]));
            for draws in 0..5 {
                let outcomes = Outcomes::new(&context.marginal::<X>(), draws);
                let found = outcomes.map_orbits(&symmetry, |s| Ok::<_, Infallible>(s.clone())).unwrap();
                assert_eq!(outcomes.orbits(&symmetry), BigUint::from(found.len()));
                let mut seen = BTreeSet::new();
                for (sample, mass) in &found {
                    let orbit: BTreeSet<Sample> = symmetry
                        .permutations
                        .iter()
                        .map(|s| Sample::new((0..n).map(|x| sample.counts()[s[x]]).collect()))
                        .collect();
                    assert_eq!(*mass, orbit.iter().map(|s| outcomes.numerator(s)).sum());
                    orbit.into_iter().for_each(|s| assert!(seen.insert(s)));
                }
                assert_eq!(BigUint::from(seen.len()), outcomes.count());
            }
        }
    }
}
