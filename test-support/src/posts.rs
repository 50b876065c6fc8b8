//! A double of the forum.

use crate::{AccountId, TestLedger};
use aitbc_primitives::reputation::{
    pools::{PostId, Posts},
    Domain, Rep, RepLedger,
};
use codec::{Decode, Encode};
use frame_support::{
    pallet_prelude::{OptionQuery, ValueQuery},
    storage_alias,
    weights::Weight,
    Twox64Concat,
};
use sp_runtime::{DispatchError, DispatchResult};

#[storage_alias]
type AllPosts = StorageMap<TestSupport, Twox64Concat, PostId, Post, OptionQuery>;
#[storage_alias]
type Lineage = StorageMap<TestSupport, Twox64Concat, AccountId, Rep, ValueQuery>;
#[storage_alias]
type Pending = StorageValue<TestSupport, Rep, ValueQuery>;
#[storage_alias]
type Active = StorageValue<TestSupport, PostId, OptionQuery>;

#[derive(Encode, Decode)]
struct Post {
    domain: Domain,
    author: AccountId,
    value: Rep,
    pools: u32,
    validated: bool,
}

/// Posts have one author, and cite nothing. A lineage post gives a tenth of its income to the contract,
/// rounded down, where it waits for ever.
pub struct TestPosts;

impl TestPosts {
    /// Writes a post.
    pub fn write(post: PostId, domain: Domain, author: AccountId) {
        let written = Post { domain, author, value: 0, pools: 0, validated: false };
        AllPosts::insert(post, written);
    }

    /// What a post has earned.
    pub fn value(post: PostId) -> Rep {
        AllPosts::get(post).unwrap().value
    }

    /// Whether the latest pool about a post has accepted it.
    pub fn is_validated(post: PostId) -> bool {
        AllPosts::get(post).unwrap().validated
    }

    /// How many pools about a post are open.
    pub fn pools(post: PostId) -> u32 {
        AllPosts::get(post).unwrap().pools
    }

    /// The value of the lineage post of a producer.
    pub fn lineage(producer: AccountId) -> Rep {
        Lineage::get(producer)
    }

    /// What waits for the contract.
    pub fn pending() -> Rep {
        Pending::get()
    }

    fn change(post: PostId, change: impl FnOnce(&mut Post)) -> DispatchResult {
        AllPosts::mutate_extant(post, |found| change(found));
        AllPosts::contains_key(post).then_some(()).ok_or(DispatchError::Other("no such post"))
    }
}

impl Posts<AccountId> for TestPosts {
    fn enter_pool(post: PostId, domain: Domain) -> DispatchResult {
        let found = AllPosts::get(post).ok_or(DispatchError::Other("no such post"))?;
        if found.domain != domain {
            return Err(DispatchError::Other("another domain"));
        }
        Self::change(post, |post| post.pools += 1)
    }

    fn leave_pool(post: PostId, validated: bool) {
        Self::change(post, |post| {
            post.pools -= 1;
            post.validated = validated;
        })
        .unwrap();
    }

    fn credit(post: PostId, amount: Rep) -> DispatchResult {
        Self::change(post, |post| post.value += amount)?;
        let Post { domain, author, .. } = AllPosts::get(post).unwrap();
        TestLedger::mint(domain, &author, amount)
    }

    fn credit_weight() -> Weight {
        Weight::from_parts(1_000, 0)
    }

    fn lineage_income(
        producer: &AccountId,
        produced: Rep,
        policed: Rep,
    ) -> Result<Rep, DispatchError> {
        let of_contract = produced / 10;
        let own = produced - of_contract;
        TestLedger::mint(Domain::Block, producer, own)?;
        Pending::mutate(|pending| *pending += of_contract);
        Lineage::mutate(producer, |value| *value += own + policed);
        Ok(own)
    }

    /// Does nothing: it is no pool that judges by citations.
    fn judge(_: PostId, _: Rep) -> DispatchResult {
        Ok(())
    }

    fn judge_weight() -> Weight {
        Weight::from_parts(1_000, 0)
    }

    fn active_contract() -> Option<PostId> {
        Active::get()
    }

    fn set_active_contract(post: PostId) -> DispatchResult {
        Active::put(post);
        Ok(())
    }

    fn set_active_contract_weight() -> Weight {
        Weight::from_parts(1_000, 0)
    }
}
