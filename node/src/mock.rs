//! A chain for tests, without a database or a Wasm runtime.

use crate::rpc::authors::Authors;
use aitbc_primitives::{
    consensus::{Author, Availability, Delivery, PorApi, Producer, SessionSchedule, SlotNumber},
    governance::{GovernanceApi, VotingFigures, VotingPower},
    opaque::Block,
    reputation::{Domain, Rep, Reputation, ReputationApi},
    AccountId, Balance, BlockNumber, Hash, Header, Moment,
};
use sp_api::{ApiError, ApiRef, ProvideRuntimeApi};
use sp_blockchain::{BlockStatus, HeaderBackend, Info, Result};
use sp_consensus_aura::{digests::CompatibleDigestItem, sr25519::AuthoritySignature};
use sp_core::sr25519::Public;
use sp_runtime::{traits::Header as _, Digest, DigestItem};

/// The slot that block 0 would have: each block takes the one after its parent's.
pub const GENESIS_SLOT: SlotNumber = 900_000_000;

/// One of 256 accounts.
pub fn account(index: u8) -> AccountId {
    AccountId::new([index; 32])
}

/// A chain of blocks without a fork.
#[derive(Clone)]
pub struct MockChain {
    headers: Vec<Header>,
    /// Blocks below this one have lost their state.
    pub first_with_state: BlockNumber,
    /// Headers of blocks below this one are missing.
    pub first_with_header: BlockNumber,
    /// The runtime gives up in the state after this block.
    pub broken: Option<BlockNumber>,
    /// The runtime does not know who produced this block.
    pub anonymous: BlockNumber,
    /// The runtime is older than the figures about voting power.
    pub without_figures: bool,
}

impl MockChain {
    /// Block 0 and `best` blocks on top of it.
    pub fn new(best: BlockNumber) -> Self {
        let mut headers = Vec::<Header>::new();
        for number in 0..=best {
            let parent = headers.last().map(Header::hash).unwrap_or_default();
            headers.push(Header::new(
                number,
                Default::default(),
                Default::default(),
                parent,
                digest(number),
            ));
        }
        Self {
            headers,
            first_with_state: 0,
            first_with_header: 0,
            broken: None,
            anonymous: 0,
            without_figures: false,
        }
    }

    /// The hash of block `number`.
    pub fn hash_of(&self, number: BlockNumber) -> Hash {
        self.headers[number as usize].hash()
    }

    /// The height of the block, if the runtime can be asked in the state after it.
    fn ask(&self, at: Hash) -> std::result::Result<BlockNumber, ApiError> {
        let number = self
            .number(at)?
            .ok_or_else(|| ApiError::UnknownBlock(format!("no header: {at:?}")))?;
        if number < self.first_with_state {
            return Err(ApiError::UnknownBlock(format!("no state: {at:?}")));
        }
        if self.broken == Some(number) {
            return Err(ApiError::Application("it trapped".into()));
        }
        Ok(number)
    }
}

/// What a header says of the block's slot. Block 0 has none.
fn digest(number: BlockNumber) -> Digest {
    let slot = GENESIS_SLOT + SlotNumber::from(number);
    let claim =
        <DigestItem as CompatibleDigestItem<AuthoritySignature>>::aura_pre_digest(slot.into());
    Digest {
        logs: if number == 0 { vec![] } else { vec![claim] },
    }
}

impl HeaderBackend<Block> for MockChain {
    fn header(&self, hash: Hash) -> Result<Option<Header>> {
        Ok(self
            .headers
            .iter()
            .skip(self.first_with_header as usize)
            .find(|header| header.hash() == hash)
            .cloned())
    }

    fn info(&self) -> Info<Block> {
        let best = (self.headers.len() - 1) as BlockNumber;
        Info {
            best_hash: self.hash_of(best),
            best_number: best,
            genesis_hash: self.hash_of(0),
            finalized_hash: self.hash_of(0),
            finalized_number: 0,
            finalized_state: None,
            number_leaves: 1,
            block_gap: None,
        }
    }

    fn status(&self, hash: Hash) -> Result<BlockStatus> {
        Ok(match self.header(hash)? {
            Some(_) => BlockStatus::InChain,
            None => BlockStatus::Unknown,
        })
    }

    fn number(&self, hash: Hash) -> Result<Option<BlockNumber>> {
        Ok(self.header(hash)?.map(|header| *header.number()))
    }

    fn hash(&self, number: BlockNumber) -> Result<Option<Hash>> {
        Ok(self
            .headers
            .get(number as usize)
            .filter(|_| number >= self.first_with_header)
            .map(Header::hash))
    }
}

impl ProvideRuntimeApi<Block> for MockChain {
    type Api = MockRuntime;

    fn runtime_api(&self) -> ApiRef<'_, MockRuntime> {
        MockRuntime(self.clone()).into()
    }
}

impl Authors for MockChain {
    fn author(&self, block: Hash) -> Result<Option<Author<AccountId>>> {
        let number = self.ask(block).map_err(|error| match error {
            ApiError::UnknownBlock(block) => sp_blockchain::Error::UnknownBlock(block),
            other => other.into(),
        })?;
        Ok((number != self.anonymous).then(|| Author {
            account: account(1 + (number % 2) as u8),
            slot: GENESIS_SLOT + SlotNumber::from(number),
        }))
    }
}

/// The runtime of a [`MockChain`]: accounts 1 and 2 take turns. Its answers tell the block.
pub struct MockRuntime(MockChain);

sp_api::mock_impl_runtime_apis! {
    impl PorApi<Block, AccountId> for MockRuntime {
        #[advanced]
        fn schedule(&self, at: Hash) -> std::result::Result<SessionSchedule<AccountId>, ApiError> {
            let number = self.0.ask(at)?;
            let producer = |index| Producer {
                account: account(index),
                key: Public::from_raw([index; 32]),
                weight: Rep::MAX,
                slots: 2,
            };
            Ok(SessionSchedule {
                session: 3,
                start: GENESIS_SLOT,
                length: 4,
                slot: GENESIS_SLOT + SlotNumber::from(number),
                producers: vec![producer(1), producer(2)],
                order: vec![0, 1, 1, 0],
            })
        }

        #[advanced]
        fn availability(
            &self,
            at: Hash,
            who: AccountId,
        ) -> std::result::Result<Availability, ApiError> {
            let number = self.0.ask(at)?;
            Ok(if who == account(1) {
                Availability {
                    encumbered: 2_500_000_000_000,
                    leaving: 7,
                    withdrawable_from: 5,
                    scheduled: 2,
                    elapsed: number,
                    produced: 1,
                    failures: 1,
                    suspended: true,
                }
            } else {
                Availability::default()
            })
        }

        #[advanced]
        fn author(&self, at: Hash) -> std::result::Result<Option<Author<AccountId>>, ApiError> {
            self.0.ask(at)?;
            Ok(None)
        }

        #[advanced]
        fn deliveries(
            &self,
            at: Hash,
        ) -> std::result::Result<Vec<Delivery<AccountId>>, ApiError> {
            let number = self.0.ask(at)?;
            Ok(vec![Delivery { account: account(2), elapsed: 9, produced: number }])
        }
    }

    impl GovernanceApi<Block, AccountId> for MockRuntime {
        #[advanced]
        fn voting_power(
            &self,
            at: Hash,
            _: AccountId,
            _: Option<Moment>,
        ) -> std::result::Result<VotingPower<AccountId>, ApiError> {
            self.0.ask(at)?;
            Ok(VotingPower {
                balance: 1,
                short_average: 2,
                long_average: 3,
                power: Balance::MAX,
                delegated_to: Some(account(2)),
                frozen: 4,
            })
        }

        #[advanced]
        fn voting_base(&self, at: Hash) -> std::result::Result<Balance, ApiError> {
            self.0.ask(at)?;
            Ok(5)
        }

        #[advanced]
        fn voting_figures(&self, at: Hash) -> std::result::Result<VotingFigures, ApiError> {
            let number = self.0.ask(at)?;
            if self.0.without_figures {
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

    impl ReputationApi<Block, AccountId> for MockRuntime {
        #[advanced]
        fn reputation(
            &self,
            at: Hash,
            domain: Domain,
            who: AccountId,
        ) -> std::result::Result<Reputation, ApiError> {
            self.0.ask(at)?;
            Ok(if (domain, who) == (Domain::Governance, account(1)) {
                Reputation {
                    balance: Rep::MAX,
                    free: 1,
                    encumbered: 2,
                    pooled: 3,
                    claimable: 4,
                }
            } else {
                Reputation::default()
            })
        }

        #[advanced]
        fn reputation_issuance(
            &self,
            at: Hash,
            domain: Domain,
        ) -> std::result::Result<Rep, ApiError> {
            let number = self.0.ask(at)?;
            Ok(Rep::from(number) + if domain == Domain::Compute { 10 } else { 0 })
        }
    }
}
