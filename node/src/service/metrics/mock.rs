//! A chain whose runtime is asked for metrics, for tests.

use crate::mock::{account, Answer, MockChain, GENESIS_SLOT};
use aitbc_primitives::{
    consensus::{Availability, PorApi, Producer, SessionSchedule},
    governance::{GovernanceApi, VotingFigures},
    opaque::Block,
    AccountId, Hash,
};
use sp_api::ApiError;
use sp_core::sr25519::Public;

/// What the runtime knows.
#[derive(Clone, Default)]
pub struct Runtime {
    /// It is older than the figures about voting power.
    pub without_figures: bool,
}

/// A chain with that runtime, in which accounts 1 and 2 produce blocks.
pub type Chain = MockChain<Runtime>;

sp_api::mock_impl_runtime_apis! {
    impl PorApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn schedule(&self, at: Hash) -> Answer<SessionSchedule<AccountId>> {
            self.ask(at)?;
            let producer = |index| Producer {
                account: account(index),
                key: Public::from_raw([index; 32]),
                weight: 1,
                slots: 2,
            };
            Ok(SessionSchedule {
                session: 3,
                start: GENESIS_SLOT,
                length: 4,
                slot: GENESIS_SLOT,
                producers: vec![producer(1), producer(2)],
                order: vec![0, 1, 1, 0],
            })
        }

        #[advanced]
        fn availability(&self, at: Hash, _: AccountId) -> Answer<Availability> {
            let elapsed = self.ask(at)?;
            Ok(Availability { elapsed, ..Default::default() })
        }
    }

    impl GovernanceApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn voting_figures(&self, at: Hash) -> Answer<VotingFigures> {
            let number = self.ask(at)?;
            if self.runtime.without_figures {
                return Err(ApiError::Application("it has no such function".into()));
            }
            Ok(VotingFigures {
                base: 5,
                open_polls: 6,
                closed_polls: 7,
                histories: number.into(),
                overdue: 8,
            })
        }
    }
}
