//! Whose transactions should be in a block, as far as this node and the runtime can tell.
//!
//! Nothing here knows the format of transactions. The runtime says who has sent one, whether it is valid, how
//! full normal transactions have made a block, and, where that matters, which are normal.

use super::{arrivals::SharedArrivals, verdict::is_full};
use aitbc_primitives::{
    opaque::{Block, UncheckedExtrinsic},
    reputation::pools::{views::PoolApi, Fullness},
    AccountId, Balance, BlockNumber, Hash, Hashing, Moment,
};
use codec::Encode;
use frame_support::dispatch::DispatchClass;
use pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi;
use sp_api::{ApiError, ProvideRuntimeApi};
use sp_runtime::traits::Hash as _;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Senders of waiting transactions about whose validity the runtime is asked for a block.
const SENDERS: usize = 16;

/// Transactions of a block, and as many of those that wait, of which it is asked whether they are normal, if
/// others find no room. They are the first ones: what is not normal comes before what is.
const CLASSES: usize = 64;

/// Transactions about which the runtime is asked in one call, at most.
const PER_CALL: usize = 1_024;

/// Bytes of transactions about which the runtime is asked in one call, unless a single one has more.
const BYTES_PER_CALL: usize = 1 << 20;

/// A transaction that is ready after a block and offered to peers.
#[derive(Clone)]
pub struct Waiting {
    /// Its hash.
    pub hash: Hash,
    /// The transaction.
    pub transaction: Arc<UncheckedExtrinsic>,
}

/// A block, with what this node knows beside it.
pub struct Sight {
    /// The number of the block.
    pub number: BlockNumber,
    /// Its hash.
    pub hash: Hash,
    /// The hash of its parent.
    pub parent: Hash,
    /// What is in it.
    pub body: Vec<UncheckedExtrinsic>,
    /// What is ready after it, in the order in which it would be included.
    pub waiting: Vec<Waiting>,
    /// When this list was made, in milliseconds since 1970.
    pub now: Moment,
    /// Until when a transaction must have been ready to be expected in it, in milliseconds since 1970.
    pub deadline: Moment,
}

/// The senders that are eligible in a block, each with whether a transaction of it is included, those of which
/// none is first.
///
/// Updates `arrivals`. Of those whose transactions wait, those are looked at of whom `interest` is greatest.
pub fn eligible<C, K>(
    client: &C,
    sight: &Sight,
    arrivals: &SharedArrivals,
    interest: impl Fn(&AccountId) -> K,
) -> Result<Vec<(AccountId, bool)>, ApiError>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: PoolApi<Block, AccountId> + TransactionPaymentApi<Block, Balance>,
    K: Ord,
{
    let hashes: Vec<_> = sight.body.iter().map(Hashing::hash_of).collect();
    keep(sight, &hashes, arrivals);
    let fullness = client.runtime_api().fullness(sight.hash)?;
    let (full, classes) = fill(client, sight, &fullness)?;

    let early = |hash: &Hash| arrivals.lock().was_ready(hash, sight.deadline);
    let senders = client.runtime_api().senders(sight.parent, sight.body.clone())?;
    let mut included = BTreeSet::new();
    let mut eligible = BTreeMap::new();
    for (index, (hash, sender)) in hashes.iter().zip(senders).enumerate() {
        let Some(sender) = sender else { continue };
        let expected = !full || classes.get(index) == Some(&DispatchClass::Operational);
        if expected && early(hash) {
            eligible.insert(sender.clone(), true);
        }
        included.insert(sender);
    }

    let mut candidates = candidates(client, sight, full, arrivals)?;
    candidates.retain(|(sender, _)| !eligible.contains_key(sender));
    candidates.sort_by_cached_key(|(sender, _)| Reverse(interest(sender)));
    candidates.truncate(SENDERS);
    retain_valid(client, sight.parent, &mut candidates)?;
    retain_valid(client, sight.hash, &mut candidates)?;
    for (sender, _) in candidates {
        let is_included = included.contains(&sender);
        eligible.insert(sender, is_included);
    }
    let mut eligible: Vec<_> = eligible.into_iter().collect();
    eligible.sort_by_key(|(_, is_included)| *is_included);
    Ok(eligible)
}

/// Takes note of what is there, and forgets what is not.
fn keep(sight: &Sight, included: &[Hash], arrivals: &SharedArrivals) {
    let mut arrivals = arrivals.lock();
    for waiting in &sight.waiting {
        // The pool does not tell of a transaction that became ready because the one before it has.
        arrivals.note(waiting.hash, sight.now, true);
        arrivals.is_there(&waiting.hash, sight.number);
    }
    for hash in included {
        arrivals.is_there(hash, sight.number);
    }
    arrivals.forget(sight.number);
}

/// Whether normal transactions fill the block, and if they may, the classes of its first transactions. The others
/// count as normal.
fn fill<C>(
    client: &C,
    sight: &Sight,
    fullness: &Fullness,
) -> Result<(bool, Vec<DispatchClass>), ApiError>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: TransactionPaymentApi<Block, Balance>,
{
    let length: u64 = sight.body.iter().map(|transaction| transaction.encoded_size() as u64).sum();
    if !is_full(fullness, length) {
        return Ok((false, vec![]));
    }
    let classes = sight
        .body
        .iter()
        .take(CLASSES)
        .map(|transaction| class(client, sight.parent, transaction))
        .collect::<Result<Vec<_>, _>>()?;
    let others: u64 = sight
        .body
        .iter()
        .zip(&classes)
        .filter(|(_, class)| **class != DispatchClass::Normal)
        .map(|(transaction, _)| transaction.encoded_size() as u64)
        .sum();
    Ok((is_full(fullness, length.saturating_sub(others)), classes))
}

/// The first transaction of each sender that was ready in time and waits, in the order of the pool. After a full
/// block they are those that are not normal.
fn candidates<'a, C>(
    client: &C,
    sight: &'a Sight,
    full: bool,
    arrivals: &SharedArrivals,
) -> Result<Vec<(AccountId, &'a UncheckedExtrinsic)>, ApiError>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: PoolApi<Block, AccountId> + TransactionPaymentApi<Block, Balance>,
{
    let early: Vec<_> = {
        let arrivals = arrivals.lock();
        let most = if full { CLASSES } else { usize::MAX };
        sight
            .waiting
            .iter()
            .filter(|waiting| arrivals.was_ready(&waiting.hash, sight.deadline))
            .take(most)
            .collect()
    };
    ask_senders(client, sight.hash, &early, arrivals)?;

    let mut seen = BTreeSet::new();
    let mut candidates = vec![];
    for waiting in early {
        let Some(Some(sender)) = arrivals.lock().sender(&waiting.hash) else { continue };
        if seen.contains(&sender) {
            continue;
        }
        let transaction = waiting.transaction.as_ref();
        if full && class(client, sight.hash, transaction)? != DispatchClass::Operational {
            continue;
        }
        seen.insert(sender.clone());
        candidates.push((sender, transaction));
    }
    Ok(candidates)
}

/// Asks the runtime once for the sender of each transaction.
fn ask_senders<C>(
    client: &C,
    at: Hash,
    waiting: &[&Waiting],
    arrivals: &SharedArrivals,
) -> Result<(), ApiError>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: PoolApi<Block, AccountId>,
{
    let unknown: Vec<_> = {
        let arrivals = arrivals.lock();
        waiting.iter().filter(|waiting| arrivals.sender(&waiting.hash).is_none()).collect()
    };
    let transactions: Vec<_> = unknown.iter().map(|waiting| waiting.transaction.as_ref()).collect();
    let senders = ask(&transactions, |batch| client.runtime_api().senders(at, batch))?;
    let mut arrivals = arrivals.lock();
    for (waiting, sender) in unknown.iter().zip(senders) {
        arrivals.set_sender(&waiting.hash, sender);
    }
    Ok(())
}

/// Keeps those whose transactions are valid after a block.
fn retain_valid<C>(
    client: &C,
    at: Hash,
    candidates: &mut Vec<(AccountId, &UncheckedExtrinsic)>,
) -> Result<(), ApiError>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: PoolApi<Block, AccountId>,
{
    let transactions: Vec<_> = candidates.iter().map(|(_, transaction)| *transaction).collect();
    let valid = ask(&transactions, |batch| client.runtime_api().are_valid(at, batch, at))?;
    let mut valid = valid.into_iter();
    candidates.retain(|_| valid.next().unwrap_or(false));
    Ok(())
}

/// What the runtime answers for each of these transactions, asked for as many in a call as it takes at once.
fn ask<T>(
    transactions: &[&UncheckedExtrinsic],
    call: impl Fn(Vec<UncheckedExtrinsic>) -> Result<Vec<T>, ApiError>,
) -> Result<Vec<T>, ApiError> {
    let mut answers = vec![];
    let mut rest = transactions.iter().peekable();
    while rest.peek().is_some() {
        let mut bytes = 0;
        let mut batch = vec![];
        while let Some(transaction) = rest.next_if(|transaction| {
            let fits = bytes + transaction.encoded_size() <= BYTES_PER_CALL;
            batch.is_empty() || (fits && batch.len() < PER_CALL)
        }) {
            bytes += transaction.encoded_size();
            batch.push((*transaction).clone());
        }
        answers.extend(call(batch)?);
    }
    Ok(answers)
}

fn class<C>(
    client: &C,
    at: Hash,
    transaction: &UncheckedExtrinsic,
) -> Result<DispatchClass, ApiError>
where
    C: ProvideRuntimeApi<Block>,
    C::Api: TransactionPaymentApi<Block, Balance>,
{
    let length = transaction.encoded_size() as u32;
    let info = client.runtime_api().query_info(at, transaction.clone(), length)?;
    Ok(info.class)
}

#[cfg(test)]
mod tests;
