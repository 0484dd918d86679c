//! The exact spectrum and what is made of it, against slower ways to the same and against published
//! numbers.

use crate::files::data;
use crate::generators::{Scope, for_all_contexts};
use contexture::context::read::{read_edges, read_table};
use contexture::context::{A, Context, Encoder, Function, Spectrum, X};
use contexture::exact::characteristic::characteristic_polynomial;
use contexture::exact::elimination::{inertia, rank};
use contexture::exact::enclosure::Enclosure;
use contexture::exact::matrix::Matrix;
use contexture::exact::polynomial::Polynomial;
use contexture::exact::rational::{Rational, integer, ratio};
use contexture::exact::real::Real;
use contexture::quantity::compatibility::{compatibility_squared, probe_error, shares};
use contexture::quantity::encoder::{ratio_trace, ritz_values, trace_gap};
use contexture::quantity::learning::learns;
use num_traits::{One, Signed, Zero};
use std::cmp::Ordering;

/// The twin: the characteristic polynomial of K by Hessenberg form, without any structure.
#[test]
fn the_characteristic_polynomial_is_that_of_the_operator() {
    for_all_contexts(&Scope::from_environment(), |c| {
        let spectrum = Spectrum::of(c);
        let small = if c.n() <= c.m() { c.operator::<X>() } else { c.operator::<A>() };
        assert_eq!(spectrum.characteristic().primitive(), characteristic_polynomial(&small).primitive());
        1
    });
}

/// The twin: by Sylvester's law the number of eigenvalues of K above c is the number of positive ones of
/// the symmetric form D_p K - c D_p.
#[test]
fn eigenvalues_are_counted_by_inertia() {
    let scope = Scope::from_environment().with_points(6);
    for_all_contexts(&scope, |context| {
        let spectrum = Spectrum::of(context);
        let (operator, marginal) = (context.operator::<X>(), context.marginal::<X>());
        let n = context.n();
        for c in [ratio(0, 1), ratio(1, 100), ratio(1, 16), ratio(1, 4), ratio(1, 3), ratio(2, 3), ratio(1, 1)] {
            let form = Matrix::from_fn(n, n, |x, y| {
                let shift = if x == y { c.clone() } else { Rational::zero() };
                (operator.get(x, y) - shift) * &marginal[x]
            });
            let found = inertia(&form);
            let mut counts = [0; 3];
            // The constant function's eigenvalue 1 is part of K.
            counts[1 + Rational::one().cmp(&c) as usize] += 1;
            for e in spectrum.eigenvalues() {
                let side = e.value.cmp(&c.clone().into());
                counts[(side as i8 + 1) as usize] += e.multiplicity;
            }
            assert_eq!(counts, [found.negative, found.zero, found.positive], "at {c}");
        }
        1
    });
}

#[test]
fn multiplicities_ranks_and_traces_agree_with_the_table() {
    for_all_contexts(&Scope::from_environment(), |c| {
        let spectrum = Spectrum::of(c);
        assert_eq!(spectrum.len(), c.n() - 1);
        let weights = Matrix::integer(c.n(), c.m(), c.weights().to_vec());
        assert_eq!(spectrum.rank(), rank(&weights) - 1);
        let ones = spectrum.eigenvalues().iter().filter(|e| e.value.as_rational().is_some_and(One::is_one));
        assert_eq!(ones.map(|e| e.multiplicity).sum::<usize>(), c.components() - 1);
        let sum = spectrum.sum_of_squares(spectrum.len()).unwrap().plus(&Real::from(integer(1)));
        assert!(sum.enclose(60).contains(&c.operator::<X>().trace()));
        let values: Vec<_> = spectrum.eigenvalues().iter().map(|e| &e.value).collect();
        assert!(values.windows(2).all(|w| w[0] > w[1]), "strictly decreasing");
        assert!(values.iter().all(|v| v.sign() != Ordering::Less && **v <= integer(1).into()));
        1
    });
}

/// A rational eigenvalue must not hide behind a polynomial.
#[test]
fn rational_eigenvalues_are_recognised() {
    let mut irrational = 0;
    for_all_contexts(&Scope::from_environment().with_points(6), |c| {
        let spectrum = Spectrum::of(c);
        for e in spectrum.eigenvalues().iter().filter(|e| e.value.as_rational().is_none()) {
            irrational += 1;
            let polynomial = e.value.polynomial();
            let leading = polynomial.leading();
            // By the rational root theorem a root n/d has d | leading: L root is an integer in its enclosure.
            let bits = leading.bits() as i64 + 4;
            let near = e.value.enclose(bits).midpoint().to_rational() * Rational::from(leading.clone());
            let candidate = Rational::new(near.round().to_integer(), leading);
            assert_ne!(polynomial.sign_at(&candidate), Ordering::Equal, "{candidate} is a root");
            let interval = e.value.enclose(100);
            let [below, above] = [interval.lower(), interval.upper()].map(|end| polynomial.sign_at(&end.to_rational()));
            assert_eq!(below, above.reverse(), "the enclosure shows a change of sign");
            assert!(polynomial.is_square_free());
        }
        1
    });
    assert!(irrational > 100, "only {irrational} irrational eigenvalues were met");
}

/// `P(x,a) = sum_i s_i mu_i(x) nu_i(a) p(x) q(a)`, with nu_i = T* mu_i / s_i: `sum_i mu_i(x) (T* mu_i)(a)`.
#[test]
fn the_table_is_the_sum_of_its_singular_functions() {
    let bits = 160;
    for_all_contexts(&Scope::from_environment().with_points(4), |c| {
        let spectrum = Spectrum::of(c);
        let functions: Vec<Vec<Enclosure>> =
            spectrum.eigenvalues().iter().flat_map(|e| c.eigenspace::<X>(e).enclose(60)).collect();
        assert_eq!(functions.len(), c.n() - 1);
        let given_a = c.expectation::<A>();
        let (p, q) = (c.marginal::<X>(), c.marginal::<A>());
        for x in 0..c.n() {
            for (a, q) in q.iter().enumerate() {
                let mut sum = Enclosure::integer(1);
                for mu in &functions {
                    let expected = (0..c.n()).fold(Enclosure::integer(0), |s, y| {
                        s.add(&mu[y].mul(&Enclosure::rational(&given_a.get(a, y), bits), bits), bits)
                    });
                    sum = sum.add(&expected.mul(&mu[x], bits), bits);
                }
                assert!(sum.contains(&(c.joint(x, a) / (&p[x] * q))));
            }
        }
        1
    });
}

fn probes(n: usize) -> Vec<Function<X>> {
    let values = |seed: i64| (0..n as i64).map(|x| ratio((x * x * seed + x) % 7 - seed, 1)).collect();
    (1..4).map(|seed| Function::new(values(seed))).collect()
}

#[test]
fn shares_sum_to_one_and_weigh_to_the_compatibility() {
    for_all_contexts(&Scope::from_environment().with_points(5), |c| {
        let spectrum = Spectrum::of(c);
        let mut tasks = 0;
        for f in probes(c.n()) {
            let Ok(rho) = compatibility_squared(c, &f) else { continue };
            let shares = shares(c, &spectrum, &f).unwrap();
            assert!(Real::sum(shares.iter().cloned()).enclose(60).contains(&integer(1)));
            let weighted = shares.iter().zip(spectrum.eigenvalues()).map(|(s, e)| s.times(&e.value.clone().into()));
            assert!(Real::sum(weighted).enclose(60).contains(&rho));
            assert!(!rho.is_negative() && rho <= integer(1));
            assert!(Real::from(rho).at_most(&spectrum.squared(1).unwrap().clone().into()) != false.into());
            tasks += 1;
        }
        tasks
    });
}

fn columns(functions: &[Function<X>]) -> Encoder<X> {
    let rows = functions[0].values().len();
    Encoder::new(Matrix::from_fn(rows, functions.len(), |x, j| functions[j].values()[x].clone()))
}

/// Ky Fan: no encoder's ratio trace is above that of the top singular functions, Ritz values interlace, and
/// the probe error is what projection leaves.
#[test]
fn encoders_obey_the_variational_principles() {
    for_all_contexts(&Scope::from_environment().with_points(5), |c| {
        let spectrum = Spectrum::of(c);
        let mut instances = 0;
        let probes = probes(c.n());
        for d in 1..=probes.len() {
            let encoder = columns(&probes[..d]);
            let ritz = ritz_values(c, &encoder);
            for (i, value) in ritz.iter().enumerate() {
                assert!(value <= spectrum.squared(i + 1).unwrap(), "a Ritz value above its eigenvalue");
            }
            if let Ok(trace) = ratio_trace(c, &encoder) {
                let sum = Real::sum(ritz.iter().map(|v| v.clone().into()));
                assert!(sum.enclose(60).contains(&trace), "the ratio trace is the sum of the Ritz values");
                instances += 1;
            }
            if let Ok(gap) = trace_gap(c, &spectrum, &encoder) {
                assert_ne!(gap.value.sign(), Ok(Ordering::Less));
                assert!(Real::at_most(&gap.value, &spectrum.squared(1).unwrap().clone().into()) != false.into());
            }
            for task in &probes {
                let left = probe_error(c, &encoder, task);
                let variance = c.norm_squared(&c.centred(task));
                assert!(!left.is_negative() && left <= variance);
            }
            assert!(probe_error(c, &encoder, &probes[0]).is_zero(), "a feature is its own probe");
        }
        instances
    });
}

/// The exact decision against the definition: whole eigenspaces, with every cut that one basis allows.
#[test]
fn learning_the_contexture_is_recognised() {
    let mut not_learned = 0;
    for_all_contexts(&Scope::from_environment().with_points(5), |c| {
        let spectrum = Spectrum::of(c);
        let spaces: Option<Vec<Vec<Function<X>>>> = spectrum
            .eigenvalues()
            .iter()
            .map(|e| c.eigenspace::<X>(e).rational_basis().map(<[Function<X>]>::to_vec))
            .collect();
        // Only a rational spectrum has rational singular functions, one and all.
        let Some(spaces) = spaces else { return 0 };
        let functions: Vec<Function<X>> = spaces.concat();
        for d in 1..=functions.len() {
            assert_eq!(learns(c, &spectrum, &columns(&functions[..d])), Ok(()));
            let skipping: Vec<_> = functions[functions.len() - d..].to_vec();
            let all_top = (1..=d).all(|i| spectrum.squared(i) == spectrum.squared(functions.len() - d + i));
            assert_eq!(learns(c, &spectrum, &columns(&skipping)).is_ok(), all_top, "the last {d}");
            not_learned += usize::from(!all_top);
            // The same span in another basis, and not centred.
            let mut mixed = functions[..d].to_vec();
            mixed[0] = mixed.iter().fold(Function::new(vec![Rational::zero(); c.n()]), |sum, f| sum.minus(f));
            assert_eq!(learns(c, &spectrum, &columns(&mixed)), Ok(()));
            mixed[0] = mixed[0].minus(&Function::one(c.n()));
            assert!(learns(c, &spectrum, &columns(&mixed)).is_err());
        }
        functions.len()
    });
    assert!(not_learned > 0, "nothing was refused for being below the top");
}

/// A number as printed: equal to the last digit.
fn assert_published(found: &Real, printed: &str) {
    let places = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    assert_eq!(found.decimal(places), printed);
}

#[test]
fn published_inertias() {
    for (file, inertias, total) in [
        ("haireye.csv", &["0.208773", "0.022227", "0.002598"][..], "0.233598"),
        ("smoke.csv", &["0.074759", "0.010017", "0.000414"][..], "0.085190"),
        ("mental.csv", &["0.0260", "0.0014", "0.0003"][..], "0.0277"),
        ("housetasks.csv", &["0.5428893", "0.4450028", "0.1270484"][..], "1.1149"),
    ] {
        let context = read_table(&data(file)).unwrap();
        let spectrum = Spectrum::of(&context);
        for (i, printed) in inertias.iter().enumerate() {
            assert_published(&spectrum.squared(i + 1).unwrap().clone().into(), printed);
        }
        assert_published(&Real::from(context.operator::<X>().trace() - integer(1)), total);
    }
    let caithness = Spectrum::of(&read_table(&data("caith.csv")).unwrap());
    for (i, printed) in ["0.4464", "0.1735", "0.0293"].iter().enumerate() {
        assert_published(&caithness.singular_value(i + 1).unwrap(), printed);
    }
}

/// The random walk on Zachary's club: K is the square of the walk's matrix, so its eigenvalues are squares
/// of the eigenvalues 1 - l of the normalised Laplacian. Published: algebraic connectivity of the
/// normalised Laplacian 0.13227, so the walk's second eigenvalue is 0.86773.
#[test]
fn the_karate_club_is_a_graph_context() {
    let context = read_edges(&data("karate.csv")).unwrap();
    assert_eq!((context.n(), context.m(), context.components()), (34, 34, 1));
    assert_eq!(context.mass(), &integer(156));
    let spectrum = Spectrum::of(&context);
    assert_published(&spectrum.singular_value(1).unwrap(), "0.86773");
    // Members with the same friends cannot be told apart: zero is a tie of ten.
    assert_eq!(spectrum.eigenvalues().last().unwrap().multiplicity, 10);
    assert_eq!(spectrum.eigenvalues().last().unwrap().value.as_rational(), Some(&integer(0)));
    assert_eq!(spectrum.len(), 33);
}

#[test]
fn a_polynomial_with_a_close_pair_of_roots_is_still_split() {
    // Two blocks whose eigenvalues differ by about 10^-24: floats see a tie, the spectrum does not.
    let big = 1_000_000_000_000u64;
    let rows = [[big, big + 1, 0, 0], [big + 3, big, 0, 0], [0, 0, big, big + 1], [0, 0, big + 2, big]];
    let spectrum = Spectrum::of(&Context::from_counts(&rows).unwrap());
    let multiplicities: Vec<usize> = spectrum.eigenvalues().iter().map(|e| e.multiplicity).collect();
    assert_eq!(multiplicities, [1, 1, 1]);
    let product = spectrum.eigenvalues().iter().fold(Polynomial::one(), |p, e| p.times(&e.value.polynomial()));
    assert!(product.is_square_free());
}

/// *pca*: over encoders of mean zero, the trace that orthonormal features reach is that of the Ritz values.
/// It is at most `s_1^2 + ... + s_d^2`, and equal exactly for those that learn the contexture; ties included.
/// Each Ritz value is at most its eigenvalue, so the sums are equal exactly if all of them are.
#[test]
fn principal_components_are_the_top_singular_functions() {
    let (mut largest, mut smaller) = (0, 0);
    for_all_contexts(&Scope::from_environment().with_points(5), |c| {
        let spectrum = Spectrum::of(c);
        let rational: Vec<Function<X>> = spectrum
            .eigenvalues()
            .iter()
            .filter_map(|e| c.eigenspace::<X>(e).rational_basis().map(<[Function<X>]>::to_vec))
            .flatten()
            .collect();
        let centred: Vec<Function<X>> = probes(c.n()).iter().map(|f| c.centred(f)).collect();
        let mut instances = 0;
        for features in [&rational, &centred] {
            for d in 1..=features.len().min(spectrum.len()) {
                let encoder = columns(&features[..d]);
                if rank(encoder.matrix()) < d {
                    continue;
                }
                let ritz = ritz_values(c, &encoder);
                let equal = (1..=d).all(|i| Some(&ritz[i - 1]) == spectrum.squared(i));
                assert_eq!(learns(c, &spectrum, &encoder).is_ok(), equal);
                let (trace, top) = (Real::sum(ritz.into_iter().map(Real::from)), spectrum.sum_of_squares(d).unwrap());
                match equal {
                    true => assert!(trace.minus(&top).enclose(60).contains(&integer(0))),
                    false => assert_eq!(trace.compare(&top), Ok(Ordering::Less)),
                }
                *(if equal { &mut largest } else { &mut smaller }) += 1;
                instances += 1;
            }
        }
        instances
    });
    assert!(largest > 100 && smaller > 100, "{largest} at the maximum, {smaller} below it");
}

/// Under a tie every choice is a top one: any function of the cut eigenspace, and nothing outside of it.
#[test]
fn every_choice_under_a_tie_is_a_top_one() {
    let mut cuts = 0;
    for_all_contexts(&Scope::from_environment().with_points(5), |c| {
        let spectrum = Spectrum::of(c);
        for d in 0..=spectrum.len() {
            let choice = spectrum.top(d).expect("d is at most N - 1");
            let Some((cut, chosen)) = choice.cut else { continue };
            let basis = |k: usize| c.eigenspace::<X>(&spectrum.eigenvalues()[k]).rational_basis().map(<[_]>::to_vec);
            let Some(whole) = choice.whole.iter().map(|&k| basis(k)).collect::<Option<Vec<_>>>() else { continue };
            let Some(tied) = basis(cut) else { continue };
            assert!(0 < chosen && chosen < tied.len());
            // Two choices: the first functions of the eigenspace, and the same with the last one mixed in.
            let last = tied.last().expect("a tie has functions");
            for mix in [0, 3] {
                let picked = tied[..chosen].iter().map(|f| f.minus(&last.scaled(&ratio(mix, 1))));
                let features: Vec<Function<X>> = whole.concat().into_iter().chain(picked).collect();
                assert_eq!(learns(c, &spectrum, &columns(&features)), Ok(()));
            }
            cuts += 1;
        }
        assert!(spectrum.top(spectrum.len() + 1).is_none());
        1
    });
    assert!(cuts > 50, "only {cuts} ties were met");
}
