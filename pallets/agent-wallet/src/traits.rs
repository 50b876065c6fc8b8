//! What benchmarks ask of the chain around the pallet.

use aitbc_primitives::{governance::proposals::ProposalId, Balance, Moment};
use alloc::vec::Vec;

/// What benchmarks have to set up.
pub trait BenchmarkHelper<AccountId, Call> {
    /// Makes [`Config::Clock`](crate::Config::Clock) return `now`.
    fn set_time(now: Moment);

    /// Registers an agent that `controller` controls.
    fn agent(controller: &AccountId) -> AccountId;

    /// A transfer of one token, 10^12 units, to `to`: a leaf that needs
    /// [`Permission::Transfer`](aitbc_primitives::agents::wallets::Permission::Transfer).
    fn transfer(to: &AccountId) -> Call;

    /// So many proposals, at most 64, which are in the second half of their vote now.
    fn proposals(count: u32) -> Vec<ProposalId>;

    /// Gives an account tokens that it has had for ever: they count in these proposals.
    fn endow(who: &AccountId, amount: Balance);
}
