//! Integers from their residues (the Chinese remainder theorem).

use num_bigint::{BigInt, BigUint};
use num_traits::{One, ToPrimitive, Zero};
use rayon::prelude::*;

use super::prime::Field;

/// A vector of integers modulo one prime.
pub struct Image {
    /// The prime.
    pub prime: u64,
    /// Residues in `0..prime`.
    pub residues: Vec<u64>,
}

/// Residues modulo the product of all primes.
pub struct Residues {
    values: Vec<BigUint>,
    modulus: BigUint,
}

/// The residues in `0..M`, M the product of the primes, of the vector with these images:
/// `sum_i (r_i / M_i mod p_i) M_i mod M` with `M_i = M / p_i`. Panics if there is no image.
pub fn reconstruct(images: &[Image]) -> Residues {
    let modulus: BigUint = images.iter().fold(BigUint::one(), |m, image| m * image.prime);
    let cofactors: Vec<BigUint> = images.iter().map(|image| &modulus / image.prime).collect();
    let inverses: Vec<u64> = images
        .iter()
        .zip(&cofactors)
        .map(|(image, cofactor)| {
            let remainder = (cofactor % image.prime).to_u64().expect("a remainder is below its modulus");
            Field::of_prime(image.prime).inverse(remainder)
        })
        .collect();
    let value = |k: usize| {
        let mut sum = BigUint::zero();
        for ((image, cofactor), &inverse) in images.iter().zip(&cofactors).zip(&inverses) {
            sum += cofactor * Field::of_prime(image.prime).mul(image.residues[k], inverse);
        }
        sum % &modulus
    };
    let length = images.first().expect("at least one image").residues.len();
    // Products of a word and a long number; few of them are not worth waking a thread for.
    let work = length * images.len() * images.len();
    let values =
        if work > 20_000 { (0..length).into_par_iter().map(value).collect() } else { (0..length).map(value).collect() };
    Residues { values, modulus }
}

/// The integers of smallest absolute value with these residues: the vector itself, if every entry is
/// below half the modulus.
pub fn symmetric(residues: Residues) -> Vec<BigInt> {
    let half = &residues.modulus >> 1u32;
    let modulus = BigInt::from(residues.modulus);
    let signed = |value: BigUint| if value > half { BigInt::from(value) - &modulus } else { BigInt::from(value) };
    residues.values.into_iter().map(signed).collect()
}

/// The vector with these images whose entries are at most `2^bits` in size.
///
/// Panics if the primes do not determine it: that is a wrong bound at the caller's.
pub fn reconstruct_bounded(images: &[Image], bits: u64) -> Vec<BigInt> {
    let residues = reconstruct(images);
    assert!(residues.modulus.bits() > bits + 2, "too few primes for integers of {bits} bits");
    symmetric(residues)
}

#[cfg(test)]
mod tests {
    use super::super::prime::primes_below;
    use super::*;
    use crate::exact::polynomial::residue;

    #[test]
    fn integers_come_back_from_their_residues() {
        let integers: Vec<BigInt> = [0i64, 1, -1, 255, -256, i64::MAX, i64::MIN]
            .iter()
            .map(|&n| BigInt::from(n) * BigInt::from(n).pow(4))
            .collect();
        let bits = integers.iter().map(BigInt::bits).max().unwrap();
        let images: Vec<Image> = primes_below(30)
            .take(12)
            .map(|prime| Image { prime, residues: integers.iter().map(|n| residue(n, prime)).collect() })
            .collect();
        assert_eq!(reconstruct_bounded(&images, bits), integers);
        let result = std::panic::catch_unwind(|| reconstruct_bounded(&images[..8], bits));
        assert!(result.is_err(), "too few primes must not pass");
    }
}
