//! Values of a statement's variables, as data.

use super::{Function, Number, Rows};
use serde::de::{self, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// A value, told apart by its form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// An integer or a rational.
    Number(Number),
    /// A point of a side, from 0.
    Point(usize),
    /// A function (rows of one number), an encoder, a matrix.
    Table(Rows),
    /// A context.
    Context(JointTable),
    /// Singular functions up to their norms.
    System(System),
}

/// A context: the joint probabilities with the names of the points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JointTable {
    /// The names of the points of X.
    pub x: Vec<String>,
    /// The names of the points of A.
    pub a: Vec<String>,
    /// A row for each point of X, a number for each point of A.
    pub joint: Rows,
}

/// N functions on X and M on A that are singular functions up to their norms, the first of each constant 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct System {
    /// On X.
    pub left: Vec<Function>,
    /// On A.
    pub right: Vec<Function>,
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ByForm)
    }
}

struct ByForm;

impl<'de> Visitor<'de> for ByForm {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number as a string, a point as an integer, rows of numbers, a context or singular functions")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        Number::deserialize(de::value::StrDeserializer::new(text)).map(Value::Number)
    }

    fn visit_u64<E: de::Error>(self, point: u64) -> Result<Value, E> {
        usize::try_from(point).map(Value::Point).map_err(|_| E::custom("a point is a small integer"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, rows: A) -> Result<Value, A::Error> {
        Rows::deserialize(de::value::SeqAccessDeserializer::new(rows)).map(Value::Table)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Value, A::Error> {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Members {
            x: Option<Vec<String>>,
            a: Option<Vec<String>>,
            joint: Option<Rows>,
            left: Option<Vec<Function>>,
            right: Option<Vec<Function>>,
        }
        let members = Members::deserialize(de::value::MapAccessDeserializer::new(map))?;
        match (members.x, members.a, members.joint, members.left, members.right) {
            (Some(x), Some(a), Some(joint), None, None) => Ok(Value::Context(JointTable { x, a, joint })),
            (None, None, None, Some(left), Some(right)) => Ok(Value::System(System { left, right })),
            _ => Err(de::Error::custom("a value has the members x, a and joint, or left and right")),
        }
    }
}
