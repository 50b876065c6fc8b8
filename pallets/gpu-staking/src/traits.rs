//! What benchmarks ask of the chain around the pallet.

use aitbc_primitives::Moment;

/// What benchmarks have to set up.
pub trait BenchmarkHelper<AccountId> {
    /// Makes [`Config::Clock`](crate::Config::Clock) return `now`.
    fn set_time(now: Moment);

    /// A provider with a million free tokens, another one for each `index`.
    fn provider(index: u32) -> AccountId;
}
