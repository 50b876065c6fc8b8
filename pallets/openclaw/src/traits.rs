//! What benchmarks ask of the chain around the pallet.

use aitbc_primitives::{governance::proposals::ProposalKind, Moment};

/// What benchmarks have to set up.
pub trait BenchmarkHelper<AccountId, RuntimeCall> {
    /// Makes [`Config::Clock`](crate::Config::Clock) and [`Config::SlotTime`](crate::Config::SlotTime) return
    /// `now`.
    fn set_time(now: Moment);

    /// An account with free tokens and enough power to propose, another one for each `index`.
    fn voter(index: u32) -> AccountId;

    /// Makes an account the wallet of an agent whose score gives the whole bonus, with a limit that no vote reaches. It
    /// has changed hands as often as is remembered.
    fn make_agents_wallet(who: &AccountId);

    /// Makes `delegator` have delegated to `delegate` before the present moment. If `delegate` has delegated itself, that
    /// ends.
    fn delegate(delegator: &AccountId, delegate: &AccountId);

    /// Gives `who` as long a history of its balance as can be, until the present moment.
    fn give_history(who: &AccountId);

    /// Freezes something of `who` for so many polls of its own, which go on for as long as the benchmark: 63 at most.
    fn occupy(who: &AccountId, polls: u32);

    /// Calls with about so many bytes that a proposal of the returned type may make, and that succeed.
    fn calls(bytes: u32) -> (ProposalKind, alloc::vec::Vec<RuntimeCall>);

    /// So many calls, at most 16, of which it takes as long as can be to tell that they are not for much, see
    /// [`Requirements::are_large`](crate::Requirements::are_large). Sets up what they need.
    fn small_calls(count: u32) -> alloc::vec::Vec<RuntimeCall>;

    /// The name of a call that can be paused, another one for each `index` below 16.
    fn pausable(index: u32) -> crate::types::CallName;
}
