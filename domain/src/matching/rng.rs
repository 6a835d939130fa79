//! The seeded generator of the search: the same seed gives the same numbers on every machine and in WASM.

/// `SplitMix64`: a counter and two rounds of mixing. Not for secrets.
#[derive(Clone, Debug)]
pub(super) struct Rng(u64);

impl Rng {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound − 1`; 0 if `bound` is 0.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let high = self.next() >> 32;
        ((high * (bound as u64 & 0xFFFF_FFFF)) >> 32) as usize
    }

    /// One of them, or `None` of nothing.
    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        from.get(self.below(from.len())).copied()
    }
}
