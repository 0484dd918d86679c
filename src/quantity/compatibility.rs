//! How well a task fits a context.

use crate::context::{A, Context, Encoder, Function, Spectrum, X};
use crate::exact::characteristic::table_polynomials;
use crate::exact::elimination;
use crate::exact::polynomial::Polynomial;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use crate::exact::truth::Undefined;

/// `rho(f)^2 = ||T* f~||^2 / ||f~||^2`, in [0, 1]: the square of the compatibility
/// `max_g <f~, T g> / (||f~|| ||g||)`, attained at `g = T* f~`. Undefined for a constant task.
///
/// Source: Zhai et al. 2025, Definition 13.
pub fn compatibility_squared(context: &Context, task: &Function<X>) -> Result<Rational, Undefined> {
    let centred = not_constant(context, task, "rho(f)")?;
    Ok(context.norm_squared(&context.expect::<A>(&centred)) / context.norm_squared(&centred))
}

/// `rho(f)`, in [0, 1]; undefined for a constant task.
pub fn compatibility(context: &Context, task: &Function<X>) -> Result<Real, Undefined> {
    let square = Real::from(compatibility_squared(context, task)?);
    Ok(square.sqrt().ok().flatten().expect("a quotient of squares is not negative"))
}

/// For each distinct eigenvalue, in the spectrum's order, the task's share on its eigenspace:
/// `||P f~||^2 / ||f~||^2`. Shares are in [0, 1] and sum to 1, and `rho(f)^2 = sum share s^2`. Undefined
/// for a constant task.
///
/// With `t` a multiple of `f~` and the weights of the rows as inner product,
/// `<t, (x I - K)^-1 t> = sum_s ||P_s t||^2 / (x - s^2)`, so a share is a residue of a rational function
/// with integer coefficients: exact, also where the singular functions are not rational.
pub fn shares(context: &Context, spectrum: &Spectrum, task: &Function<X>) -> Result<Vec<Real>, Undefined> {
    let column = not_constant(context, task, "a task's share")?.as_column();
    let task = column.entries();
    let polynomials = table_polynomials(context.n(), context.m(), context.weights(), Some(task));
    // f = scale * part * rest with `part` square-free, and the resolvent's numerator divided by `rest`.
    let primitive = polynomials.characteristic.primitive();
    let scale = polynomials.characteristic.leading() / primitive.leading();
    let parts = primitive.square_free_parts();
    let part = parts.iter().fold(Polynomial::one(), |product, (part, _)| product.times(part)).primitive();
    let rest = primitive.divided_by(&part).expect("a polynomial's square-free part divides it");
    let numerator = polynomials.resolvent.expect("a start vector was given").divided_by(&rest);
    let numerator = numerator.expect("the resolvent has simple poles only");
    let whole = scale * task.iter().zip(context.row_sums()).map(|(t, r)| t * t * r).sum::<num_bigint::BigInt>();
    let slope = part.derivative().scaled(&whole);
    let share = |value| {
        let divisor = Real::polynomial_at(slope.clone(), value);
        let quotient = Real::polynomial_at(numerator.clone(), value).divided_by(&divisor);
        quotient.ok().flatten().expect("the slope at a simple root is not zero")
    };
    Ok(spectrum.eigenvalues().iter().map(|e| share(&e.value)).collect())
}

/// `err(Phi, f) = min_{w,b} ||Phi w + b - f||^2`: what the best linear probe with an intercept leaves of
/// a task. At least 0, at most `||f~||^2`; the features may be dependent.
///
/// Source: Zhai et al. 2025, Definition 15.
pub fn probe_error(context: &Context, encoder: &Encoder<X>, task: &Function<X>) -> Rational {
    let features = context.centred_encoder(encoder);
    let task = Encoder::<X>::new(context.centred(task).as_column());
    let cross = context.gram(&features, &task);
    let weights = elimination::solve(&context.gram(&features, &features), &cross)
        .expect("the normal equations of least squares have a solution");
    (context.gram(&task, &task).minus(&cross.transposed().times(&weights))).get(0, 0)
}

fn not_constant(context: &Context, task: &Function<X>, term: &str) -> Result<Function<X>, Undefined> {
    let centred = context.centred(task);
    match centred.is_zero() {
        true => Err(Undefined::new(term, "the task is constant, so its centred norm in the denominator is zero")),
        false => Ok(centred),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::matrix::Matrix;
    use crate::exact::rational::{integer, ratio};

    fn task(values: &[i64]) -> Function<X> {
        Function::new(values.iter().map(|&v| ratio(v, 1)).collect())
    }

    #[test]
    fn compatibility_by_hand() {
        let c = Context::from_counts(&[[1, 0], [1, 2]]).unwrap();
        // p = (1/4, 3/4), q = (1/2, 1/2), T* f = (E[f|a]) = ((f0 + f1)/2, f1)
        let f = task(&[3, -1]);
        assert_eq!(compatibility_squared(&c, &f).unwrap(), ratio(1, 3));
        assert_eq!(compatibility(&c, &f).unwrap().decimal(6), "0.577350");
        assert_eq!(
            compatibility_squared(&c, &task(&[7, 3])).unwrap(),
            ratio(1, 3),
            "a shift and a scale change nothing"
        );
        assert!(compatibility(&c, &task(&[2, 2])).is_err());
        assert!(shares(&c, &Spectrum::of(&c), &task(&[0, 0])).is_err());
    }

    #[test]
    fn shares_sum_to_one_and_weigh_to_the_compatibility() {
        let tables: [&[[u64; 4]]; 4] = [
            &[[5, 1, 0, 2], [1, 4, 1, 1], [0, 2, 7, 1]],
            &[[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 1]],
            &[[3, 1, 0, 0], [2, 5, 0, 0], [0, 0, 3, 1], [0, 0, 2, 5]],
            &[[1, 1, 1, 1], [2, 2, 2, 2], [1, 2, 3, 4], [2, 4, 6, 8], [0, 1, 0, 1]],
        ];
        for rows in tables {
            let c = Context::from_counts(rows).unwrap();
            let spectrum = Spectrum::of(&c);
            for seed in 1..6 {
                let f = task(&(0..c.n() as i64).map(|x| (x * x * seed) % 7 - seed).collect::<Vec<_>>());
                let Ok(rho) = compatibility_squared(&c, &f) else { continue };
                let shares = shares(&c, &spectrum, &f).unwrap();
                let sum = Real::sum(shares.iter().cloned()).enclose(80);
                assert!(sum.contains(&integer(1)), "{sum:?}");
                let weighted = shares.iter().zip(spectrum.eigenvalues()).map(|(s, e)| s.times(&e.value.clone().into()));
                assert!(Real::sum(weighted).enclose(80).contains(&rho));
                // By the eigenfunctions themselves.
                for (share, eigenvalue) in shares.iter().zip(spectrum.eigenvalues()) {
                    let space = c.eigenspace::<X>(eigenvalue);
                    if let Some(basis) = space.rational_basis() {
                        let centred = c.centred(&f);
                        let square = |b| {
                            let i = c.inner(&centred, b);
                            &i * &i / c.norm_squared(b)
                        };
                        let direct: Rational = basis.iter().map(square).sum();
                        assert_eq!(share.as_rational(), Some(&(direct / c.norm_squared(&centred))));
                    }
                }
            }
        }
    }

    #[test]
    fn a_share_of_nothing_is_exactly_nothing() {
        // The path of four is symmetric: an even task has no share on the odd singular functions.
        let c = Context::from_counts(&[[1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 1]]).unwrap();
        let spectrum = Spectrum::of(&c);
        let shares = shares(&c, &spectrum, &task(&[1, 0, 0, 1])).unwrap();
        let zero: Vec<bool> = shares.iter().map(|s| s.as_rational() == Some(&ratio(0, 1))).collect();
        assert_eq!(zero, [true, false]);
    }

    #[test]
    fn probes_leave_what_is_orthogonal() {
        let c = Context::from_counts(&[[1, 0], [1, 2], [2, 2]]).unwrap();
        let f = task(&[1, 2, 4]);
        let encoder =
            |columns: &[[i64; 3]]| Encoder::<X>::new(Matrix::from_fn(3, columns.len(), |x, j| ratio(columns[j][x], 1)));
        let variance = c.norm_squared(&c.centred(&f));
        assert_eq!(probe_error(&c, &encoder(&[]), &f), variance);
        assert_eq!(probe_error(&c, &encoder(&[[5, 5, 5]]), &f), variance, "an intercept is there already");
        assert_eq!(probe_error(&c, &encoder(&[[3, 5, 9]]), &f), ratio(0, 1), "2 f + 1");
        assert_eq!(probe_error(&c, &encoder(&[[1, 0, 0], [2, 0, 0], [0, 1, 0]]), &f), ratio(0, 1));
        // One indicator explains its point; what is left is the variance within the other two, by hand.
        let mean = ratio(2 * 3 + 4 * 4, 7);
        let left = (ratio(2, 1) - &mean) * (ratio(2, 1) - &mean) * ratio(3, 8)
            + (ratio(4, 1) - &mean) * (ratio(4, 1) - &mean) * ratio(4, 8);
        assert_eq!(probe_error(&c, &encoder(&[[1, 0, 0]]), &f), left);
    }
}
