//! What the tests of all pallets share: accounts with names, a clock, blocks, and doubles of the traits
//! in `aitbc-primitives`.
//!
//! A double keeps its state in externalities, so that a rollback rolls it back too. Where a pallet
//! implements the same trait, [`conformance`] holds both to the same rules.
//!
//! Only tests and benches may depend on this crate.

mod accounts;
mod agenda;
mod agents;
mod block;
mod chain;
mod clock;
pub mod conformance;
mod ledger;
mod posts;
mod properties;
mod proposals;

pub use accounts::{signed, AccountId, ADA, BEN, CYD, DEE, EVE, FAY, GIL, TREASURY};
pub use agenda::{TestActiveClock, TestAgenda};
pub use agents::TestAgents;
pub use block::{digest, header, GENESIS_HASH};
pub use chain::{block_1, events, run_to};
pub use clock::{now, set_now, wait, TestClock, START};
pub use ledger::{set_at_stake, LedgerWith, TestLedger, TestStakes};
pub use posts::TestPosts;
pub use properties::cases;
pub use proposals::{TestProposal, TestProposals, TestVote};
pub use sp_io::TestExternalities;
