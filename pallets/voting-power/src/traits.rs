//! What the pallet asks others about voters.

/// Tells agents, whose reputation gives their votes a bonus, from others.
pub trait Classes<AccountId> {
    /// The score of the agent `who`: 100 for a new one. `None` if it is no agent.
    fn score(who: &AccountId) -> Option<u32>;
}

/// There are no agents.
impl<AccountId> Classes<AccountId> for () {
    fn score(_: &AccountId) -> Option<u32> {
        None
    }
}

/// Tells to whom accounts belong.
pub trait Owners<AccountId> {
    /// The beneficial owner of `who`, in a vote the holder of one cap. It is `who` itself unless this
    /// is, for instance, the wallet of somebody's agent.
    fn owner(who: &AccountId) -> AccountId;
}

/// Each account is its own owner.
impl<AccountId: Clone> Owners<AccountId> for () {
    fn owner(who: &AccountId) -> AccountId {
        who.clone()
    }
}

/// What benchmarks have to set up.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<PollId> {
    /// Makes [`Config::Time`](crate::Config::Time) return `now`.
    fn set_time(now: aitbc_primitives::Moment);
    /// The id of a poll that was never opened, another one for each `index`.
    fn poll(index: u32) -> PollId;
}
