//! What the forum, availability and the ledger refuse changes nothing but the balance of who asked.

use super::chain::Chain;
use aitbc_primitives::reputation::{
    pools::{Citation, PostId, PPM},
    Domain,
};
use aitbc_runtime::*;
use frame_support::{storage::storage_prefix, traits::fungible::Inspect, StorageHasher, Twox128};
use pallet_forum::Error;
use sp_core::hexdisplay::HexDisplay;
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie};
use sp_runtime::DispatchError;
use std::collections::{BTreeMap, BTreeSet};

/// All of the state after the latest block.
fn state(chain: &mut Chain) -> BTreeMap<Vec<u8>, Vec<u8>> {
    chain.inspect(|| {
        let mut state = BTreeMap::new();
        let mut key = vec![];
        while let Some(next) = sp_io::storage::next_key(&key) {
            state.insert(next.clone(), sp_io::storage::get(&next).unwrap().to_vec());
            key = next;
        }
        state
    })
}

/// Has `who` make a call, which fails with `error`. Beside what follows from the fee, the block leaves the
/// state that it would have left without it.
fn refuses(
    chain: &mut Chain,
    who: Sr25519Keyring,
    call: impl Into<RuntimeCall>,
    error: impl Into<DispatchError>,
) {
    let mut quiet = chain.fork();
    quiet.blocks(1);
    assert_eq!(chain.call(who, call), Err(error.into()));

    let (with, without) = (state(chain), state(&mut quiet));
    let keys: BTreeSet<_> = with.keys().chain(without.keys()).collect();
    let accounts = storage_prefix(b"System", b"Account").to_vec();
    let payers = [who.to_account_id(), Work::pot()]
        .map(frame_system::Account::<Runtime>::hashed_key_for)
        .to_vec();
    // What is kept of the block, the histories of balances, and the price of the next block.
    let aside = [
        Twox128::hash(b"System").to_vec(),
        Twox128::hash(b"VotingPower").to_vec(),
        pallet_transaction_payment::NextFeeMultiplier::<Runtime>::hashed_key().to_vec(),
    ];
    for key in keys.into_iter().filter(|key| with.get(*key) != without.get(*key)) {
        let is_of_fee = if key.starts_with(&accounts) {
            payers.contains(key)
        } else {
            aside.iter().any(|prefix| key.starts_with(prefix))
        };
        assert!(is_of_fee, "0x{} changed", HexDisplay::from(key));
    }
    // The caller has paid what the pot has got, and nothing of it is on hold.
    let fee = chain.balance(&Work::pot()) - quiet.balance(&Work::pot());
    assert!(fee > 0);
    let who = who.to_account_id();
    let free = |chain: &mut Chain| chain.inspect(|| Balances::balance(&who));
    assert_eq!(free(chain), free(&mut quiet) - fee);
}

/// A post that may be published by Alice and Bob, if nothing is changed.
struct Draft {
    authors: Vec<(AccountId, u32)>,
    refs: Vec<(Citation, i32)>,
    domain: Domain,
}

impl Draft {
    fn new() -> Self {
        Self {
            authors: vec![(Alice.to_account_id(), PPM - 400_000), (Bob.to_account_id(), 400_000)],
            refs: vec![],
            domain: Domain::Block,
        }
    }

    /// With these parts for Alice and Bob.
    fn shared(alice: u32, bob: u32) -> Self {
        let authors = vec![(Alice.to_account_id(), alice), (Bob.to_account_id(), bob)];
        Self { authors, ..Self::new() }
    }

    fn citing(refs: impl IntoIterator<Item = (Citation, i32)>) -> Self {
        Self { refs: refs.into_iter().collect(), ..Self::new() }
    }

    fn call(self) -> pallet_forum::Call<Runtime> {
        let Self { authors, refs, domain } = self;
        pallet_forum::Call::post { content: Hash::repeat_byte(7), authors, refs, domain }
    }
}

/// The post of the first work contract.
const CONTRACT: Citation = Citation::Post(0);

/// The whole, as the weight of a reference.
const WHOLE: i32 = PPM as i32;

#[test]
fn posts_with_wrong_authors_are_refused() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let nine = (1..=9).map(|byte| (AccountId::new([byte; 32]), 111_111)).collect();
    let table = [
        (Draft { authors: nine, ..Draft::new() }, Error::<Runtime>::TooManyAuthors),
        (Draft::shared(500_000, 499_999), Error::WeightsNotWhole),
        (Draft::shared(500_000, 500_001), Error::WeightsNotWhole),
        (Draft::shared(PPM, 0), Error::ZeroWeight),
        (Draft { authors: vec![], ..Draft::new() }, Error::WeightsNotWhole),
    ];
    for (draft, error) in table {
        refuses(&mut chain, Alice, draft.call(), error);
    }
    refuses(&mut chain, Charlie, Draft::new().call(), Error::<Runtime>::NotAnAuthor);
    chain.call(Alice, Draft::new().call()).unwrap();
}

#[test]
fn posts_with_wrong_references_are_refused() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let elsewhere = Draft { domain: Domain::Governance, ..Draft::new() };
    chain.call(Alice, elsewhere.call()).unwrap();
    let other_domain = Citation::Post(1);
    chain.call(Bob, Draft::new().call()).unwrap();
    let second = Citation::Post(2);
    let next: PostId = chain.inspect(pallet_forum::NextPost::<Runtime>::get);
    assert_eq!(next, 3);

    type Case<'a> = (&'a [(Citation, i32)], Error<Runtime>);
    let table: [Case; 11] = [
        (&[(CONTRACT, 1), (CONTRACT, -1)], Error::DuplicateReference),
        (&[(Citation::Incinerator, 1), (Citation::Incinerator, 1)], Error::DuplicateReference),
        (&[(CONTRACT, 0)], Error::ZeroWeight),
        // Itself, and one that is not there yet.
        (&[(Citation::Post(next), 1)], Error::UnknownPost),
        (&[(Citation::Post(next + 1), 1)], Error::UnknownPost),
        (&[(other_domain, 1)], Error::OtherDomain),
        (&[(CONTRACT, WHOLE), (second, 1)], Error::TooMuchCited),
        (&[(CONTRACT, WHOLE), (Citation::Incinerator, 1)], Error::TooMuchCited),
        (&[(CONTRACT, -WHOLE), (second, -1)], Error::TooMuchLeached),
        (&[(CONTRACT, i32::MIN)], Error::TooMuchLeached),
        (&[(Citation::Incinerator, -1)], Error::IncineratorGives),
    ];
    for (refs, error) in table {
        refuses(&mut chain, Alice, Draft::citing(refs.iter().cloned()).call(), error);
    }
    let nine = (0..9).map(|post| (Citation::Post(post), 1));
    refuses(&mut chain, Alice, Draft::citing(nine).call(), Error::<Runtime>::TooManyRefs);
    let most = [(CONTRACT, WHOLE), (second, -WHOLE)];
    chain.call(Alice, Draft::citing(most).call()).unwrap();
}

#[test]
fn posts_of_others_and_posts_in_use_are_not_removed() {
    let mut chain = Chain::development();
    chain.blocks(2);
    chain.call(Alice, Draft::new().call()).unwrap();
    chain.call(Bob, Draft::citing([(Citation::Post(1), 1)]).call()).unwrap();
    let remove = |post| pallet_forum::Call::remove { post };
    let table = [
        (Alice, 3, Error::<Runtime>::UnknownPost),
        (Bob, 1, Error::NotDepositor),
        // Nobody has paid for the one of genesis.
        (Alice, 0, Error::NotDepositor),
        (Alice, 1, Error::StillCited),
    ];
    for (who, post, error) in table {
        refuses(&mut chain, who, remove(post), error);
    }
    chain.call(Bob, remove(2)).unwrap();
    chain.inspect(|| {
        pallet_forum::Posts::<Runtime>::mutate_extant(1, |post| post.value = 1);
    });
    refuses(&mut chain, Alice, remove(1), Error::<Runtime>::HasValue);
    chain.inspect(|| {
        pallet_forum::Posts::<Runtime>::mutate_extant(1, |post| post.value = 0);
    });
    chain.call(Alice, remove(1)).unwrap();
}

/// An entry that nobody pays for is for producers.
#[test]
fn who_is_no_producer_does_not_switch_encumbering_off() {
    let mut chain = Chain::development();
    chain.blocks(2);
    let switch = |on| pallet_availability::Call::<Runtime>::set_auto_encumber { on };
    let not_a_producer = pallet_availability::Error::<Runtime>::NotAProducer;
    refuses(&mut chain, Bob, switch(false), not_a_producer);
    chain.call(Alice, switch(false)).unwrap();
}

#[test]
fn salary_of_somebody_without_any_is_not_claimed() {
    let mut chain = Chain::development();
    chain.blocks(3);
    let claim =
        |who: Sr25519Keyring, domain| pallet_reputation::Call::<Runtime>::claim_salary_for {
            who: who.to_account_id().into(),
            domain,
        };
    for (who, domain) in [
        (Bob, Domain::Block),
        (Charlie, Domain::Governance),
        // Nobody earns there.
        (Alice, Domain::Compute),
    ] {
        let nothing = pallet_reputation::Error::<Runtime>::NothingToClaim;
        refuses(&mut chain, Bob, claim(who, domain), nothing);
    }
    let before = chain.balance(&Alice.to_account_id());
    chain.call(Bob, claim(Alice, Domain::Block)).unwrap();
    assert!(chain.balance(&Alice.to_account_id()) > before);
}
