//! Correspondence analysis, in the words of those who use it: principal inertias, masses, coordinates,
//! contributions, squared cosines.
//!
//! Rows are the points of X, columns those of A. An axis is a singular value `s_k > 0`, k >= 1, with its
//! singular functions; its principal inertia is `s_k^2`. Of a row x on axis k:
//!
//! | name | formula | also called |
//! | --- | --- | --- |
//! | mass | `p(x)` | |
//! | squared distance | `kX(x,x) - 1` | chi-squared distance of the profile to the average one |
//! | inertia | `p(x) (kX(x,x) - 1)` | |
//! | standard coordinate | `mu_k(x)` | |
//! | principal coordinate | `s_k mu_k(x)` | factor score |
//! | contribution | `p(x) mu_k(x)^2` | ctr, absolute contribution |
//! | squared cosine | `s_k^2 mu_k(x)^2 / (kX(x,x) - 1)` | cos2, cor, relative contribution |
//! | quality | the squared cosines on axes 1..k, summed | qlt |
//!
//! Of a column a, the same with q, kA and `nu_k = T* mu_k / s_k`. Masses, distances and inertias of points
//! are rational; what depends on singular functions is enclosed.
//!
//! Source: Benzécri 1973; Greenacre 1984.

use crate::context::{A, Context, Eigenspace, Eigenvalue, Side, Spectrum, X};
use crate::exact::algebraic::RealAlgebraic;
use crate::exact::dyadic::Dyadic;
use crate::exact::enclosure::Enclosure;
use crate::exact::rational::Rational;
use crate::exact::real::Real;
use num_traits::{One, Zero};
use std::cmp::Ordering;
use std::ops::RangeInclusive;

/// The analysis of a context.
#[derive(Clone, Debug)]
pub struct Correspondence {
    /// `sum_{k>=1} s_k^2`: chi-squared over the number of observations.
    pub total_inertia: Rational,
    /// One for each `s_k > 0`, k >= 1, largest first; none for independent variables.
    pub axes: Vec<Axis>,
    /// The points of X.
    pub rows: Vec<Point>,
    /// The points of A.
    pub columns: Vec<Point>,
}

/// A principal axis.
#[derive(Clone, Debug)]
pub struct Axis {
    /// The principal inertia `s_k^2`, in (0, 1].
    pub inertia: RealAlgebraic,
    /// Its share of the total inertia, in (0, 1].
    pub share: Real,
    /// The share of this axis and those before it; exactly 1 on the last.
    pub cumulated: Real,
    /// The numbers of the axes that have this inertia, from 1, this one among them. If there are several,
    /// then any rotation of them is as good, and what is said of a point on one of them alone, coordinate,
    /// contribution or squared cosine, is a choice.
    pub tied: RangeInclusive<usize>,
}

impl Axis {
    /// Whether the axis is determined, up to its sign: no other has the same inertia.
    pub fn is_unique(&self) -> bool {
        self.tied.start() == self.tied.end()
    }
}

/// A row or a column of the table.
#[derive(Clone, Debug)]
pub struct Point {
    /// `p(x)` or `q(a)`.
    pub mass: Rational,
    /// The squared chi-squared distance of the point's profile to the average profile: `kX(x,x) - 1`.
    pub squared_distance: Rational,
    /// Mass times squared distance; over all points of a side they sum to the total inertia.
    pub inertia: Rational,
    /// One for each axis.
    pub on_axes: Vec<OnAxis>,
}

/// What is said of a point on one axis.
#[derive(Clone, Debug)]
pub struct OnAxis {
    /// Mean 0 and variance 1 over the points of a side.
    pub standard: Enclosure,
    /// Mean 0 and variance `s_k^2` over the points of a side.
    pub principal: Enclosure,
    /// The point's share of the axis's inertia; over all points of a side they sum to 1.
    pub contribution: Enclosure,
    /// The axis's share of the point's inertia; over all axes they sum to 1. `None` for a point at distance
    /// zero, which has no inertia.
    pub squared_cosine: Option<Enclosure>,
    /// The sum of squared cosines over this axis and those before it; `None` where these are.
    pub quality: Option<Enclosure>,
}

impl Correspondence {
    /// Every enclosure is no wider than `2^-precision`.
    ///
    /// The sign of an axis is arbitrary, and the same for rows and columns. It is chosen on the shorter side
    /// (rows if both are as long): the first of the largest coordinates there is positive.
    pub fn of(context: &Context, spectrum: &Spectrum, precision: i64) -> Correspondence {
        let positive: Vec<&Eigenvalue> =
            spectrum.eigenvalues().iter().filter(|e| e.value.sign() == Ordering::Greater).collect();
        let axes = axes(spectrum, &positive);
        let (rows, columns) = if context.n() <= context.m() {
            points::<X>(context, &positive, precision)
        } else {
            let (columns, rows) = points::<A>(context, &positive, precision);
            (rows, columns)
        };
        Correspondence { total_inertia: spectrum.total_inertia(), axes, rows, columns }
    }
}

fn axes(spectrum: &Spectrum, positive: &[&Eigenvalue]) -> Vec<Axis> {
    let total = spectrum.total_inertia();
    let mut axes = Vec::new();
    for Eigenvalue { value, multiplicity } in positive {
        let tied = axes.len() + 1..=axes.len() + multiplicity;
        for k in tied.clone() {
            let share = |inertia: Real| inertia.times(&Real::from(total.recip()));
            let cumulated = share(spectrum.sum_of_squares(k).expect("an axis of the spectrum"));
            axes.push(Axis {
                inertia: value.clone(),
                share: share(value.clone().into()),
                cumulated,
                tied: tied.clone(),
            });
        }
    }
    axes
}

/// The points of side `S`, where singular functions are found, and of the other side.
fn points<S: Side>(context: &Context, positive: &[&Eigenvalue], precision: i64) -> (Vec<Point>, Vec<Point>) {
    let spaces: Vec<Eigenspace<S>> = positive.iter().map(|e| context.eigenspace::<S>(e)).collect();
    let wanted = Dyadic::new(1, -precision);
    let mut bits = precision.max(0) as u64 + 32;
    loop {
        let (inertias, here) = standard_coordinates(&spaces, bits);
        let there = transition::<S>(context, &inertias, &here, bits);
        if let Some(there) = there {
            let here = placed(bare::<S>(context), &inertias, &here, bits);
            let there = placed(bare::<S::Other>(context), &inertias, &there, bits);
            if here.iter().chain(&there).all(|point| point.is_within(&wanted)) {
                return (here, there);
            }
        }
        bits *= 2;
    }
}

/// The inertia and the standard coordinates of each axis.
fn standard_coordinates<S: Side>(spaces: &[Eigenspace<S>], bits: u64) -> (Vec<Enclosure>, Vec<Vec<Enclosure>>) {
    let axes = spaces.iter().flat_map(|space| {
        let inertia = space.eigenvalue().enclose(bits as i64);
        space.enclose(bits as i64).into_iter().map(move |mu| (inertia.clone(), mu))
    });
    axes.unzip()
}

/// The standard coordinates on the other side: the averages `sum_x mu_k(x) P(x|a)` over `s_k`. `None` if a
/// singular value does not yet show that it is positive.
fn transition<S: Side>(
    context: &Context,
    inertias: &[Enclosure],
    standard: &[Vec<Enclosure>],
    bits: u64,
) -> Option<Vec<Vec<Enclosure>>> {
    let expectation = context.expectation::<S::Other>();
    let weights: Vec<Enclosure> = expectation.entries().iter().map(|w| Enclosure::integer(w.clone())).collect();
    let denominator = Enclosure::integer(expectation.denominator().clone());
    let average = |row: &[Enclosure], mu: &[Enclosure], divisor: &Enclosure| {
        let terms = row.iter().zip(mu).filter(|(w, _)| !w.lower().is_zero());
        terms.fold(Enclosure::integer(0), |sum, (w, mu)| sum.add(&w.mul(mu, bits), bits)).div(divisor, bits)
    };
    let axis = |(inertia, mu): (&Enclosure, &Vec<Enclosure>)| {
        let divisor = inertia.sqrt(bits).mul(&denominator, bits);
        weights.chunks(expectation.columns()).map(|row| average(row, mu, &divisor)).collect()
    };
    inertias.iter().zip(standard).map(axis).collect()
}

/// The points of a side without axes.
fn bare<S: Side>(context: &Context) -> Vec<Point> {
    let point = |(mass, k): (Rational, Rational)| {
        let squared_distance = k - Rational::one();
        let inertia = &mass * &squared_distance;
        Point { mass, squared_distance, inertia, on_axes: Vec::new() }
    };
    context.marginal::<S>().into_iter().zip(context.kernel_diagonal::<S>()).map(point).collect()
}

/// The points with their standard coordinates, listed by axis.
fn placed(mut points: Vec<Point>, inertias: &[Enclosure], standard: &[Vec<Enclosure>], bits: u64) -> Vec<Point> {
    for (inertia, coordinates) in inertias.iter().zip(standard) {
        points.iter_mut().zip(coordinates).for_each(|(point, coordinate)| point.place(inertia, coordinate, bits));
    }
    points
}

impl Point {
    /// Adds the next axis.
    fn place(&mut self, inertia: &Enclosure, standard: &Enclosure, bits: u64) {
        let square = standard.square(bits);
        let over_distance = (!self.squared_distance.is_zero()).then(|| self.squared_distance.recip());
        let squared_cosine =
            over_distance.map(|factor| square.mul(inertia, bits).mul(&Enclosure::rational(&factor, bits), bits));
        let before = self.on_axes.last().map_or(Some(Enclosure::integer(0)), |axis| axis.quality.clone());
        let quality = before.zip(squared_cosine.as_ref()).map(|(before, cosine)| before.add(cosine, bits));
        self.on_axes.push(OnAxis {
            standard: standard.clone(),
            principal: standard.mul(&inertia.sqrt(bits), bits),
            contribution: square.mul(&Enclosure::rational(&self.mass, bits), bits),
            squared_cosine,
            quality,
        });
    }

    /// Whether every enclosure is narrow enough.
    fn is_within(&self, width: &Dyadic) -> bool {
        let enclosures = |axis: &OnAxis| {
            let always = [&axis.standard, &axis.principal, &axis.contribution].map(|e| e.width() <= *width);
            let cosines = [&axis.squared_cosine, &axis.quality].map(|e| e.as_ref().is_none_or(|e| e.width() <= *width));
            always.into_iter().chain(cosines).all(|narrow| narrow)
        };
        self.on_axes.iter().all(enclosures)
    }
}

#[cfg(test)]
mod tests {
    use super::super::association::total_inertia;
    use super::*;
    use crate::context::{gallery, read};
    use crate::exact::rational::{decimal, integer, ratio};
    use std::path::Path;

    const BITS: u64 = 300;

    fn analysis(context: &Context) -> Correspondence {
        Correspondence::of(context, &Spectrum::of(context), 60)
    }

    fn of_file(name: &str) -> Correspondence {
        analysis(&read::read_table(Path::new(name)).unwrap())
    }

    /// A number times `10^places`, rounded.
    fn rounded(value: &Enclosure, places: usize) -> i64 {
        decimal(&(value.midpoint().to_rational() * integer(10i64.pow(places as u32))), 0).parse().unwrap()
    }

    /// Per mille, as R's `summary(ca(smoke))` prints them: mass, inertia; then coordinate, squared cosine and
    /// contribution on axis 1 and on axis 2. Axes are turned so that the first number that is not zero agrees.
    type Printed = [i64; 8];

    fn printed(point: &Point, total: &Rational, signs: [i64; 2]) -> Printed {
        let thousandths = |r: &Rational| decimal(&(r * integer(1000)), 0).parse().unwrap();
        let mut row = vec![thousandths(&point.mass), thousandths(&(&point.inertia / total))];
        for (axis, sign) in point.on_axes.iter().zip(signs) {
            row.push(sign * rounded(&axis.principal, 3));
            row.push(rounded(axis.squared_cosine.as_ref().unwrap(), 3));
            row.push(rounded(&axis.contribution, 3));
        }
        row.try_into().unwrap()
    }

    #[test]
    fn smoke_is_as_the_ca_package_prints_it() {
        let ca = of_file("data/smoke.csv");
        let shown: Vec<String> = ca
            .axes
            .iter()
            .map(|axis| {
                let percent = |share: &Real| share.times(&integer(100).into()).decimal(1);
                format!("{} {} {}", axis.inertia.decimal(6), percent(&axis.share), percent(&axis.cumulated))
            })
            .collect();
        assert_eq!(shown, ["0.074759 87.8 87.8", "0.010017 11.8 99.5", "0.000414 0.5 100.0"]);
        assert_eq!(decimal(&ca.total_inertia, 6), "0.085190");
        let rows: [Printed; 5] = [
            [57, 31, -66, 92, 3, -194, 800, 214],
            [93, 139, 259, 526, 84, -243, 465, 551],
            [264, 450, -381, 999, 512, -11, 1, 3],
            [456, 308, 233, 942, 331, 58, 58, 152],
            [130, 71, -201, 865, 70, 79, 133, 81],
        ];
        let columns: [Printed; 4] = [
            [316, 577, -393, 994, 654, -30, 6, 29],
            [233, 83, 99, 327, 31, 141, 657, 463],
            [321, 148, 196, 982, 166, 7, 1, 2],
            [130, 192, 294, 684, 150, -198, 310, 506],
        ];
        // One choice of signs for rows and columns.
        let signs = [0, 1].map(|k| -rounded(&ca.rows[0].on_axes[k].principal, 3).signum());
        assert_eq!(ca.rows.iter().map(|p| printed(p, &ca.total_inertia, signs)).collect::<Vec<_>>(), rows);
        assert_eq!(ca.columns.iter().map(|p| printed(p, &ca.total_inertia, signs)).collect::<Vec<_>>(), columns);
        let quality: Vec<i64> = ca.rows.iter().map(|p| rounded(p.on_axes[1].quality.as_ref().unwrap(), 3)).collect();
        assert_eq!(quality, [893, 991, 1000, 1000, 999]);
        let distances: Vec<String> = ca
            .rows
            .iter()
            .map(|p| Real::from(p.squared_distance.clone()).sqrt().unwrap().unwrap().decimal(6))
            .collect();
        assert_eq!(distances, ["0.216559", "0.356921", "0.380779", "0.240025", "0.216169"]);
        let standard: Vec<i64> = ca.columns.iter().map(|p| signs[0] * rounded(&p.on_axes[0].standard, 6)).collect();
        assert_eq!(standard, [-1_438_471, 363_746, 718_017, 1_074_445]);
    }

    #[test]
    fn published_coordinates_of_hair_and_eyes() {
        let ca = of_file("data/haireye.csv");
        let signs = [0, 1].map(|k| rounded(&ca.rows[3].on_axes[k].principal, 6).signum());
        let coordinates = |points: &[Point]| -> Vec<[i64; 2]> {
            points.iter().map(|p| [0, 1].map(|k| signs[k] * rounded(&p.on_axes[k].principal, 6))).collect()
        };
        assert_eq!(
            coordinates(&ca.rows),
            [[-504_562, 214_820], [-148_253, -32_666], [-129_523, -319_642], [835_348, 69_579]]
        );
        assert_eq!(
            coordinates(&ca.columns),
            [[-492_158, 88_322], [547_414, 82_954], [-212_597, -167_391], [161_753, -339_040]]
        );
    }

    fn sum(terms: impl IntoIterator<Item = Enclosure>) -> Enclosure {
        terms.into_iter().fold(Enclosure::integer(0), |sum, term| sum.add(&term, BITS))
    }

    fn of(value: &Rational) -> Enclosure {
        Enclosure::rational(value, BITS)
    }

    /// What has to hold on either side; every equation is tight enough to fail where it is wrong.
    fn assert_laws_of_points(ca: &Correspondence, points: &[Point], name: &str) {
        let is = |value: Enclosure, expected: &Enclosure, what: &str| {
            assert!(value.intersection(expected).is_some(), "{name}: {what}");
            assert!(value.width() < Dyadic::new(1, -40), "{name}: {what} is too wide to say");
        };
        for (k, axis) in ca.axes.iter().enumerate() {
            let inertia = axis.inertia.enclose(100);
            let over =
                |f: &dyn Fn(&OnAxis) -> Enclosure| sum(points.iter().map(|p| f(&p.on_axes[k]).mul(&of(&p.mass), BITS)));
            is(over(&|c| c.standard.clone()), &of(&integer(0)), "mean");
            is(over(&|c| c.standard.square(BITS)), &of(&integer(1)), "variance");
            is(over(&|c| c.principal.square(BITS)), &inertia, "inertia of an axis");
            is(sum(points.iter().map(|p| p.on_axes[k].contribution.clone())), &of(&integer(1)), "contributions");
            for p in points {
                let on = &p.on_axes[k];
                let share = on.principal.square(BITS).mul(&of(&p.mass), BITS);
                is(on.contribution.mul(&inertia, BITS), &share, "contribution");
                let Some(cosine) = &on.squared_cosine else { continue };
                is(cosine.mul(&of(&p.squared_distance), BITS), &on.principal.square(BITS), "squared cosine");
                let so_far = sum(p.on_axes[..=k].iter().map(|c| c.squared_cosine.clone().unwrap()));
                is(so_far, on.quality.as_ref().unwrap(), "quality");
            }
        }
        for p in points {
            let squares = sum(p.on_axes.iter().map(|c| c.principal.square(BITS)));
            is(squares, &of(&p.squared_distance), "squared distance");
            assert_eq!(&p.mass * &p.squared_distance, p.inertia, "{name}");
            let average = p.squared_distance.is_zero();
            assert!(p.on_axes.iter().all(|c| c.squared_cosine.is_none() == average), "{name}");
            if let Some(quality) = p.on_axes.last().and_then(|c| c.quality.as_ref()) {
                is(quality.clone(), &of(&integer(1)), "quality on all axes");
            }
        }
        assert_eq!(points.iter().map(|p| p.inertia.clone()).sum::<Rational>(), ca.total_inertia, "{name}");
    }

    /// Rows are averages of columns and columns of rows, over the singular value: signs agree. Together the
    /// axes give back the table: `P = p q (1 + sum s mu nu)`.
    fn assert_laws_of_both(context: &Context, ca: &Correspondence, name: &str) {
        for (x, row) in ca.rows.iter().enumerate() {
            for k in 0..ca.axes.len() {
                let given = |a: usize| of(&(context.joint(x, a) / &row.mass));
                let average =
                    sum(ca.columns.iter().enumerate().map(|(a, c)| c.on_axes[k].standard.mul(&given(a), BITS)));
                assert!(average.intersection(&row.on_axes[k].principal).is_some(), "{name}: transition");
            }
            for (a, column) in ca.columns.iter().enumerate() {
                let products = row.on_axes.iter().zip(&column.on_axes).map(|(r, c)| r.principal.mul(&c.standard, BITS));
                let cell = sum(products.chain([of(&integer(1))])).mul(&of(&(&row.mass * &column.mass)), BITS);
                assert!(cell.contains(&context.joint(x, a)), "{name}: the cell {x}, {a}");
                assert!(cell.width() < Dyadic::new(1, -40), "{name}");
            }
        }
    }

    #[test]
    fn laws_hold_for_every_kind_of_table() {
        let mut contexts: Vec<(String, Context)> =
            gallery::exhibits().into_iter().map(|e| (e.name.to_string(), e.context)).collect();
        contexts.push(("cycle(5)".into(), gallery::cycle(5)));
        for file in ["smoke", "haireye", "caith", "mental", "housetasks"] {
            contexts.push((file.into(), read::read_table(Path::new(&format!("data/{file}.csv"))).unwrap()));
        }
        for (name, context) in contexts {
            let spectrum = Spectrum::of(&context);
            let ca = Correspondence::of(&context, &spectrum, 60);
            assert_eq!(ca.axes.len(), spectrum.rank(), "{name}");
            assert_eq!(ca.total_inertia, total_inertia(&context), "{name}");
            assert_laws_of_points(&ca, &ca.rows, &name);
            assert_laws_of_points(&ca, &ca.columns, &name);
            assert_laws_of_both(&context, &ca, &name);
            if let Some(last) = ca.axes.last() {
                assert_eq!(last.cumulated.as_rational(), Some(&integer(1)), "{name}");
            }
            let narrow = |e: &Enclosure| e.width() <= Dyadic::new(1, -60);
            let axes = ca.rows.iter().chain(&ca.columns).flat_map(|p| &p.on_axes);
            assert!(axes.clone().all(|c| narrow(&c.standard) && narrow(&c.principal) && narrow(&c.contribution)));
            assert!(axes.flat_map(|c| &c.squared_cosine).all(narrow), "{name}");
        }
    }

    #[test]
    fn ties_are_flagged() {
        let tied =
            |c: &Context| analysis(c).axes.into_iter().map(|a| (a.tied, a.inertia.decimal(3))).collect::<Vec<_>>();
        let axis = |tied, inertia: &str| (tied, inertia.to_string());
        assert_eq!(tied(&gallery::disconnected()), [axis(1..=2, "1.000"), axis(1..=2, "1.000"), axis(3..=3, "0.250")]);
        assert_eq!(tied(&gallery::cycle(5))[2], axis(3..=4, "0.095"));
        let unique: Vec<bool> = analysis(&gallery::disconnected()).axes.iter().map(Axis::is_unique).collect();
        assert_eq!(unique, [false, false, true]);
    }

    #[test]
    fn points_like_the_average_have_no_cosines() {
        // The third row is the average of the first two.
        let ca = analysis(&Context::from_counts(&[[1, 3], [3, 1], [5, 5]]).unwrap());
        let [_, _, third] = &ca.rows[..] else { panic!("three rows") };
        assert_eq!(third.squared_distance, integer(0));
        assert!(third.on_axes[0].squared_cosine.is_none() && third.on_axes[0].quality.is_none());
        assert!(third.on_axes[0].principal.contains_zero());
        // phi^2 = (2 * 4 * (1/4)^2 * 4) / 18
        assert_eq!(ca.axes[0].inertia.as_rational(), Some(&ratio(1, 9)));
        assert!(ca.rows[0].on_axes[0].principal.square(BITS).contains(&ratio(1, 4)));
        assert_eq!(ca.rows[0].squared_distance, ratio(1, 4));
    }

    #[test]
    fn independent_variables_have_no_axes() {
        for context in [gallery::independent(3, 2), gallery::one_point(), gallery::independent(3, 1)] {
            let ca = analysis(&context);
            assert!(ca.axes.is_empty() && ca.rows.iter().all(|p| p.on_axes.is_empty()));
            assert_eq!(ca.total_inertia, integer(0));
            assert_eq!((ca.rows.len(), ca.columns.len()), (context.n(), context.m()));
        }
    }
}
