mod contract;
mod example;
mod genesis;
mod invariants;
mod judging;
mod lineage;
mod model;
mod posting;
mod propagation;
mod reading;
mod removal;
mod vectors;

use crate::{mock::*, EdgeBalance, Error, Event, NextPost, Posts};
use aitbc_primitives::{
    reputation::{
        pools::{Citation, PostId, Posts as _, PPM},
        Domain, Rep, RepLedger,
    },
    Hash,
};
use aitbc_test_support::{signed, TestLedger as Ledger, ADA, BEN, CYD, DEE, EVE, FAY, GIL};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::{ArithmeticError, DispatchError, DispatchResult};

use Citation::Incinerator as INC;
use Domain::{Block as BLOCK, Compute as COMPUTE, Governance as GOVERNANCE};

const WHOLE: (i32, i32) = (PPM as i32, -(PPM as i32));

/// So many percent, of either sign, as a weight.
fn percent(number: i32) -> i32 {
    number * (PPM as i32 / 100)
}

/// References with weights in percent.
fn refs(refs: &[(Citation, i32)]) -> Vec<(Citation, i32)> {
    refs.iter().map(|(target, weight)| (*target, percent(*weight))).collect()
}

fn post(number: PostId) -> Citation {
    Citation::Post(number)
}

/// Publishes a post in the domain `Block`, all of which is `author`'s, with references in percent.
fn publish(author: u64, references: &[(Citation, i32)]) -> PostId {
    publish_by(&[(author, PPM)], refs(references))
}

/// Publishes a post in the domain `Block` by the first of its authors.
fn publish_by(authors: &[(u64, u32)], refs: Vec<(Citation, i32)>) -> PostId {
    let id = NextPost::<Test>::get();
    let result = try_post(authors[0].0, authors, refs);
    assert_ok!(result);
    id
}

fn try_post(caller: u64, authors: &[(u64, u32)], refs: Vec<(Citation, i32)>) -> DispatchResult {
    Forum::post(signed(caller), Hash::repeat_byte(7), authors.to_vec(), refs, BLOCK)
}

/// Gives `amount` to a post, as a pool does.
fn credit(post: PostId, amount: Rep) {
    assert_ok!(Forum::credit(post, amount));
}

/// The values of posts.
fn values<const N: usize>(posts: [PostId; N]) -> [Rep; N] {
    posts.map(|post| Posts::<Test>::get(post).unwrap().value)
}

/// What accounts have in the domain `Block`.
fn balances<const N: usize>(accounts: [u64; N]) -> [Rep; N] {
    accounts.map(|who| Ledger::balance(BLOCK, &who))
}

/// What has flowed along a reference.
fn flowed(from: PostId, to: PostId) -> i128 {
    EdgeBalance::<Test>::get(from, to)
}

/// Takes reputation from `who` for something else.
fn lose(who: u64, amount: Rep) {
    assert_eq!(Ledger::burn(BLOCK, &who, amount), amount);
}

/// The events of this pallet since the last call.
fn events() -> Vec<Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}
