//! Correspondence analysis, for people and for programs.

use super::columns::columns;
use super::number::Number;
use crate::context::{Context, Spectrum};
use crate::exact::enclosure::Enclosure;
use crate::exact::rational::{Rational, integer};
use crate::exact::real::Real;
use crate::quantity::correspondence::{Axis, Correspondence, OnAxis, Point};
use serde::Serialize;

/// The analysis of a table.
#[derive(Clone, Debug, Serialize)]
pub struct CorrespondenceReport {
    /// The sum of the principal inertias.
    pub total_inertia: Number,
    /// Axes with a positive principal inertia, largest first.
    pub axes: Vec<AxisReport>,
    /// The points of X.
    pub rows: Vec<PointReport>,
    /// The points of A.
    pub columns: Vec<PointReport>,
}

/// A principal axis.
#[derive(Clone, Debug, Serialize)]
pub struct AxisReport {
    /// The principal inertia `s_k^2`.
    pub inertia: Number,
    /// Its per cent of the total inertia.
    pub percent: Number,
    /// The per cents so far.
    pub cumulated: Number,
    /// The numbers of the axes with the same inertia, first and last: if they differ, any rotation of them
    /// is as good.
    pub tied: (usize, usize),
}

/// A row or a column of the table.
#[derive(Clone, Debug, Serialize)]
pub struct PointReport {
    /// The marginal probability.
    pub mass: Number,
    /// The squared chi-squared distance to the average profile.
    pub squared_distance: Number,
    /// Mass times squared distance.
    pub inertia: Number,
    /// One for each axis.
    pub axes: Vec<OnAxisReport>,
}

/// A point on an axis.
#[derive(Clone, Debug, Serialize)]
pub struct OnAxisReport {
    /// The standard coordinate.
    pub standard: Number,
    /// The principal coordinate.
    pub principal: Number,
    /// The point's share of the axis's inertia.
    pub contribution: Number,
    /// The axis's share of the point's inertia; `null` for a point without inertia.
    pub cos2: Option<Number>,
    /// The squared cosines so far; `null` for a point without inertia.
    pub quality: Option<Number>,
}

impl CorrespondenceReport {
    /// The report, to this many decimal places.
    pub fn new(context: &Context, spectrum: &Spectrum, digits: usize) -> CorrespondenceReport {
        let analysis = Correspondence::of(context, spectrum, digits as i64 * 10 / 3 + 4);
        let points = |points: &[Point]| points.iter().map(|p| PointReport::new(p, digits)).collect();
        CorrespondenceReport {
            total_inertia: Number::rational(&analysis.total_inertia, digits),
            axes: analysis.axes.iter().map(|axis| AxisReport::new(axis, digits)).collect(),
            rows: points(&analysis.rows),
            columns: points(&analysis.columns),
        }
    }

    /// The report as text, with the names of the points.
    pub fn text(&self, x_labels: &[String], a_labels: &[String]) -> String {
        let mut text = String::from("Principal inertias\n");
        let mut rows = vec![["axis", "inertia", "%", "cumulated %"].map(String::from).to_vec()];
        for (k, axis) in self.axes.iter().enumerate() {
            let numbers = [&axis.inertia, &axis.percent, &axis.cumulated].map(|n| n.decimal.clone());
            rows.push([vec![(k + 1).to_string()], numbers.to_vec()].concat());
        }
        text.push_str(&columns(&rows, |_| true));
        for (first, last) in self.ties() {
            text.push_str(&format!("axes {first} to {last} have one inertia: any rotation of them is as good\n"));
        }
        for (name, labels, points) in [("Rows", x_labels, &self.rows), ("Columns", a_labels, &self.columns)] {
            text.push_str(&format!("\n{name}\n{}", self.points(labels, points)));
        }
        text
    }

    fn ties(&self) -> Vec<(usize, usize)> {
        let mut ties: Vec<_> = self.axes.iter().map(|axis| axis.tied).filter(|(first, last)| first < last).collect();
        ties.dedup();
        ties
    }

    /// A line for each point and axis: what there is to say is long.
    fn points(&self, labels: &[String], points: &[PointReport]) -> String {
        let header = ["point", "mass", "inertia", "axis", "standard", "principal", "contribution", "cos2", "quality"];
        let mut rows = vec![header.map(String::from).to_vec()];
        let decimal = |number: &Option<Number>| number.as_ref().map_or("-".to_string(), |n| n.decimal.clone());
        for (label, point) in labels.iter().zip(points) {
            for (k, on) in point.axes.iter().enumerate() {
                let about = [label.clone(), point.mass.decimal.clone(), point.inertia.decimal.clone()];
                let about = if k == 0 { about } else { Default::default() };
                let there = [&on.standard, &on.principal, &on.contribution].map(|n| n.decimal.clone());
                let last = [decimal(&on.cos2), decimal(&on.quality)];
                rows.push([&about[..], &[(k + 1).to_string()], &there, &last].concat());
            }
        }
        columns(&rows, |c| c > 0)
    }
}

impl AxisReport {
    fn new(axis: &Axis, digits: usize) -> AxisReport {
        let percent = |share: &Real| Number::real(&share.times(&Real::from(integer(100))), digits);
        AxisReport {
            inertia: Number::algebraic(&axis.inertia, digits),
            percent: percent(&axis.share),
            cumulated: percent(&axis.cumulated),
            tied: (*axis.tied.start(), *axis.tied.end()),
        }
    }
}

impl PointReport {
    fn new(point: &Point, digits: usize) -> PointReport {
        let rational = |value: &Rational| Number::rational(value, digits);
        PointReport {
            mass: rational(&point.mass),
            squared_distance: rational(&point.squared_distance),
            inertia: rational(&point.inertia),
            axes: point.on_axes.iter().map(|on| OnAxisReport::new(on, digits)).collect(),
        }
    }
}

impl OnAxisReport {
    fn new(on: &OnAxis, digits: usize) -> OnAxisReport {
        let number = |value: &Enclosure| Number::enclosed(value, digits);
        OnAxisReport {
            standard: number(&on.standard),
            principal: number(&on.principal),
            contribution: number(&on.contribution),
            cos2: on.squared_cosine.as_ref().map(number),
            quality: on.quality.as_ref().map(number),
        }
    }
}
