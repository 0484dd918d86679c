//! Line charts as SVG: the same numbers give the same text.

use crate::exact::rational::{Rational, decimal, integer, ratio};
use num_bigint::BigInt;
use num_traits::{Signed, Zero};
use std::fmt::Write;

/// Lines over whole numbers, each with a level that it is compared with.
#[derive(Clone, Debug)]
pub struct Chart {
    /// What is shown.
    pub title: String,
    /// What is along the bottom.
    pub across: String,
    /// What is along the left side.
    pub up: String,
    /// What the dashed levels are.
    pub level: String,
    /// The lines, in the order of the legend.
    pub lines: Vec<Line>,
    /// Nothing is drawn above this value, if there is one.
    pub ceiling: Option<Rational>,
}

/// One line of a [`Chart`].
#[derive(Clone, Debug)]
pub struct Line {
    /// Its name in the legend.
    pub name: String,
    /// Its points; values are not negative. A point without a value breaks the line.
    pub points: Vec<(usize, Option<Rational>)>,
    /// Its level, drawn dashed.
    pub level: Rational,
}

const WIDTH: i64 = 760;
const HEIGHT: i64 = 440;
const LEFT: i64 = 80;
const RIGHT: i64 = 580;
const TOP: i64 = 48;
const BOTTOM: i64 = 384;

/// Eight colours that are told apart with any eyesight (Okabe and Ito), the yellow last.
const COLOURS: [&str; 8] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#000000", "#56b4e9", "#e69f00", "#b8a800"];

impl Chart {
    /// The picture.
    pub fn svg(&self) -> String {
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
             font-family=\"sans-serif\" font-size=\"13\">\n"
        );
        let mut line = |text: String| writeln!(svg, "{text}").expect("text can be appended");
        line(format!("<title>{}</title>", escaped(&self.title)));
        line(format!("<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"white\"/>"));
        let (width, height) = (RIGHT - LEFT, BOTTOM - TOP);
        line(format!(
            "<clipPath id=\"plot\"><rect x=\"{LEFT}\" y=\"{}\" width=\"{width}\" height=\"{}\"/></clipPath>",
            TOP - 4,
            height + 8
        ));
        line(format!("<text x=\"{LEFT}\" y=\"28\" font-size=\"16\">{}</text>", escaped(&self.title)));
        let frame = self.frame();
        for tick in frame.up_ticks() {
            let y = frame.y(&tick);
            line(format!("<path d=\"M{LEFT} {y}H{RIGHT}\" stroke=\"#dddddd\"/>"));
            let text = label(&tick, &frame.step);
            line(format!("<text x=\"{}\" y=\"{y}\" dy=\"4\" text-anchor=\"end\">{text}</text>", LEFT - 8));
        }
        for n in frame.across_ticks() {
            let x = frame.x(n);
            line(format!("<path d=\"M{x} {BOTTOM}v5\" stroke=\"black\"/>"));
            line(format!("<text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{n}</text>", BOTTOM + 20));
        }
        line(format!("<path d=\"M{LEFT} {TOP}V{BOTTOM}H{RIGHT}\" fill=\"none\" stroke=\"black\"/>"));
        let (middle, centre) = ((LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2);
        line(format!(
            "<text x=\"{middle}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
            HEIGHT - 14,
            escaped(&self.across)
        ));
        line(format!(
            "<text transform=\"translate(20 {centre}) rotate(-90)\" text-anchor=\"middle\">{}</text>",
            escaped(&self.up)
        ));
        line("<g clip-path=\"url(#plot)\" fill=\"none\" stroke-width=\"2\">".into());
        for (k, shown) in self.lines.iter().enumerate() {
            let (colour, y) = (COLOURS[k % COLOURS.len()], frame.y(&shown.level));
            line(format!("<path d=\"M{LEFT} {y}H{RIGHT}\" stroke=\"{colour}\" stroke-dasharray=\"6 4\"/>"));
            line(format!("<path d=\"{}\" stroke=\"{colour}\"/>", frame.path(shown)));
            for (n, value) in &shown.points {
                if let Some(value) = value {
                    let (x, y) = (frame.x(*n), frame.y(value));
                    line(format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"3\" fill=\"{colour}\" stroke=\"none\"/>"));
                }
            }
        }
        line("</g>".into());
        for (k, shown) in self.lines.iter().enumerate() {
            let (colour, y) = (COLOURS[k % COLOURS.len()], TOP + 12 + 22 * k as i64);
            line(format!("<path d=\"M{} {y}h28\" stroke=\"{colour}\" stroke-width=\"2\"/>", RIGHT + 16));
            line(format!("<text x=\"{}\" y=\"{y}\" dy=\"4\">{}</text>", RIGHT + 52, escaped(&shown.name)));
        }
        let y = TOP + 12 + 22 * self.lines.len() as i64;
        let x = RIGHT + 16;
        line(format!("<path d=\"M{x} {y}h28\" stroke=\"#555555\" stroke-width=\"2\" stroke-dasharray=\"6 4\"/>"));
        line(format!("<text x=\"{}\" y=\"{y}\" dy=\"4\">{}</text>", RIGHT + 52, escaped(&self.level)));
        svg + "</svg>\n"
    }

    fn frame(&self) -> Frame {
        let places = || self.lines.iter().flat_map(|line| line.points.iter().map(|(n, _)| *n));
        let values = self
            .lines
            .iter()
            .flat_map(|line| line.points.iter().filter_map(|(_, value)| value.clone()).chain([line.level.clone()]));
        let largest = values.max().unwrap_or_default();
        let largest = self.ceiling.iter().cloned().fold(largest, Ord::min);
        let largest = if largest.is_positive() { largest } else { integer(1) };
        let step = step(&(&largest / integer(6)));
        Frame {
            first: places().min().unwrap_or(0),
            last: places().max().unwrap_or(0),
            top: (&largest / &step).ceil() * &step,
            step,
        }
    }
}

/// Where numbers are on the picture.
struct Frame {
    first: usize,
    last: usize,
    /// The value at the upper end.
    top: Rational,
    /// The distance of the ticks on the left side.
    step: Rational,
}

impl Frame {
    fn x(&self, n: usize) -> String {
        let share = match self.last - self.first {
            0 => ratio(1, 2),
            length => ratio(n - self.first, length),
        };
        // Room for the marks at both ends.
        pixels(&(integer(LEFT + 12) + share * integer(RIGHT - LEFT - 24)))
    }

    fn y(&self, value: &Rational) -> String {
        // So far up that it is outside, and no longer a number with many digits.
        let share = (value / &self.top).min(integer(4));
        pixels(&(integer(BOTTOM) - share * integer(BOTTOM - TOP)))
    }

    fn path(&self, line: &Line) -> String {
        let mut path = String::new();
        let mut command = 'M';
        for (n, value) in &line.points {
            match value {
                Some(value) => {
                    write!(path, "{command}{} {}", self.x(*n), self.y(value)).expect("text can be appended");
                    command = 'L';
                }
                None => command = 'M',
            }
        }
        path
    }

    fn up_ticks(&self) -> Vec<Rational> {
        let ticks = std::iter::successors(Some(Rational::zero()), |tick| Some(tick + &self.step));
        ticks.take_while(|tick| *tick <= self.top).collect()
    }

    fn across_ticks(&self) -> Vec<usize> {
        let step = step(&ratio(self.last - self.first, 12)).ceil().to_integer();
        let step = usize::try_from(step).unwrap_or(1).max(1);
        // Round numbers, beside the first.
        (self.first..=self.last).filter(|n| *n == self.first || n % step == 0).collect()
    }
}

/// The least of 1, 2 and 5 times a power of ten that is at least a number; 1 for zero.
fn step(at_least: &Rational) -> Rational {
    if !at_least.is_positive() {
        return integer(1);
    }
    let mut power = integer(1);
    while power >= *at_least {
        power /= integer(10);
    }
    loop {
        for digit in [1, 2, 5] {
            let step = &power * integer(digit);
            if step >= *at_least {
                return step;
            }
        }
        power *= integer(10);
    }
}

/// A tick's value with as many places as its distance to the next has.
fn label(tick: &Rational, step: &Rational) -> String {
    let places = (0..40).find(|&places| (step * Rational::from(BigInt::from(10).pow(places))).is_integer());
    decimal(tick, places.unwrap_or(0) as usize)
}

fn pixels(value: &Rational) -> String {
    let text = decimal(value, 2);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(points: &[(usize, Option<i64>)], level: i64, ceiling: Option<i64>) -> String {
        let points = points.iter().map(|&(n, v)| (n, v.map(integer))).collect();
        let line = Line { name: "d < 1".into(), points, level: integer(level) };
        let (across, up) = ("n".into(), "error".into());
        let ceiling = ceiling.map(integer);
        Chart { title: "a & b".into(), across, up, level: "limit".into(), lines: vec![line], ceiling }.svg()
    }

    #[test]
    fn points_are_where_they_belong() {
        let svg = chart(&[(1, Some(12)), (2, Some(6)), (3, None), (5, Some(0))], 3, None);
        // From 92 to 568 in four steps; 0 at 384, 12 at 48.
        assert!(svg.contains("d=\"M92 48L211 216M568 384\""), "{svg}");
        assert!(svg.contains(&format!("M{LEFT} 300H{RIGHT}\" stroke=\"#0072b2\" stroke-dasharray")), "{svg}");
        assert_eq!(svg.matches("<circle").count(), 3);
        assert!(svg.contains("a &amp; b") && svg.contains("d &lt; 1"));
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    }

    #[test]
    fn what_is_far_above_is_cut_off() {
        let svg = chart(&[(1, Some(1_000_000)), (2, Some(6))], 0, Some(12));
        assert!(svg.contains("d=\"M92 -960L568 216\""), "{svg}");
    }

    #[test]
    fn pictures_of_little() {
        for svg in [chart(&[], 0, None), chart(&[(4, Some(0))], 0, None), chart(&[(4, None)], 0, None)] {
            assert!(svg.contains("</svg>") && svg.contains(">1.0<"), "{svg}");
        }
    }

    #[test]
    fn steps_are_round() {
        for (n, d, expected) in [(1, 1, (1, 1)), (3, 1, (5, 1)), (11, 1, (20, 1)), (1, 3, (1, 2)), (1, 700, (1, 500))] {
            assert_eq!(step(&ratio(n, d)), ratio(expected.0, expected.1));
        }
        assert_eq!(label(&ratio(3, 5), &ratio(1, 5)), "0.6");
        assert_eq!(label(&ratio(20, 1), &ratio(20, 1)), "20");
    }
}
