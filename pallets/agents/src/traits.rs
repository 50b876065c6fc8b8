//! What benchmarks ask of the chain around the pallet.

use aitbc_primitives::{reputation::Rep, Moment};

/// What benchmarks have to set up.
pub trait BenchmarkHelper<AccountId, Signature> {
    /// Makes [`Config::Clock`](crate::Config::Clock) return `now`.
    fn set_time(now: Moment);

    /// Makes [`Config::ActiveClock`](crate::Config::ActiveClock) return `now`.
    fn set_active_time(now: Moment);

    /// An account that can [sign](Self::sign), another one for each `index`.
    fn key(index: u32) -> AccountId;

    /// The signature of `key` over `message`, of the kind that takes longest to verify.
    fn sign(key: &AccountId, message: &[u8]) -> Signature;

    /// Gives `who` so much Compute reputation.
    fn set_reputation(who: &AccountId, rep: Rep);
}
