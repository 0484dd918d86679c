//! A first reading of a file that builds nothing: its size, how deep it nests, whether a member stands twice.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::collections::HashSet;
use std::fmt;

/// The most bytes of a file.
pub const MAX_BYTES: usize = 8 << 20;

/// How many lists and objects may be open at once.
pub const MAX_DEPTH: usize = 16;

/// What is wrong with the file as JSON, as a clause; `Ok` if all limits are kept.
pub(super) fn scan(text: &[u8]) -> Result<(), String> {
    if text.len() > MAX_BYTES {
        return Err(format!("the file has more than {MAX_BYTES} bytes"));
    }
    let mut reader = serde_json::Deserializer::from_slice(text);
    Below(MAX_DEPTH).deserialize(&mut reader).and_then(|()| reader.end()).map_err(|e| e.to_string())
}

/// Anything that nests at most so deep.
struct Below(usize);

impl<'de> DeserializeSeed<'de> for Below {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Below {
    fn inner<E: Error>(&self) -> Result<usize, E> {
        self.0.checked_sub(1).ok_or_else(|| E::custom(format!("it is nested deeper than {MAX_DEPTH}")))
    }
}

/// Null, floating and negative numbers are not visited: no certificate has any.
impl<'de> Visitor<'de> for Below {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, a list, a string, true, false or an integer that is not negative")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let inner = self.inner()?;
        while items.next_element_seed(Below(inner))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let inner = self.inner()?;
        let mut seen = HashSet::new();
        while let Some(name) = members.next_key::<String>()? {
            if seen.contains(&name) {
                return Err(A::Error::custom(format!("the member {name:?} stands twice")));
            }
            seen.insert(name);
            members.next_value_seed(Below(inner))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_kept_before_anything_is_built() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(scan(nested(MAX_DEPTH).as_bytes()), Ok(()));
        assert!(scan(nested(MAX_DEPTH + 1).as_bytes()).unwrap_err().contains("deeper"));
        assert!(scan(nested(1_000_000).as_bytes()).unwrap_err().contains("deeper"));
        assert!(scan(&vec![b' '; MAX_BYTES + 1]).unwrap_err().contains("bytes"));
        assert!(scan(br#"{"a": 1, "b": {"a": 1}, "a": 2}"#).unwrap_err().contains("twice"));
        assert!(scan(br#"{"a": 1, "\u0061": 2}"#).unwrap_err().contains("twice"), "names as read, not as written");
        for text in ["", "{", "[1", "{}{}", "null", "1.5", "-1", "[NaN]", "\"\u{1}\"", "1e3"] {
            assert!(scan(text.as_bytes()).is_err(), "{text:?}");
        }
        assert!(scan(b"\"\xff\"").is_err(), "not UTF-8");
    }
}
