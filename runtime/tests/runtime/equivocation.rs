//! Two blocks of one key in one slot are proven with the headers themselves, and cost their producer half
//! of its stake and all of its Block reputation.

use super::{
    chain::{seal, Chain},
    session::keys_of,
    stake::{
        active_era, assert_seen, bonded, run_for_sessions, run_to_next_era, session, slash_to_come,
        staked,
    },
};
use aitbc_primitives::{
    consensus::{
        equivocation::{EquivocationProof, ProvenHeader, MAX_PROOF_LENGTH},
        runtime_decl_for_equivocation_api::EquivocationApi,
        vrf, SessionIndex,
    },
    presets,
    reputation::{Domain, Rep},
};
use aitbc_runtime::{genesis::networks::Network, *};
use aitbc_test_support::{header, GENESIS_HASH};
use codec::Encode;
use frame_support::{
    dispatch::{DispatchClass, GetDispatchInfo},
    storage::with_transaction_unchecked,
    traits::Get,
};
use pallet_equivocation::{Call, Error, Event};
use sp_core::{
    crypto::{Pair as _, VrfSecret},
    sr25519::Pair,
    H256,
};
use sp_keyring::Sr25519Keyring::{self, Alice, Bob, Charlie, Dave, Eve, Ferdie};
use sp_runtime::{
    transaction_validity::{
        InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
    },
    DigestItem, DispatchError, TransactionOutcome,
};

/// Sessions in an era of the local test network.
const ERA: SessionIndex = 6;

/// Four validators in session 1, some slots after it began.
fn network() -> Chain {
    let mut chain = Chain::of_preset(presets::LOCAL_TESTNET);
    chain.run_to_session(1);
    chain.blocks(1);
    chain
}

/// Makes two blocks in the next slot, of which the chain keeps one, and proves it. If nothing else differs,
/// the proofs of their VRFs do, which are random.
fn two_blocks(chain: &mut Chain) -> EquivocationProof {
    let mut fork = chain.fork();
    let session = session(chain);
    chain.blocks(1);
    fork.blocks(1);
    prove(session, chain, &fork)
}

/// What proves that the latest blocks of both chains are by one producer in one slot. The first was made in
/// `session`.
fn prove(session: SessionIndex, one: &Chain, other: &Chain) -> EquivocationProof {
    let ((offender, first), (key, second)) = (one.latest(), other.latest());
    assert_eq!((key, other.slot()), (offender, one.slot()));
    assert_ne!(first, second);
    EquivocationProof { offender, slot: one.slot(), session, first, second }
}

/// Has `who` make two blocks in a slot of its own. The next block is somebody else's and begins no session:
/// in a block of its own `who` would have been disabled when it began, in hindsight.
pub fn equivocation_of(chain: &mut Chain, who: Sr25519Keyring) -> EquivocationProof {
    chain.run_to_block_of(who);
    let proof = two_blocks(chain);
    chain.run_to_block_of_others(who);
    proof
}

/// The call of somebody who signs his report.
fn signed(proof: &EquivocationProof) -> RuntimeCall {
    Call::report_equivocation { proof: Box::new(proof.clone()) }.into()
}

/// The call of a report that nobody signs.
fn unsigned(proof: &EquivocationProof) -> RuntimeCall {
    Call::report_equivocation_unsigned { proof: Box::new(proof.clone()) }.into()
}

fn bare(proof: &EquivocationProof) -> UncheckedExtrinsic {
    UncheckedExtrinsic::new_bare(unsigned(proof))
}

/// The other of the two blocks first.
fn swapped(proof: &EquivocationProof) -> EquivocationProof {
    let (first, second) = (proof.second.clone(), proof.first.clone());
    EquivocationProof { first, second, ..proof.clone() }
}

/// What the transaction pool says of a report that a peer has sent.
fn validate(chain: &mut Chain, proof: &EquivocationProof) -> TransactionValidity {
    let transaction = bare(proof);
    let validate = || {
        let source = TransactionSource::External;
        Executive::validate_transaction(source, transaction, Default::default())
    };
    chain.inspect(|| with_transaction_unchecked(|| TransactionOutcome::Rollback(validate())))
}

/// Has Ferdie report it in a block that is not Dave's and begins no session.
fn sign_report(chain: &mut Chain, proof: &EquivocationProof) -> Result<(), DispatchError> {
    chain.run_to_block_of_others(Dave);
    chain.call(Ferdie, signed(proof))
}

/// Has the author of the next block report it.
fn report(chain: &mut Chain, proof: &EquivocationProof) {
    assert_eq!(chain.block(vec![bare(proof)]), [Ok(())]);
}

/// All Block reputation of `who`, free or not.
fn reputation(chain: &mut Chain, who: Sr25519Keyring) -> Rep {
    chain.inspect(|| {
        let of = Reputation::reputation(Domain::Block, who.to_account_id());
        of.free + of.encumbered
    })
}

fn places(chain: &mut Chain, who: Sr25519Keyring) -> u32 {
    let schedule = chain.inspect(Availability::schedule);
    let is_his =
        |index: &u16| schedule.producers[usize::from(*index)].account == who.to_account_id();
    schedule.order.iter().filter(|index| is_his(index)).count() as u32
}

fn is_candidate(chain: &mut Chain, who: Sr25519Keyring) -> bool {
    chain.inspect(|| pallet_staking::Validators::<Runtime>::contains_key(who.to_account_id()))
}

fn is_suspended(chain: &mut Chain, who: Sr25519Keyring) -> bool {
    chain.inspect(|| Availability::availability(who.to_account_id()).suspended)
}

fn is_known(chain: &mut Chain, proof: &EquivocationProof) -> bool {
    chain.inspect(|| <Runtime as EquivocationApi<Block>>::is_known(proof.offender, proof.slot))
}

/// The equivocations that the latest block has reported.
fn reported(chain: &mut Chain) -> Vec<Event<Runtime>> {
    let events = chain.events().into_iter();
    events
        .filter_map(|event| match event {
            RuntimeEvent::Equivocation(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// Nothing has happened to `who` yet.
fn assert_unharmed(chain: &mut Chain, who: Sr25519Keyring) {
    assert!(reputation(chain, who) > 0);
    assert!(is_candidate(chain, who) && !is_suspended(chain, who));
    assert!(places(chain, who) > 0);
    assert!(chain.inspect(pallet_session::DisabledValidators::<Runtime>::get).is_empty());
}

fn assert_half(amount: Balance, bond: Balance) {
    assert_seen(amount, bond / 2);
}

/// What happens at once to `who`, who was a validator when it was reported.
fn assert_out(chain: &mut Chain, who: Sr25519Keyring) {
    assert_eq!(reputation(chain, who), 0);
    assert!(!is_candidate(chain, who) && is_suspended(chain, who));
    assert_eq!(places(chain, who), 0);
}

#[test]
fn equivocator_is_out_at_once_and_slashed_by_half_after_the_deferral() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    assert_unharmed(&mut chain, Dave);
    let bond = bonded(&mut chain, Dave);
    let transaction =
        chain.inspect(|| <Runtime as EquivocationApi<Block>>::report(proof.clone())).unwrap();
    assert_eq!(transaction.encode(), bare(&proof).encode());
    assert!(!is_known(&mut chain, &proof));

    assert_eq!(chain.block(vec![transaction]), [Ok(())]);
    let EquivocationProof { slot, session, .. } = proof;
    let event = Event::EquivocationReported { offender: Dave.to_account_id(), slot, session };
    assert_eq!(reported(&mut chain), [event]);
    assert!(is_known(&mut chain, &proof));
    let again = chain.inspect(|| <Runtime as EquivocationApi<Block>>::report(proof.clone()));
    assert!(again.is_none());
    assert_out(&mut chain, Dave);
    let disabled = chain.inspect(pallet_session::DisabledValidators::<Runtime>::get);
    assert_eq!(disabled.len(), 1);
    // The deferral of this preset is one era.
    assert_eq!(bonded(&mut chain, Dave), bond);
    run_for_sessions(&mut chain, 3 * ERA);
    assert_half(bonded(&mut chain, Dave), bond);
    for honest in [Alice, Bob, Charlie] {
        assert!(is_candidate(&mut chain, honest) && places(&mut chain, honest) > 0);
        assert!(bonded(&mut chain, honest) >= bond);
    }
}

#[test]
fn reporter_pays_nothing_and_gets_nothing() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    let ferdie = Ferdie.to_account_id();
    let (balance, bond) = (chain.balance(&ferdie), bonded(&mut chain, Dave));
    sign_report(&mut chain, &proof).unwrap();
    assert_out(&mut chain, Dave);
    assert_eq!(chain.balance(&ferdie), balance);

    run_for_sessions(&mut chain, 3 * ERA);
    assert_half(staked(&mut chain, Dave), bond);
    assert_eq!(chain.balance(&ferdie), balance);
}

/// Whoever has enough nominations would otherwise be paid more than it loses itself.
#[test]
fn nobody_is_rewarded_for_a_bare_report() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    let author = chain.next_producer().unwrap();
    let (balance, bond) = (chain.balance(&author), bonded(&mut chain, Dave));
    report(&mut chain, &proof);
    run_for_sessions(&mut chain, 3 * ERA);
    assert_half(staked(&mut chain, Dave), bond);
    // Nobody has claimed rewards or salary.
    assert_eq!(chain.balance(&author), balance);
}

#[test]
fn second_report_of_an_era_is_refused_and_pays_its_fee_and_one_of_another_era_is_taken() {
    let mut chain = network();
    let bond = bonded(&mut chain, Dave);
    // Session 6 begins era 1.
    let [first, second, other] = [1, 2, 7].map(|session| {
        chain.run_to_session(session);
        equivocation_of(&mut chain, Dave)
    });
    report(&mut chain, &first);
    assert!(is_known(&mut chain, &first) && is_known(&mut chain, &second));
    assert!(!is_known(&mut chain, &other));
    assert_eq!(validate(&mut chain, &second), Err(InvalidTransaction::Stale.into()));
    let balance = chain.balance(&Ferdie.to_account_id());
    let error = Error::<Runtime>::AlreadyReported.into();
    assert_eq!(sign_report(&mut chain, &second), Err(error));
    assert!(chain.balance(&Ferdie.to_account_id()) < balance);
    assert!(!is_known(&mut chain, &other));

    chain.run_to_block_of_others(Dave);
    report(&mut chain, &other);
    assert!(is_known(&mut chain, &other));
    // Both eras were over before the first report: the larger slash counts, not the sum.
    assert_half(slash_to_come(&mut chain, Dave), bond);
    run_for_sessions(&mut chain, 3 * ERA);
    assert_half(staked(&mut chain, Dave), bond);
}

/// pallet-staking would have kept the slash for an era that has begun before the report.
#[test]
fn report_two_eras_late_takes_stake_when_the_next_era_begins() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    let bond = staked(&mut chain, Dave);
    assert_eq!(chain.inspect(parameters::live::SlashDeferDuration::get), 1);
    run_to_next_era(&mut chain);
    run_to_next_era(&mut chain);
    chain.run_to_block_of_others(Dave);
    assert_eq!(active_era(&mut chain), 2);
    report(&mut chain, &proof);
    assert_eq!(staked(&mut chain, Dave), bond);
    assert_half(slash_to_come(&mut chain, Dave), bond);
    let due: Vec<_> =
        chain.inspect(|| pallet_staking::UnappliedSlashes::<Runtime>::iter_keys().collect());
    assert_eq!(due, [3], "in no era that has begun");

    run_to_next_era(&mut chain);
    assert_half(staked(&mut chain, Dave), bond);
    assert_eq!(slash_to_come(&mut chain, Dave), 0);
}

#[test]
fn overdue_slash_stands_beside_those_that_are_due_with_the_same_era() {
    let mut chain = network();
    let bond = staked(&mut chain, Dave);
    let overdue = equivocation_of(&mut chain, Charlie);
    chain.run_to_session(7);
    let due = equivocation_of(&mut chain, Dave);
    chain.run_to_session(12);
    chain.run_to_block_of(Alice);
    assert_eq!(active_era(&mut chain), 2);
    assert_eq!(chain.block(vec![bare(&due), bare(&overdue)]), [Ok(()), Ok(())]);
    for who in [Charlie, Dave] {
        assert_half(slash_to_come(&mut chain, who), bond);
    }
    let eras = || pallet_staking::UnappliedSlashes::<Runtime>::iter_keys().collect::<Vec<_>>();
    assert_eq!(chain.inspect(eras), [3]);
}

/// Root may have made a validator invulnerable: there is nothing to slash, nor a slash on record.
#[test]
fn whoever_loses_no_stake_is_reported_once_an_era_too() {
    let mut chain = network();
    let [first, second] = [1, 2].map(|session| {
        chain.run_to_session(session);
        equivocation_of(&mut chain, Dave)
    });
    chain.inspect(|| {
        let invulnerables = vec![Dave.to_account_id()];
        Staking::set_invulnerables(RuntimeOrigin::root(), invulnerables).unwrap();
    });
    report(&mut chain, &first);
    assert_eq!(slash_to_come(&mut chain, Dave), 0);
    assert_eq!(reputation(&mut chain, Dave), 0);
    let error = Error::<Runtime>::AlreadyReported.into();
    assert_eq!(sign_report(&mut chain, &second), Err(error));
}

#[test]
fn same_slot_is_not_reported_twice() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    report(&mut chain, &proof);
    let ferdie = Ferdie.to_account_id();
    for again in [&proof, &swapped(&proof)] {
        assert_eq!(validate(&mut chain, again), Err(InvalidTransaction::Stale.into()));
        assert!(chain.apply(vec![bare(again)]).remove(0).is_err());
        let balance = chain.balance(&ferdie);
        let error = Error::<Runtime>::AlreadyReported.into();
        assert_eq!(sign_report(&mut chain, again), Err(error));
        assert!(chain.balance(&ferdie) < balance);
    }
}

/// What somebody does after an equivocation, in the hope that a report fails.
pub fn escapes() -> Vec<(Sr25519Keyring, RuntimeCall)> {
    let of = |who: Sr25519Keyring| -> [(Sr25519Keyring, RuntimeCall); 2] {
        let (keys, proof) = keys_of(&who.to_account_id());
        [
            (who, pallet_session::Call::set_keys { keys, proof }.into()),
            (who, pallet_session::Call::purge_keys {}.into()),
        ]
    };
    // The offender, and anybody else.
    [Dave, Bob].into_iter().flat_map(of).collect()
}

#[test]
fn change_of_keys_leaves_the_report_valid_in_the_same_block() {
    for (who, escape) in escapes() {
        let mut chain = network();
        let proof = equivocation_of(&mut chain, Dave);
        let escape = chain.sign(who, escape);
        assert_eq!(chain.block(vec![escape, bare(&proof)]), [Ok(()), Ok(())], "{who:?}");
        assert_out(&mut chain, Dave);
    }
}

#[test]
fn change_of_keys_leaves_the_report_valid_after_the_session() {
    for (who, escape) in escapes() {
        // The keys change with the second session after this one.
        for later in 1..=3 {
            let mut chain = network();
            let bond = staked(&mut chain, Dave);
            let proof = equivocation_of(&mut chain, Dave);
            chain.call(who, escape.clone()).unwrap();
            run_for_sessions(&mut chain, later);
            chain.run_to_block_of_others(Dave);
            report(&mut chain, &proof);
            // Of the three that are left when Bob has gone, none is taken out of the schedule.
            assert_eq!(reputation(&mut chain, Dave), 0, "{who:?}, {later} sessions later");
            assert!(!is_candidate(&mut chain, Dave));
            assert_half(slash_to_come(&mut chain, Dave), bond);
        }
    }
}

#[test]
fn offender_that_unbonds_is_slashed_all_the_same() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    let bond = bonded(&mut chain, Dave);
    for call in [pallet_staking::Call::chill {}, pallet_staking::Call::unbond { value: bond }] {
        chain.run_to_block_of_others(Dave);
        chain.call(Dave, call).unwrap();
    }
    run_for_sessions(&mut chain, ERA);
    chain.run_to_block_of_others(Dave);
    report(&mut chain, &proof);
    run_for_sessions(&mut chain, 2 * ERA);
    assert_half(bonded(&mut chain, Dave), bond);
}

#[test]
fn equivocation_can_be_reported_for_as_long_as_stake_unbonds() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    let bond = staked(&mut chain, Dave);
    let kept = chain.inspect(configs::consensus::RelapsePeriod::get);
    assert_eq!(kept, 3 * ERA);
    run_for_sessions(&mut chain, kept);
    let mut in_time = chain.fork();
    in_time.run_to_block_of_others(Dave);
    report(&mut in_time, &proof);
    run_to_next_era(&mut in_time);
    assert_half(staked(&mut in_time, Dave), bond);
    run_for_sessions(&mut chain, 1);
    assert_eq!(
        validate(&mut chain, &proof),
        Err(InvalidTransaction::Custom(2).into()),
        "SessionUnknown"
    );
    let error = Error::<Runtime>::SessionUnknown.into();
    assert_eq!(sign_report(&mut chain, &proof), Err(error));
}

/// The blocks are of forks whose sessions have another randomness.
#[test]
fn blocks_made_with_different_randomness_are_proven() {
    let mut chain = network();
    let mut fork = chain.fork();
    // A block less that is mixed.
    fork.skip_slots(1);
    chain.run_to_session(2);
    fork.run_to_session(2);
    let rho = |chain: &mut Chain| chain.inspect(|| VrfBeacon::randomness().rho);
    assert_ne!(rho(&mut chain), rho(&mut fork));
    while chain.next_producer() != fork.next_producer() {
        chain.blocks(1);
        fork.blocks(1);
    }
    let offender = chain.next_producer().unwrap();
    let session = session(&mut chain);
    chain.blocks(1);
    fork.blocks(1);
    let proof = prove(session, &chain, &fork);
    assert_ne!(proof.first.rho, proof.second.rho);
    report_on(chain, &proof, &offender);
    report_on(fork, &proof, &offender);
}

/// On one fork the session has ended, on the other it goes on for want of blocks.
#[test]
fn blocks_of_different_sessions_are_proven() {
    let mut chain = network();
    chain.run_to_rotation();
    let mut fork = chain.fork();
    chain.blocks(1);
    fork.skip_slots(1);
    while chain.next_producer() != fork.next_producer() {
        chain.blocks(1);
        fork.skip_slots(1);
    }
    assert_eq!((session(&mut chain), session(&mut fork)), (2, 1));
    let offender = chain.next_producer().unwrap();
    chain.blocks(1);
    fork.blocks(1);
    let proof = prove(2, &chain, &fork);
    assert_ne!(proof.first.rho, proof.second.rho);
    let swapped = prove(1, &fork, &chain);
    for proof in [&proof, &swapped] {
        report_on(chain.fork(), proof, &offender);
        report_on(fork.fork(), proof, &offender);
    }
}

/// Reports it on this chain, in a block of somebody else's.
fn report_on(mut chain: Chain, proof: &EquivocationProof, offender: &AccountId) {
    let offender = Sr25519Keyring::from_account_id(offender).unwrap();
    chain.run_to_block_of_others(offender);
    report(&mut chain, proof);
    assert_out(&mut chain, offender);
}

/// Two hundred validators and two thousand slots.
fn largest_network() -> Network {
    let local = Network::named(presets::LOCAL_TESTNET).unwrap();
    let mut validators = local.validators.clone();
    validators.extend((4..limits::MAX_VALIDATORS).map(|index| {
        let account = AccountId::new(sp_io::hashing::blake2_256(&index.encode()));
        let (keys, _) = keys_of(&account);
        genesis::networks::Validator { account, keys }
    }));
    Network {
        validators,
        validator_count: limits::MAX_VALIDATORS,
        parameters: parameters::GenesisParameters {
            session_length: Some(limits::MAX_SCHEDULE),
            ..local.parameters
        },
        ..local
    }
}

#[test]
fn largest_rotation_headers_are_proven() {
    let mut chain = Chain::of_network(&largest_network());
    chain.blocks(1);
    // New keys make GRANDPA announce its two hundred as well, with the second session after this one.
    let (keys, proof) = keys_of(&Bob.to_account_id());
    chain.call(Bob, pallet_session::Call::set_keys { keys, proof }).unwrap();
    let rest = |chain: &mut Chain| {
        let schedule = chain.inspect(Availability::schedule);
        assert_eq!((schedule.producers.len(), schedule.length), (200, 2_000));
        schedule.start + u64::from(schedule.length) - chain.slot() - 1
    };
    let empty = rest(&mut chain);
    chain.skip_slots(empty);
    chain.blocks(1);
    let empty = rest(&mut chain);
    chain.skip_slots(empty);
    let offender = chain.next_producer().unwrap();
    let proof = two_blocks(&mut chain);
    assert_eq!((proof.session, session(&mut chain)), (1, 2));
    for block in [&proof.first, &proof.second] {
        assert!(block.header.encoded_size() > 70_000, "{}", block.header.encoded_size());
    }
    assert!(proof.encoded_size() <= MAX_PROOF_LENGTH as usize, "{}", proof.encoded_size());

    // Two headers of the size that a block may have are the largest proof; both ways to report one fit into
    // what a transaction may have of a block.
    let weights = limits::RuntimeBlockWeights::get();
    let lengths = limits::RuntimeBlockLength::get();
    assert_eq!(MAX_PROOF_LENGTH, 2 * lengths.max_header_size() + 1_024);
    for call in [unsigned(&proof), signed(&proof)] {
        let info = chain.inspect(|| call.get_dispatch_info());
        let limit = weights.get(info.class).max_extrinsic.unwrap();
        assert!(info.call_weight.all_lte(limit), "{:?} of {limit:?}", info.call_weight);
        assert!(call.encoded_size() < *lengths.max.get(info.class) as usize);
    }
    let validity = validate(&mut chain, &proof).unwrap();
    assert!(validity.propagate);
    while chain.next_producer() == Some(offender.clone()) {
        chain.blocks(1);
    }
    report(&mut chain, &proof);
    let of_offender = chain.inspect(|| Availability::availability(offender.clone()));
    assert!(of_offender.suspended && of_offender.encumbered == 0);
    assert_eq!(reported(&mut chain).len(), 1);
}

#[test]
fn report_lands_in_the_block_that_begins_a_session() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    chain.run_to_rotation();
    while chain.next_producer() == Some(Dave.to_account_id()) {
        chain.blocks(1);
        chain.run_to_rotation();
    }
    let before = session(&mut chain);
    let dest = Bob.to_account_id().into();
    let transfer =
        chain.sign(Ferdie, pallet_balances::Call::transfer_keep_alive { dest, value: 1 });
    let exhausted = TransactionValidityError::from(InvalidTransaction::ExhaustsResources);
    assert_eq!(chain.apply(vec![transfer, bare(&proof)]), [Err(exhausted), Ok(Ok(()))]);
    assert_eq!(session(&mut chain), before + 1);
    assert_eq!(reported(&mut chain).len(), 1);
    // A header announces one schedule, so that of the new session is repaired in the next block.
    chain.blocks(1);
    assert_out(&mut chain, Dave);
}

#[test]
fn brakes_do_not_stop_reports() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    chain.inspect(|| SafeMode::force_enter(RuntimeOrigin::root()).unwrap());
    for call in ["report_equivocation", "report_equivocation_unsigned"] {
        let name = |name: &str| name.as_bytes().to_vec().try_into().unwrap();
        assert_eq!(
            chain.inspect(|| {
                TxPause::pause(RuntimeOrigin::root(), (name("Equivocation"), name(call)))
            }),
            Err(pallet_tx_pause::Error::<Runtime>::Unpausable.into())
        );
    }
    let mut fork = chain.fork();
    report(&mut chain, &proof);
    assert_out(&mut chain, Dave);
    sign_report(&mut fork, &proof).unwrap();
    assert_out(&mut fork, Dave);
}

#[test]
fn report_is_for_everybody_and_goes_first() {
    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    let validity = validate(&mut chain, &proof).unwrap();
    assert_eq!((validity.priority, validity.longevity), (u64::MAX, 64));
    assert!(validity.propagate && validity.requires.is_empty());
    assert_eq!(validity.provides.len(), 1);
    // Another proof of the same is the same transaction to the pool.
    assert_eq!(validate(&mut chain, &swapped(&proof)).unwrap().provides, validity.provides);

    let class = |call: RuntimeCall| call.get_dispatch_info().class;
    assert_eq!(class(signed(&proof)), DispatchClass::Normal);
    assert_eq!(class(unsigned(&proof)), DispatchClass::Operational);
}

/// A block that `pair` has sealed in `slot`, as far as its header tells.
fn made_by(pair: &Pair, slot: u64, genesis: Hash, rho: H256, number: BlockNumber) -> ProvenHeader {
    let mut header = header(number, Hash::repeat_byte(7), slot);
    let transcript = vrf::transcript(&genesis, slot, &rho);
    header.digest.push(vrf::item(&pair.vrf_sign(&transcript.into())));
    ProvenHeader { header: seal(pair, header), rho }
}

/// Two headers that `pair` has made in `slot`, shown as those of `session`.
fn made_twice(
    pair: &Pair,
    (session, slot): (SessionIndex, u64),
    genesis: Hash,
    rho: H256,
) -> EquivocationProof {
    let [first, second] = [1, 2].map(|number| made_by(pair, slot, genesis, rho, number));
    EquivocationProof { offender: pair.public(), slot, session, first, second }
}

/// A proof with another second block: `change` changes what was sealed, and `pair` seals it again.
fn with_second(
    proof: &EquivocationProof,
    pair: &Pair,
    change: impl FnOnce(&mut Header),
) -> EquivocationProof {
    let mut header = proof.second.header.clone();
    header.digest.pop();
    change(&mut header);
    let second = ProvenHeader { header: seal(pair, header), rho: proof.second.rho };
    EquivocationProof { second, ..proof.clone() }
}

/// Checks that a report is refused with this error by the pool, by blocks and by the call, for which the fee
/// is paid, and that nothing happens to Dave.
fn assert_refused(chain: &mut Chain, proof: &EquivocationProof, error: Error<Runtime>, code: u8) {
    let name = format!("{error:?}");
    let invalid = TransactionValidityError::from(InvalidTransaction::Custom(code));
    assert_eq!(validate(chain, proof), Err(invalid), "{name}");
    let api = chain.inspect(|| <Runtime as EquivocationApi<Block>>::report(proof.clone()));
    assert!(api.is_none(), "{name}");
    assert_eq!(chain.apply(vec![bare(proof)]), [Err(invalid)], "{name}");

    let ferdie = Ferdie.to_account_id();
    let balance = chain.balance(&ferdie);
    assert_eq!(sign_report(chain, proof), Err(error.into()), "{name}");
    assert!(chain.balance(&ferdie) < balance, "{name}: a wrong report has its fee");
    assert!(reported(chain).is_empty() && !is_known(chain, proof), "{name}");
    assert_unharmed(chain, Dave);
}

#[test]
fn wrong_reports_are_refused_and_change_nothing() {
    use Error::*;

    let mut chain = network();
    let proof = equivocation_of(&mut chain, Dave);
    assert!(validate(&mut chain, &proof).is_ok());
    let (dave, eve) = (Dave.pair(), Eve.pair());
    let (session, slot, rho) = (proof.session, proof.slot, proof.first.rho);
    let dave_twice = |genesis, rho| made_twice(&dave, (session, slot), genesis, rho);
    // Made up as they are, headers of Dave's would count: this chain need not know them.
    assert!(validate(&mut chain, &dave_twice(GENESIS_HASH, rho)).is_ok());

    let aura = header(1, Hash::zero(), slot).digest.logs.remove(0);
    let changed = |change: &dyn Fn(&mut Header)| with_second(&proof, &dave, change);
    let large = |length| changed(&|header| header.digest.push(DigestItem::Other(vec![0; length])));
    let limit = MAX_PROOF_LENGTH as usize;
    let spare = limit - large(limit / 2).encoded_size();
    let [largest, too_large] = [0, 1].map(|more| large(limit / 2 + spare + more));
    assert_eq!((largest.encoded_size(), too_large.encoded_size()), (limit, limit + 1));
    assert!(validate(&mut chain, &largest).is_ok());
    let unsealed = {
        let mut proof = proof.clone();
        proof.second.header.digest.pop();
        proof
    };
    let sealed_twice = {
        let header = seal(&dave, proof.second.header.clone());
        let second = ProvenHeader { header, rho };
        EquivocationProof { second, ..proof.clone() }
    };
    // sr25519 is randomised: one header can have two seals.
    let two_seals = {
        let mut header = proof.first.header.clone();
        header.digest.pop();
        let second = ProvenHeader { header: seal(&dave, header), rho };
        assert_ne!(second, proof.first);
        EquivocationProof { second, ..proof.clone() }
    };
    let other_slot = made_by(&dave, slot + 1, GENESIS_HASH, rho, 2);
    let mut bit = rho;
    bit.0[31] ^= 1;

    let table: Vec<(EquivocationProof, Error<Runtime>, u8)> = vec![
        (too_large, ProofTooLarge, 1),
        (EquivocationProof { session: 7, ..proof.clone() }, SessionUnknown, 2),
        (EquivocationProof { session: u32::MAX, ..proof.clone() }, SessionUnknown, 2),
        (unsealed, MalformedHeader, 5),
        (sealed_twice, MalformedHeader, 5),
        (changed(&|header| header.digest.logs.truncate(1)), MalformedHeader, 5),
        (changed(&|header| drop(header.digest.logs.remove(0))), MalformedHeader, 5),
        (changed(&|header| header.digest.logs.insert(1, aura.clone())), MalformedHeader, 5),
        (
            changed(&|header| {
                let vrf = header.digest.logs[1].clone();
                header.digest.push(vrf);
            }),
            MalformedHeader,
            5,
        ),
        (EquivocationProof { second: other_slot, ..proof.clone() }, MalformedHeader, 5),
        (EquivocationProof { slot: slot + 1, ..proof.clone() }, MalformedHeader, 5),
        (EquivocationProof { second: proof.first.clone(), ..proof.clone() }, SameBlock, 6),
        (two_seals, SameBlock, 6),
        (made_twice(&eve, (session, slot), GENESIS_HASH, rho), NotAValidator, 7),
        (EquivocationProof { offender: Bob.public(), ..proof.clone() }, BadSeal, 8),
        (with_second(&proof, &eve, |_| ()), BadSeal, 8),
        (dave_twice(Hash::zero(), rho), ForeignChain, 9),
        (
            EquivocationProof {
                second: ProvenHeader { rho: bit, ..proof.second.clone() },
                ..proof.clone()
            },
            ForeignChain,
            9,
        ),
    ];
    for (proof, error, code) in table {
        assert_refused(&mut chain, &proof, error, code);
    }
    // The right one still counts.
    chain.run_to_block_of_others(Dave);
    report(&mut chain, &proof);
    assert_out(&mut chain, Dave);
}

#[test]
fn slot_two_sessions_away_is_refused() {
    let mut chain = network();
    chain.run_to_session(4);
    chain.blocks(1);
    let proof = equivocation_of(&mut chain, Dave);
    let of = |session| EquivocationProof { session, ..proof.clone() };
    chain.run_to_session(7);
    // Forks may have begun their sessions a little earlier or later.
    for session in 3..=5 {
        assert!(validate(&mut chain, &of(session)).is_ok(), "{session}");
    }
    for session in [0, 1, 2, 6, 7] {
        assert_refused(&mut chain, &of(session), Error::SlotOutsideSession, 3);
    }
}

#[test]
fn key_of_other_sessions_proves_nothing() {
    let mut chain = network();
    let (keys, proof) = keys_of(&Dave.to_account_id());
    chain.call(Dave, pallet_session::Call::set_keys { keys, proof }).unwrap();
    let slots = [1, 2, 3, 4].map(|session| {
        chain.run_to_session(session);
        chain.blocks(1);
        (session, chain.slot())
    });
    chain.run_to_session(7);
    // The old key signs until session 2, the new one from session 3 on.
    let (old, new) = (Dave.pair(), Pair::from_seed(Dave.to_account_id().as_ref()));
    let forged = |pair, at| made_twice(pair, at, GENESIS_HASH, H256::zero());
    let [of_1, of_2, of_3, of_4] = slots;
    for (pair, at) in
        [(&old, of_1), (&old, of_2), (&old, of_3), (&new, of_2), (&new, of_3), (&new, of_4)]
    {
        assert!(validate(&mut chain, &forged(pair, at)).is_ok(), "{at:?}");
    }
    for (pair, at) in [(&old, of_4), (&new, of_1)] {
        assert_refused(&mut chain, &forged(pair, at), Error::NotAValidator, 7);
    }
}
