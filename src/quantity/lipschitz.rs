//! Lipschitz constants of the dual kernel and of the singular functions, for points with positions.
//!
//! Positions are a rational matrix with a row `z(x)` for each point of X; the distance of two points is the
//! Euclidean one, `||z(x) - z(x')||`. Points at the same position are not compared: a constant is the
//! largest quotient over pairs at different positions, and undefined if there are none.

use super::compatibility::shares;
use crate::context::{Context, Encoder, Function, Spectrum, X};
use crate::exact::dyadic::Dyadic;
use crate::exact::enclosure::Enclosure;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::exact::truth::Undefined;
use num_bigint::BigInt;
use num_traits::{Signed, Zero};

/// `L_k^2`, the square of [`kernel_lipschitz`]: rational.
pub fn kernel_lipschitz_squared(context: &Context, positions: &Encoder<X>) -> Result<Rational, Undefined> {
    let kernel = context.kernel::<X>();
    let largest_step = |pair: &Pair| -> BigInt {
        let step = |y: usize| (kernel.entry(y, pair.x) - kernel.entry(y, pair.y)).abs();
        (0..context.n()).map(step).max().expect("X has a point")
    };
    let pairs = pairs(context, positions, "L_k")?;
    let quotients = pairs.iter().map(|pair| {
        let step = largest_step(pair);
        (&step * &step, &pair.distance)
    });
    // Fractions are compared crosswise: lowest terms would cost more.
    let (step, distance) = quotients
        .reduce(|best, next| if &next.0 * best.1 > &best.0 * next.1 { next } else { best })
        .expect("there is a pair");
    let denominator = kernel.denominator();
    Ok(Rational::new(step, denominator * denominator * distance) * square_of(positions.matrix().denominator()))
}

/// `L_k = max |kX(y,x) - kX(y,x')| / ||z(x) - z(x')||` over all y and all x, x' at different positions. At
/// least 0. Undefined if all points have the same position, so for N = 1.
///
/// Source: Zhai et al. 2025, Lemma 25. Panics if there is not one position for each point of X.
pub fn kernel_lipschitz(context: &Context, positions: &Encoder<X>) -> Result<Real, Undefined> {
    Ok(root(Real::from(kernel_lipschitz_squared(context, positions)?)))
}

/// `L_mu = max |mu(x) - mu(x')| / ||z(x) - z(x')||` over all x, x' at different positions and all singular
/// functions mu, the constant one left out: all those that may be chosen as some `mu_i`, i in 1..=N-1
/// (`docs/readings.md`). Positive. Undefined if all points have the same position, so for N = 1.
///
/// For an eigenspace with orthogonal projection P, the largest `(mu(x) - mu(x'))^2` over its functions of
/// norm 1 is `||P f||^2` for `f = 1_x / p(x) - 1_x' / p(x')`, since `<mu, f> = mu(x) - mu(x')`. That is the
/// share of f on the eigenspace times `||f||^2 = 1 / p(x) + 1 / p(x')`: exact whatever the eigenvalue.
///
/// Source: Zhai et al. 2025, Lemma 25. Panics if there is not one position for each point of X.
pub fn function_lipschitz(context: &Context, spectrum: &Spectrum, positions: &Encoder<X>) -> Result<Real, Undefined> {
    let scale = square_of(positions.matrix().denominator());
    let mut squares = Vec::new();
    for pair in pairs(context, positions, "L_mu")? {
        let difference = pair.evaluation(context);
        let factor = Real::from(context.norm_squared(&difference) * &scale / integer(pair.distance));
        let shares = shares(context, spectrum, &difference).expect("its values have opposite signs");
        squares.extend(shares.iter().map(|share| share.times(&factor)));
    }
    Ok(root(Real::maximum(squares).expect("there is a pair and an eigenvalue")))
}

/// An enclosure of [`function_lipschitz`] no wider than `2^-precision`, from enclosures of the singular
/// functions: the way for contexts of more than some ten points.
pub fn enclose_function_lipschitz(
    context: &Context,
    spectrum: &Spectrum,
    positions: &Encoder<X>,
    precision: i64,
) -> Result<Enclosure, Undefined> {
    let pairs = pairs(context, positions, "L_mu")?;
    let wanted = Dyadic::new(1, -precision);
    let mut bits = precision.max(0) as u64 + 32;
    loop {
        let enclosure = with_bits(context, spectrum, positions, &pairs, bits);
        if enclosure.width() <= wanted {
            return Ok(enclosure);
        }
        bits *= 2;
    }
}

/// From singular functions known to `2^-bits`: in an orthonormal basis of an eigenspace, the largest
/// `(mu(x) - mu(x'))^2` is the sum of those of the basis.
fn with_bits(context: &Context, spectrum: &Spectrum, positions: &Encoder<X>, pairs: &[Pair], bits: u64) -> Enclosure {
    let scale = Enclosure::rational(&square_of(positions.matrix().denominator()), bits);
    let distances: Vec<Enclosure> = pairs.iter().map(|p| Enclosure::integer(p.distance.clone())).collect();
    let mut largest = Enclosure::integer(0);
    for eigenvalue in spectrum.eigenvalues() {
        let basis = context.eigenspace::<X>(eigenvalue).enclose(bits as i64);
        for (pair, distance) in pairs.iter().zip(&distances) {
            let squares = basis.iter().map(|mu| mu[pair.x].sub(&mu[pair.y], bits).square(bits));
            let sum = squares.fold(Enclosure::integer(0), |sum, square| sum.add(&square, bits));
            let quotient = sum.mul(&scale, bits).div(distance, bits).expect("a distance is not zero");
            largest = greater(largest, quotient);
        }
    }
    largest.sqrt(bits)
}

/// An enclosure of the greater of two numbers.
fn greater(a: Enclosure, b: Enclosure) -> Enclosure {
    Enclosure::new(a.lower().max(b.lower()).clone(), a.upper().max(b.upper()).clone())
}

/// Two points at different positions.
struct Pair {
    x: usize,
    y: usize,
    /// The square of their distance, times that of the positions' common denominator.
    distance: BigInt,
}

impl Pair {
    /// `1_x / p(x) - 1_y / p(y)`: its inner product with a function is the function's difference.
    fn evaluation(&self, context: &Context) -> Function<X> {
        let mut values = vec![Rational::zero(); context.n()];
        values[self.x] = Rational::new(context.total().clone(), context.row_sums()[self.x].clone());
        values[self.y] = -Rational::new(context.total().clone(), context.row_sums()[self.y].clone());
        Function::new(values)
    }
}

/// All pairs of points at different positions.
fn pairs(context: &Context, positions: &Encoder<X>, term: &str) -> Result<Vec<Pair>, Undefined> {
    let z = positions.matrix();
    assert_eq!(z.rows(), context.n(), "one position for each point of X");
    let squared_distance = |x: usize, y: usize| -> BigInt {
        let steps = (0..z.columns()).map(|j| z.entry(x, j) - z.entry(y, j));
        steps.map(|step| &step * &step).sum()
    };
    let all = (0..context.n()).flat_map(|x| (0..x).map(move |y| (x, y)));
    let pairs = all.map(|(x, y)| Pair { x, y, distance: squared_distance(x, y) });
    let apart: Vec<Pair> = pairs.filter(|pair| !pair.distance.is_zero()).collect();
    match apart.is_empty() {
        true => Err(Undefined::new(term, "no two points have different positions, so it is a maximum of nothing")),
        false => Ok(apart),
    }
}

fn square_of(n: &BigInt) -> Rational {
    integer(n * n)
}

fn root(square: Real) -> Real {
    square.sqrt().ok().flatten().expect("a number made of squares has a sign, and is not negative")
}

#[cfg(test)]
mod tests {
    use super::super::association::total_inertia;
    use super::*;
    use crate::context::gallery;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::ratio;

    fn positions(rows: &[&[(i64, i64)]]) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(rows.len(), rows[0].len(), |x, j| ratio(rows[x][j].0, rows[x][j].1)))
    }

    /// Positions on a parabola over thirds.
    fn parabola(n: usize) -> Encoder<X> {
        Encoder::new(Matrix::from_fn(n, 2, |x, j| ratio((x as i64).pow(1 + j as u32), 3)))
    }

    #[test]
    fn two_points_by_hand() {
        // kX = [[5/4, 1/2], [1/2, 2]], p = (2/3, 1/3), mu = (1/sqrt 2, -sqrt 2)
        let c = Context::from_counts(&[[1, 3], [2, 0]]).unwrap();
        let spectrum = Spectrum::of(&c);
        // 3/2 at y = 1, at distance 5/2
        let z = positions(&[&[(0, 1), (1, 1)], &[(3, 2), (3, 1)]]);
        assert_eq!(kernel_lipschitz(&c, &z).unwrap().as_rational(), Some(&ratio(3, 5)));
        assert_eq!(kernel_lipschitz_squared(&c, &z), Ok(ratio(9, 25)));
        // (3 / sqrt 2) / (5/2)
        let expected = Real::from(ratio(18, 25)).sqrt().unwrap().unwrap();
        assert_eq!(function_lipschitz(&c, &spectrum, &z).unwrap().decimal(30), expected.decimal(30));
    }

    #[test]
    fn all_choices_of_a_tied_singular_function_count() {
        // Every zero-mean function is singular: sqrt(1/p + 1/p) = sqrt 8 between any two points.
        let c = gallery::perfect(4);
        let z = positions(&[&[(0, 1)], &[(1, 1)], &[(3, 1)], &[(3, 1)]]);
        let l_mu = function_lipschitz(&c, &Spectrum::of(&c), &z).unwrap();
        assert_eq!(l_mu.decimal(12), "2.828427124746", "points at the same position are not compared");
        assert_eq!(kernel_lipschitz(&c, &z).unwrap().as_rational(), Some(&integer(4)));
    }

    #[test]
    fn without_different_positions_there_is_no_constant() {
        let same = positions(&[&[(1, 2)], &[(1, 2)], &[(2, 4)]]);
        let c = gallery::cycle(3);
        let spectrum = Spectrum::of(&c);
        let message = kernel_lipschitz(&c, &same).unwrap_err().to_string();
        assert_eq!(message, "L_k is undefined: no two points have different positions, so it is a maximum of nothing");
        assert!(function_lipschitz(&c, &spectrum, &same).is_err());
        assert!(enclose_function_lipschitz(&c, &spectrum, &same, 10).is_err());
        let (point, z) = (gallery::one_point(), parabola(1));
        assert!(kernel_lipschitz(&point, &z).is_err());
        assert!(function_lipschitz(&point, &Spectrum::of(&point), &z).is_err());
        let nowhere = Encoder::<X>::new(Matrix::zero(3, 0));
        assert!(kernel_lipschitz(&c, &nowhere).is_err(), "positions without coordinates");
    }

    /// The double maxima of the definitions.
    #[test]
    fn they_are_the_largest_quotients() {
        let mut contexts: Vec<Context> = gallery::exhibits().into_iter().map(|e| e.context).collect();
        contexts.retain(|c| 1 < c.n() && c.n() < 7);
        for c in contexts {
            let (z, k, spectrum) = (parabola(c.n()), c.kernel::<X>(), Spectrum::of(&c));
            let distance = |x: usize, y: usize| -> Rational {
                (0..2).map(|j| z.matrix().get(x, j) - z.matrix().get(y, j)).map(|step| &step * &step).sum()
            };
            let pairs: Vec<(usize, usize)> = (0..c.n()).flat_map(|x| (0..x).map(move |y| (x, y))).collect();
            let step = |x: usize, y: usize, other: usize| k.get(other, x) - k.get(other, y);
            let steps = pairs.iter().flat_map(|&(x, y)| {
                (0..c.n()).map(move |other| step(x, y, other).pow(2) / distance(x, y)).collect::<Vec<_>>()
            });
            assert_eq!(kernel_lipschitz_squared(&c, &z), Ok(steps.max().unwrap()));
            // The projection kernel of an eigenspace, by its rational basis.
            let projection = |space: &[Function<X>], x: usize, y: usize| -> Rational {
                space.iter().map(|f| &f.values()[x] * &f.values()[y] / c.norm_squared(f)).sum()
            };
            let mut largest = integer(0);
            for eigenvalue in spectrum.eigenvalues() {
                let space = c.eigenspace::<X>(eigenvalue);
                let basis = space.rational_basis().unwrap();
                for &(x, y) in &pairs {
                    let square =
                        projection(basis, x, x) - integer(2) * projection(basis, x, y) + projection(basis, y, y);
                    largest = largest.max(square / distance(x, y));
                }
            }
            let l_mu = function_lipschitz(&c, &spectrum, &z).unwrap();
            assert!(l_mu.times(&l_mu).minus(&largest.clone().into()).enclose(100).contains_zero());
            let enclosure = enclose_function_lipschitz(&c, &spectrum, &z, 80).unwrap();
            assert!(enclosure.square(300).contains(&largest) && enclosure.width() <= Dyadic::new(1, -80));
        }
    }

    #[test]
    fn irrational_singular_functions() {
        for c in [gallery::cycle(5), Context::from_counts(&[[5, 1, 0], [1, 4, 1], [0, 2, 7], [3, 3, 1]]).unwrap()] {
            let (z, spectrum) = (parabola(c.n()), Spectrum::of(&c));
            let exact = function_lipschitz(&c, &spectrum, &z).unwrap().enclose(150);
            let enclosure = enclose_function_lipschitz(&c, &spectrum, &z, 60).unwrap();
            assert!(enclosure.intersection(&exact).is_some() && enclosure.width() <= Dyadic::new(1, -60));
            // L_k <= c L_mu sum s_i^2 with c^2 a bound of all mu^2, here 1 / min p.
            let bound = c.marginal::<X>().into_iter().map(|p| p.recip()).max().unwrap();
            let inertia = total_inertia(&c);
            let right = enclosure.square(300).mul(&Enclosure::rational(&(bound * &inertia * &inertia), 300), 300);
            let left = kernel_lipschitz_squared(&c, &z).unwrap();
            assert!(left <= right.lower().to_rational());
        }
        // The cycle of five, neighbours on the cycle a unit apart.
        let z = positions(&[&[(0, 1)], &[(1, 1)], &[(2, 1)], &[(3, 1)], &[(4, 1)]]);
        let c = gallery::cycle(5);
        // mu = sqrt 2 cos(2 pi k (x - x0) / 5): between neighbours 2 sqrt 2 sin(pi k / 5) at most, for k = 2.
        let l_mu = function_lipschitz(&c, &Spectrum::of(&c), &z).unwrap();
        assert_eq!(l_mu.decimal(9), "2.689994048");
    }
}
