//! `por_*`: who produces blocks, and how well.

use super::{
    authors::Authors,
    chain::Api,
    failure::{Failure, Place},
    range,
};
use aitbc_primitives::{
    consensus::{Availability, Delivery, PorApi, SessionSchedule, SlotNumber},
    opaque::Block,
    AccountId, BlockNumber, Hash,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use serde::{Deserialize, Serialize};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::{Error, HeaderBackend};

/// The most blocks whose authors one call may ask about.
const MAX_AUTHORS: BlockNumber = 100;

/// Who produced a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockAuthor {
    /// Height of the block.
    pub block: BlockNumber,
    /// Its hash.
    pub hash: Hash,
    /// Its slot.
    pub slot: SlotNumber,
    /// Its producer.
    pub account: AccountId,
}

/// Methods about block production. Where they take a block `at` and get none, they mean the best
/// one. They need the state after that block, and their errors are those of [`Failure`].
///
/// All run on threads that may block, and the longest answer of each is bounded.
#[rpc(client, server, namespace = "por")]
pub trait PorMethods {
    /// Who produces in which slot of the session of block `at`: at most 200 producers and 2000 slots.
    #[method(name = "schedule", blocking)]
    fn schedule(&self, at: Option<Hash>) -> RpcResult<SessionSchedule<AccountId>>;

    /// How `account`, one at a time, takes part in block production.
    #[method(name = "availability", blocking)]
    fn availability(&self, account: AccountId, at: Option<Hash>) -> RpcResult<Availability>;

    /// Who produced each of the blocks `from` to `to`, both included, of the best chain.
    ///
    /// At most 100 blocks, none of which may be block 0: nobody produced it. Needs the state after
    /// each of them, and reads it once.
    #[method(name = "authors", blocking)]
    fn authors(&self, from: BlockNumber, to: BlockNumber) -> RpcResult<Vec<BlockAuthor>>;

    /// What each producer, of at most 200, did in the session before that of block `at`; nothing in
    /// the first one.
    #[method(name = "deliveries", blocking)]
    fn deliveries(&self, at: Option<Hash>) -> RpcResult<Vec<Delivery<AccountId>>>;
}

impl<C> Api<C, dyn PorApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Authors,
{
    fn authors_of(&self, from: BlockNumber, to: BlockNumber) -> Result<Vec<BlockAuthor>, Failure> {
        range::ensure_allowed(from, to, self.best(), MAX_AUTHORS)?;
        self.blocks(from, to)?.into_iter().map(|place| self.author(place)).collect()
    }

    fn author(&self, place: Place) -> Result<BlockAuthor, Failure> {
        let author = match self.client.author(place.hash) {
            // As the client knows the block, this is how it says that the state is missing.
            Err(Error::UnknownBlock(_)) => return Err(Failure::NoState(place)),
            author => author?.ok_or(Failure::NoAuthor(place))?,
        };
        Ok(BlockAuthor {
            block: place.number,
            hash: place.hash,
            slot: author.slot,
            account: author.account,
        })
    }
}

impl<C> PorMethodsServer for Api<C, dyn PorApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + Authors + Send + Sync + 'static,
    C::Api: PorApi<Block, AccountId>,
{
    fn schedule(&self, at: Option<Hash>) -> RpcResult<SessionSchedule<AccountId>> {
        Ok(self.ask(at, |api, at| api.schedule(at))?)
    }

    fn availability(&self, account: AccountId, at: Option<Hash>) -> RpcResult<Availability> {
        Ok(self.ask(at, |api, at| api.availability(at, account))?)
    }

    fn authors(&self, from: BlockNumber, to: BlockNumber) -> RpcResult<Vec<BlockAuthor>> {
        Ok(self.authors_of(from, to)?)
    }

    fn deliveries(&self, at: Option<Hash>) -> RpcResult<Vec<Delivery<AccountId>>> {
        Ok(self.ask(at, |api, at| api.deliveries(at))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, Answer, MockChain, GENESIS_SLOT},
        rpc::call::call,
    };
    use aitbc_primitives::{
        consensus::{Author, Producer},
        reputation::Rep,
    };
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use sp_api::ApiError;
    use sp_core::sr25519::Public;
    use std::sync::Arc;

    /// Accounts 1 and 2 take turns.
    #[derive(Clone, Default)]
    struct Runtime {
        /// It does not know who produced this block.
        anonymous: BlockNumber,
    }

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl PorApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn schedule(&self, at: Hash) -> Answer<SessionSchedule<AccountId>> {
                let number = self.ask(at)?;
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
            fn availability(&self, at: Hash, who: AccountId) -> Answer<Availability> {
                let number = self.ask(at)?;
                assert_eq!(who, account(1));
                Ok(Availability {
                    encumbered: 2_500_000_000_000,
                    leaving: 7,
                    withdrawable_from: 5,
                    auto_encumber: true,
                    scheduled: 2,
                    elapsed: number,
                    produced: 1,
                    failures: 1,
                    suspended: true,
                    banned_until: Some(1_008),
                })
            }

            #[advanced]
            fn deliveries(&self, at: Hash) -> Answer<Vec<Delivery<AccountId>>> {
                let number = self.ask(at)?;
                Ok(vec![Delivery { account: account(2), elapsed: 9, produced: number }])
            }
        }
    }

    impl Authors for Chain {
        fn author(&self, block: Hash) -> sp_blockchain::Result<Option<Author<AccountId>>> {
            let number = self.ask(block).map_err(|error| match error {
                ApiError::UnknownBlock(block) => Error::UnknownBlock(block),
                other => other.into(),
            })?;
            Ok((number != self.runtime.anonymous).then(|| Author {
                account: account(1 + (number % 2) as u8),
                slot: GENESIS_SLOT + SlotNumber::from(number),
            }))
        }
    }

    async fn ask(
        chain: &Chain,
        method: &str,
        parameters: Value,
    ) -> Result<Value, ErrorObjectOwned> {
        let methods = Api::new(Arc::new(chain.clone()));
        call(methods.into_rpc(), method, parameters).await
    }

    #[tokio::test]
    async fn schedule_is_that_of_the_best_block_or_an_earlier_one() {
        let chain = Chain::new(2);
        let producer = |index: u8, hex: &str| {
            json!({
                "account": account(index).to_string(),
                "key": format!("0x{}", hex.repeat(32)),
                "weight": "340282366920938463463374607431768211455",
                "slots": 2,
            })
        };
        let expected = |slot| {
            json!({
                "session": 3,
                "start": GENESIS_SLOT,
                "length": 4,
                "slot": slot,
                "producers": [producer(1, "01"), producer(2, "02")],
                "order": [0, 1, 1, 0],
            })
        };

        assert_eq!(
            ask(&chain, "por_schedule", json!([])).await.unwrap(),
            expected(GENESIS_SLOT + 2)
        );
        assert_eq!(
            ask(&chain, "por_schedule", json!([chain.hash_of(1)])).await.unwrap(),
            expected(GENESIS_SLOT + 1)
        );
    }

    #[tokio::test]
    async fn availability_is_told_by_ss58_address() {
        let chain = Chain::new(2);
        let address = account(1).to_string();
        assert!(address.starts_with('5'), "{address}");

        assert_eq!(
            ask(&chain, "por_availability", json!([address])).await.unwrap(),
            json!({
                "encumbered": "2500000000000",
                "leaving": "7",
                "withdrawableFrom": 5,
                "autoEncumber": true,
                "scheduled": 2,
                "elapsed": 2,
                "produced": 1,
                "failures": 1,
                "suspended": true,
                "bannedUntil": 1_008,
            })
        );
        let named = json!({ "account": address, "at": chain.hash_of(1) });
        assert_eq!(ask(&chain, "por_availability", named).await.unwrap()["elapsed"], 1);
        let error = ask(&chain, "por_availability", json!(["Alice"])).await.unwrap_err();
        assert_eq!(error.code(), -32602);
    }

    #[tokio::test]
    async fn authors_are_listed_from_the_first_block_to_the_last() {
        let chain = Chain::new(4);
        let author = |number: u32, index| {
            json!({
                "block": number,
                "hash": chain.hash_of(number),
                "slot": GENESIS_SLOT + u64::from(number),
                "account": account(index).to_string(),
            })
        };

        assert_eq!(
            ask(&chain, "por_authors", json!([1, 3])).await.unwrap(),
            json!([author(1, 2), author(2, 1), author(3, 2)])
        );
        assert_eq!(
            ask(&chain, "por_authors", json!({ "from": 4, "to": 4 })).await.unwrap(),
            json!([author(4, 1)])
        );
    }

    #[tokio::test]
    async fn authors_of_an_impossible_range_fail() {
        let chain = Chain::new(MAX_AUTHORS + 1);
        let ask = async |range| ask(&chain, "por_authors", range).await;
        let most = range::tests::answer_to_the_longest(MAX_AUTHORS, ask).await;
        assert_eq!(most.as_array().unwrap().len(), 100);
    }

    #[tokio::test]
    async fn pruned_state_names_the_block_and_the_way_out() {
        let mut chain = Chain::new(4);
        chain.first_with_state = 3;
        ask(&chain, "por_authors", json!([3, 4])).await.unwrap();

        let error = ask(&chain, "por_authors", json!([2, 4])).await.unwrap_err();
        assert_eq!(error.code(), 20_003);
        assert_eq!(
            error.message(),
            format!(
                "this node does not have the state after block 2 ({:?}): ask an archive node, \
                 which runs with --state-pruning archive",
                chain.hash_of(2)
            )
        );
    }

    #[tokio::test]
    async fn blocks_that_are_not_synced_yet_are_told_apart_from_pruned_ones() {
        let mut chain = Chain::new(4);
        chain.first_with_header = 3;
        let error = ask(&chain, "por_authors", json!([1, 4])).await.unwrap_err();
        assert_eq!(error.code(), 20_002);
        let error = ask(&chain, "por_authors", json!([1, 2])).await.unwrap_err();
        assert_eq!(
            error.message(),
            "block 2 is not in the database of this node: it may still be syncing"
        );
    }

    #[tokio::test]
    async fn block_without_a_known_author_fails() {
        let mut chain = Chain::new(3);
        chain.runtime.anonymous = 2;
        let error = ask(&chain, "por_authors", json!([1, 3])).await.unwrap_err();
        assert_eq!(error.code(), 20_008);
        assert_eq!(
            error.message(),
            format!("the runtime does not know who produced block 2 ({:?})", chain.hash_of(2))
        );
    }

    #[tokio::test]
    async fn unknown_hash_fails() {
        let unknown = Hash::repeat_byte(1);
        let error = ask(&Chain::new(1), "por_schedule", json!([unknown])).await.unwrap_err();
        assert_eq!(error.code(), 20_001);
        assert_eq!(error.message(), format!("no block has the hash {unknown:?}"));
    }

    #[tokio::test]
    async fn failing_runtime_is_quoted() {
        let mut chain = Chain::new(1);
        chain.broken = Some(1);
        let error = ask(&chain, "por_deliveries", json!([])).await.unwrap_err();
        assert_eq!(error.code(), 20_005);
        assert_eq!(error.data().map(|data| data.get()), Some("\"it trapped\""));
    }

    #[tokio::test]
    async fn deliveries_are_those_before_the_session_of_a_block() {
        let chain = Chain::new(2);
        let expected = |produced| json!([{ "account": account(2).to_string(), "elapsed": 9, "produced": produced }]);
        assert_eq!(ask(&chain, "por_deliveries", json!([])).await.unwrap(), expected(2));
        assert_eq!(
            ask(&chain, "por_deliveries", json!([chain.hash_of(1)])).await.unwrap(),
            expected(1)
        );
    }
}
