//! A chain whose runtime is asked for metrics, for tests.

use crate::mock::{account, Answer, MockChain, GENESIS_SLOT};
use aitbc_primitives::{
    agents::{
        registry::{AgentFigures, AgentsApi},
        wallets::{WalletFigures, WalletsApi},
    },
    consensus::{Availability, PorApi, Producer, SessionSchedule},
    governance::{figures::ProposalFigures, GovernanceApi, VotingFigures},
    market::{
        deadlines::{ByClock, ClockFigures, DeadlinesApi},
        escrow::{views::EscrowApi, EscrowFigures},
        gpu::{GpuPoolView, GpuStakingApi},
    },
    opaque::Block,
    reputation::{
        pools::{views::PoolApi, BenchMember, BlockPoolView, Outcome, Side},
        Domain, Reputation, ReputationApi,
    },
    AccountId, BlockNumber, Hash,
};
use aitbc_runtime::RuntimeCall;
use sp_api::ApiError;
use sp_core::sr25519::Public;

/// What the runtime knows.
#[derive(Clone, Default)]
pub struct Runtime {
    /// It is older than the figures about voting power.
    pub without_figures: bool,
}

/// The pool of a block is closed by the block this much above it.
const WINDOW: BlockNumber = 3;

/// A chain with that runtime, in which accounts 1 and 2 produce blocks.
///
/// They judge them too, with 20 and 12 seats. Account 1 votes in the last block before the pool closes,
/// account 2 never. All blocks from 2 on are accepted but for block 10. Both have earned as many units as
/// there are blocks.
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

    impl PoolApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn block_pool(
            &self,
            at: Hash,
            block: BlockNumber,
        ) -> Answer<Option<BlockPoolView<AccountId>>> {
            let now = self.ask(at)?;
            if block < 2 || block >= now {
                return Ok(None);
            }
            let closes = block + WINDOW;
            let member = |index, seats, vote| BenchMember { account: account(index), seats, vote };
            let (members, outcome) = if now < closes {
                let vote = (now + 1 == closes).then_some(Side::For);
                (vec![member(1, 20, vote), member(2, 12, None)], None)
            } else {
                let outcome = if block == 10 { Outcome::Rejected } else { Outcome::Accepted };
                (vec![], Some(outcome))
            };
            Ok(Some(BlockPoolView {
                block,
                author: account(3),
                author_stake: 0,
                mint: 0,
                seat: 1,
                stake: 32,
                closes,
                for_stake: 0,
                against_stake: 0,
                members,
                outcome,
                post: 0,
                policed: 0,
                lost: 0,
                author_lost: 0,
            }))
        }
    }

    impl ReputationApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn reputation(&self, at: Hash, domain: Domain, _: AccountId) -> Answer<Reputation> {
            assert_eq!(domain, Domain::Block);
            let earned = self.ask(at)?.into();
            Ok(Reputation { earned, ..Default::default() })
        }
    }

    impl GovernanceApi<Block, AccountId, RuntimeCall> for MockChain<Runtime> {
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

        #[advanced]
        fn proposal_figures(&self, at: Hash) -> Answer<ProposalFigures> {
            let brakes = self.ask(at)?;
            Ok(ProposalFigures { brakes, ..Default::default() })
        }
    }

    impl DeadlinesApi<Block> for MockChain<Runtime> {
        #[advanced]
        fn clock(&self, at: Hash) -> Answer<ClockFigures> {
            let wall = self.ask(at)?.into();
            Ok(ClockFigures { waiting: ByClock { active: 0, wall }, ..Default::default() })
        }
    }

    impl GpuStakingApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn gpu_pools(&self, at: Hash) -> Answer<Vec<GpuPoolView>> {
            Ok(vec![pool(self.ask(at)?.into())])
        }
    }

    impl EscrowApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn figures(&self, at: Hash) -> Answer<EscrowFigures> {
            let escrows = self.ask(at)?.into();
            Ok(EscrowFigures { escrows, ..Default::default() })
        }
    }

    impl AgentsApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn agent_figures(&self, at: Hash) -> Answer<AgentFigures> {
            let available = self.ask(at)?;
            Ok(AgentFigures { available, ..Default::default() })
        }
    }

    impl WalletsApi<Block, AccountId> for MockChain<Runtime> {
        #[advanced]
        fn wallet_figures(&self, at: Hash) -> Answer<WalletFigures> {
            let wallets = self.ask(at)?;
            Ok(WalletFigures { wallets, ..Default::default() })
        }
    }
}

/// The only pool of GPUs, in which so much is staked.
fn pool(power: u64) -> GpuPoolView {
    GpuPoolView {
        id: 0,
        name: "standard".into(),
        unit: String::new(),
        closed: false,
        rate: 0,
        match_ratio: Default::default(),
        min_price: 1,
        max_price: 1,
        per_unit: 1,
        audit: None,
        power,
        allocated: 0,
        utilisation: Default::default(),
        weight: 0,
        providers: 0,
        collateral: 0,
        funds: 0,
        owed: 0,
        bootstrap_left: 0,
        allowance: 0,
        emission: 0,
        days_left: None,
    }
}
