//! What benchmarks ask of the chain around the pallet.

/// What benchmarks have to set up.
pub trait BenchmarkHelper<PollId, AccountId> {
    /// Makes [`Config::Clock`](crate::Config::Clock) return `now`.
    fn set_time(now: aitbc_primitives::Moment);
    /// Returns the id of a poll that was never opened, another one for each `index`.
    fn poll(index: u32) -> PollId;
    /// Makes `who` the wallet of an agent whose score gives the whole bonus, with a limit that no vote reaches.
    /// It has changed hands as often as is remembered.
    fn make_agents_wallet(who: &AccountId);
}
