//! The tables that every benchmark of the spectrum uses, here and in `peers/spectrum.py`.

/// The seed of the tables whose timings are reported.
pub const SEED: u64 = 1;

/// An n x n table of counts `0..=20`, row-major: the high bits of SplitMix64, modulo 21.
pub fn counts(n: usize, seed: u64) -> Vec<u64> {
    let mut state = seed;
    (0..n * n).map(|_| (split_mix(&mut state) >> 33) % 21).collect()
}

/// SplitMix64 (Steele, Lea and Flood 2014).
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let z = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
