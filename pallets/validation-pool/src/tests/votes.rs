//! Votes on blocks.

use super::*;
use crate::{Call, TAG, VOTE_PRIORITY};
use aitbc_primitives::reputation::{
    pool_vote,
    pools::{BlockPools as _, BlockVote},
};
use codec::Encode;
use frame_support::{
    assert_noop, assert_ok,
    dispatch::{DispatchClass, GetDispatchInfo, Pays},
};
use sp_core::H256;
#[allow(deprecated, reason = "see the pallet")]
use sp_runtime::traits::ValidateUnsigned;
use sp_runtime::transaction_validity::{
    InvalidTransaction, TransactionSource, TransactionValidity, UnknownTransaction,
};

const FOUR: [(AccountId, Rep); 4] = [(ADA, 3_200), (BEN, 3_200), (CYD, 3_200), (EVE, 3_200)];

/// Opens pools of so many blocks of Eve, on each of whose benches are Ada, Ben and Cyd. Returns the newest.
fn open_pools(number: u32) -> u32 {
    set_producers(&FOUR);
    (0..number).fold(0, |_, _| open(EVE, 100))
}

/// Runs `test` with so many open pools, whose newest it is told.
fn with_pools(number: u32, test: impl FnOnce(u32)) {
    ExtBuilder::default()
        .contract(|contract| contract.window = 16)
        .build_and_execute(|| test(open_pools(number)));
}

fn vote(last: u32, for_blocks: u16, against_blocks: u16) -> BlockVote<AccountId> {
    BlockVote { voter: ADA, last, hash: hash(last), for_blocks, against_blocks }
}

/// What the transaction pool says to a vote.
#[allow(deprecated, reason = "see the pallet")]
fn validity(
    vote: &BlockVote<AccountId>,
    signature: &pool_vote::AuthoritySignature,
) -> TransactionValidity {
    let call = Call::vote { vote: vote.clone(), signature: signature.clone() };
    let [validity, in_block] = [TransactionSource::External, TransactionSource::InBlock]
        .map(|source| ValidationPool::validate_unsigned(source, &call));
    assert_eq!(validity, in_block);
    assert_eq!(ValidationPool::pre_dispatch(&call), validity.clone().map(|_| ()));
    validity
}

/// Sees to it that a vote is refused by the call and by the transaction pool, and changes nothing.
fn assert_refused(
    vote: BlockVote<AccountId>,
    signature: pool_vote::AuthoritySignature,
    error: Error<Test>,
    invalid: impl Into<sp_runtime::transaction_validity::TransactionValidityError>,
) {
    assert_eq!(validity(&vote, &signature), Err(invalid.into()));
    assert_noop!(ValidationPool::vote(RuntimeOrigin::none(), vote, signature), error);
}

fn assert_vote_refused(
    vote: BlockVote<AccountId>,
    error: Error<Test>,
    invalid: impl Into<sp_runtime::transaction_validity::TransactionValidityError>,
) {
    let signature = sign(vote.voter, &vote);
    assert_refused(vote, signature, error, invalid);
}

/// The votes of Ada, from the block of the newest pool on.
fn votes_of_ada(newest: u32, number: u32) -> Vec<Option<Side>> {
    (0..number)
        .map(|back| {
            let members = BlockPools::<Test>::get(newest - back).unwrap().members;
            members.iter().find(|member| member.account == ADA).unwrap().vote
        })
        .collect()
}

#[test]
fn a_vote_speaks_of_up_to_16_blocks() {
    with_pools(16, |newest| {
        events();
        let vote = vote(newest, 0b1111_1111_1111_1001, 0b110);
        assert_ok!(send(vote.clone()));
        let mut expected = vec![Some(For); 16];
        expected[1..3].fill(Some(Against));
        assert_eq!(votes_of_ada(newest, 16), expected);
        let BlockVote { voter, last, for_blocks, against_blocks, .. } = vote;
        assert_eq!(events(), [Event::Voted { voter, last, for_blocks, against_blocks }]);
    });
}

#[test]
fn a_vote_counts_until_the_pool_closes() {
    with_pools(1, |block| {
        // It closes in the block 17 after its own.
        run_to(block + 16);
        assert_ok!(send(vote(block, 1, 0)));
        let of_ben = BlockVote { voter: BEN, ..vote(block, 1, 0) };
        skip_block();
        assert_vote_refused(of_ben, Error::NothingToVote, InvalidTransaction::Stale);
    });
}

#[test]
fn vote_without_a_bit_fails() {
    with_pools(1, |block| {
        assert_vote_refused(vote(block, 0, 0), Error::EmptyVote, InvalidTransaction::Custom(1));
    });
}

#[test]
fn vote_both_ways_fails() {
    with_pools(2, |newest| {
        let vote = vote(newest, 0b11, 0b10);
        assert_vote_refused(vote, Error::Contradiction, InvalidTransaction::Custom(2));
    });
}

#[test]
fn vote_on_a_block_to_come_may_be_valid_later() {
    with_pools(1, |block| {
        let vote = vote(block + 1, 1, 0);
        let unknown = UnknownTransaction::CannotLookup;
        assert_vote_refused(vote.clone(), Error::UnknownBlock, unknown);
        open(EVE, 100);
        assert_ok!(send(vote));
    });
    ExtBuilder::default().build_and_execute(|| {
        let unknown = UnknownTransaction::CannotLookup;
        assert_vote_refused(vote(0, 1, 0), Error::UnknownBlock, unknown);
    });
}

#[test]
fn vote_of_another_fork_fails() {
    with_pools(1, |block| {
        let vote = BlockVote { hash: H256::repeat_byte(5), ..vote(block, 1, 0) };
        assert_vote_refused(vote, Error::OtherFork, InvalidTransaction::Custom(3));
    });
}

#[test]
fn vote_without_a_seat_fails() {
    with_pools(1, |block| {
        for voter in [EVE, DEE] {
            let vote = BlockVote { voter, ..vote(block, 1, 0) };
            assert_vote_refused(vote, Error::NothingToVote, InvalidTransaction::Stale);
        }
        // None of these bits is about the pool.
        let vote = vote(block, 0b1110, 0);
        assert_vote_refused(vote, Error::NothingToVote, InvalidTransaction::Stale);
    });
}

#[test]
fn second_vote_on_a_block_fails() {
    with_pools(2, |newest| {
        assert_ok!(send(vote(newest, 1, 0)));
        for again in [vote(newest, 1, 0), vote(newest, 0, 1)] {
            assert_vote_refused(again, Error::NothingToVote, InvalidTransaction::Stale);
        }
        // The other one counts beside it, and nothing changes the first.
        events();
        assert_ok!(send(vote(newest, 0, 0b11)));
        let last = newest;
        let voted = Event::Voted { voter: ADA, last, for_blocks: 0, against_blocks: 0b10 };
        assert_eq!(events(), [voted]);
        assert_eq!(votes_of_ada(newest, 2), [Some(For), Some(Against)]);
    });
}

#[test]
fn vote_that_somebody_else_has_signed_fails() {
    with_pools(1, |block| {
        let vote = vote(block, 1, 0);
        let signature = sign(BEN, &vote);
        assert_refused(vote, signature, Error::BadSignature, InvalidTransaction::BadProof);
    });
}

#[test]
fn vote_that_was_changed_after_signing_fails() {
    with_pools(2, |newest| {
        let signature = sign(ADA, &vote(newest, 1, 0));
        for changed in [vote(newest, 0, 1), vote(newest, 0b11, 0), vote(newest - 1, 1, 0)] {
            let invalid = InvalidTransaction::BadProof;
            assert_refused(changed, signature.clone(), Error::BadSignature, invalid);
        }
    });
}

#[test]
fn vote_of_another_chain_fails() {
    with_pools(1, |block| {
        let vote = vote(block, 1, 0);
        use sp_core::Pair;
        let signature = pair(ADA).sign(&vote.payload(&H256::repeat_byte(1))).into();
        assert_refused(vote, signature, Error::BadSignature, InvalidTransaction::BadProof);
    });
}

#[test]
fn checks_come_in_order() {
    with_pools(1, |block| {
        let hash = H256::repeat_byte(5);
        let cases: [(_, Error<Test>); 5] = [
            (BlockVote { voter: DEE, hash, ..vote(block + 1, 0, 0) }, Error::EmptyVote),
            (BlockVote { voter: DEE, hash, ..vote(block + 1, 1, 1) }, Error::Contradiction),
            (BlockVote { voter: DEE, hash, ..vote(block + 1, 1, 0) }, Error::UnknownBlock),
            (BlockVote { voter: DEE, hash, ..vote(block, 1, 0) }, Error::OtherFork),
            (BlockVote { voter: DEE, ..vote(block, 1, 0) }, Error::NothingToVote),
        ];
        let signature = sign(CYD, &vote(block, 1, 0));
        for (vote, error) in cases {
            let result = ValidationPool::vote(RuntimeOrigin::none(), vote, signature.clone());
            assert_eq!(result, Err(error.into()));
        }
    });
}

#[test]
fn signed_vote_fails() {
    with_pools(1, |block| {
        let vote = vote(block, 1, 0);
        let signature = sign(ADA, &vote);
        assert_noop!(
            ValidationPool::vote(signed(ADA), vote, signature),
            sp_runtime::DispatchError::BadOrigin
        );
    });
}

#[test]
fn pools_in_which_the_voter_has_another_key_are_passed_over() {
    with_pools(1, |old| {
        let rotated = FOUR.map(|(who, _)| (who, key(if who == ADA { FAY } else { who })));
        begin_session_with(rotated.to_vec(), true);
        let new = open(EVE, 100);
        // By the key of the newest of the pools, so the old one waits for a vote of its own.
        let both = vote(new, 0b11, 0);
        let invalid = InvalidTransaction::BadProof;
        assert_refused(both.clone(), sign(ADA, &both), Error::BadSignature, invalid);
        let signature = sign(FAY, &both);
        assert_ok!(ValidationPool::vote(RuntimeOrigin::none(), both, signature));
        assert_eq!(votes_of_ada(new, 2), [Some(For), None]);
        // Both bits again: now the old pool is the newest that counts.
        let both = vote(new, 0, 0b11);
        assert_ok!(send(both));
        assert_eq!(votes_of_ada(new, 2), [Some(For), Some(Against)]);
        assert_eq!(old, new - 1);
    });
}

#[test]
fn keys_stay_if_nothing_has_changed() {
    with_pools(1, |_| {
        begin_session_with(vec![(ADA, key(FAY))], false);
        begin_session_with(vec![], true);
        let block = open(EVE, 100);
        assert_ok!(send(vote(block, 1, 0)));
    });
}

#[test]
fn keys_are_taken_by_a_chain_that_has_none() {
    with_pools(0, |_| {
        let _ = crate::VoteKeys::<Test>::clear(u32::MAX, None);
        begin_session_with(FOUR.map(|(who, _)| (who, key(who))).to_vec(), false);
        assert_eq!(crate::VoteKeys::<Test>::get(ADA), Some(key(ADA)));
    });
}

#[test]
fn blocks_between_without_a_pool_are_passed_over() {
    with_pools(1, |old| {
        skip_block();
        end_block(EVE, H256::zero(), H256::zero());
        let new = open(EVE, 100);
        assert_eq!(new, old + 3);
        assert_ok!(send(vote(new, 0b1111, 0)));
        for block in [old, new] {
            assert_eq!(votes_of_ada(block, 1), [Some(For)]);
        }
    });
}

#[test]
fn a_valid_vote_is_told_by_its_seats() {
    with_pools(3, |newest| {
        assert_ok!(send(vote(newest, 0b10, 0)));
        let vote = vote(newest, 0b1111, 0);
        let valid = validity(&vote, &sign(ADA, &vote)).unwrap();
        let tags = [newest, newest - 2].map(|block| (TAG, (ADA, block)).encode());
        assert_eq!(valid.provides, tags);
        assert_eq!(valid.requires, [[0u8; 0]; 0]);
        assert_eq!((valid.longevity, valid.propagate), (16, true));
        assert_eq!(valid.priority, VOTE_PRIORITY);
    });
}

#[test]
fn votes_are_operational_and_free() {
    with_pools(2, |newest| {
        let vote = vote(newest, 0b11, 0);
        let call = Call::<Test>::vote { signature: sign(ADA, &vote), vote };
        let info = call.get_dispatch_info();
        assert_eq!((info.class, info.pays_fee), (DispatchClass::Operational, Pays::No));
        assert_eq!(info.call_weight, <() as crate::WeightInfo>::vote(2));
    });
}

#[test]
#[allow(deprecated, reason = "see the pallet")]
fn no_other_call_goes_without_a_signer() {
    ExtBuilder::default().build_and_execute(|| {
        let call = Call::resolve { pool: 0 };
        let validity = ValidationPool::validate_unsigned(TransactionSource::Local, &call);
        assert_eq!(validity, Err(InvalidTransaction::Call.into()));
    });
}

#[test]
fn a_pool_that_nobody_asked_for_is_not_there() {
    ExtBuilder::default().build_and_execute(|| {
        set_producers(&FOUR);
        let block = height();
        end_block(EVE, H256::zero(), H256::zero());
        let unknown = UnknownTransaction::CannotLookup;
        assert_vote_refused(vote(block, 1, 0), Error::UnknownBlock, unknown);
        ValidationPool::open(block, 100, 100);
        assert_ok!(send(vote(block, 1, 0)));
    });
}
