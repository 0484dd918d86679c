//! Which statement a certificate is of.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// `sha256:` and the SHA-256 of a text in lower-case hexadecimal. A certificate has that of the statement's
/// text in canonical form ([`format`](crate::statement::format)).
pub fn digest(text: &str) -> String {
    let mut written = String::from("sha256:");
    for byte in Sha256::digest(text.as_bytes()) {
        write!(written, "{byte:02x}").expect("a string takes all");
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_standard_one() {
        let expected = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest("abc"), expected, "FIPS 180-2, appendix B.1");
    }
}
