//! What benchmarks ask of the chain around the pallet.

/// What benchmarks have to set up.
pub trait BenchmarkHelper<PollId> {
    /// Makes [`Config::Clock`](crate::Config::Clock) return `now`.
    fn set_time(now: aitbc_primitives::Moment);
    /// Returns the id of a poll that was never opened, another one for each `index`.
    fn poll(index: u32) -> PollId;
}
