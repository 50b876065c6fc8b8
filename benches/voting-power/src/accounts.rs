//! Accounts, and histories that could be theirs.

use crate::chain::{Chain, Entry};
use aitbc_bench_support::Result;
use aitbc_primitives::{
    time::{HOUR, MINUTE},
    token::AITBC,
    AccountId, Balance, Moment,
};
use aitbc_runtime::{Nonce, Runtime};
use codec::Encode;
use frame_support::{traits::Get, BoundedVec};
use frame_system::{Account, AccountInfo};
use pallet_balances::TotalIssuance;
use pallet_voting_power::{
    AccountData, ArchivedPoints, Config, History, Point, PruneQueue, Queue, RecentPoints, Record,
    Visit, Visits,
};
use sp_io::hashing::blake2_256;

/// What each account has.
pub const BALANCE: Balance = 10_000 * AITBC;

/// Points are so far apart where a history is dense, and what is newer than so is not kept.
const DENSE: Moment = 10 * MINUTE;

/// Points are so far apart where a full history was thinned out.
const SPARSE: Moment = 4 * HOUR;

/// The most recent points of an account, and the most that are older.
type MaxRecentPoints = <Runtime as Config>::MaxRecentPoints;
type MaxArchivedPoints = <Runtime as Config>::MaxArchivedPoints;

/// The address of the account with this number, which nobody has the keys of.
pub fn address(number: u32) -> AccountId {
    AccountId::new(blake2_256(&("holder", number).encode()))
}

/// How many points an account can have.
fn most_points() -> u32 {
    let (archived, recent): (u32, u32) = (MaxArchivedPoints::get(), MaxRecentPoints::get());
    archived + recent
}

/// What happened to a balance before.
#[derive(Clone, Copy)]
pub enum Past {
    /// Nothing since genesis. The next change keeps the first point.
    Untouched,
    /// The last point was kept, and the balance changed, only minutes ago. The next change keeps none.
    Recent,
    /// There are so many points, and the next change keeps another.
    Points(u32),
    /// There are as many points as can be, and the next change moves the recent ones to the archive.
    Full,
}

impl Past {
    /// The record and the points of an account with `BALANCE`, as they are at `now`.
    fn timeline(self, now: Moment) -> (Record, Vec<Point>) {
        match self {
            Self::Untouched => (Record::default(), Vec::new()),
            Self::Recent => timeline(1, now - DENSE / 2, now - MINUTE),
            Self::Points(number) => timeline(number, now - 2 * DENSE, now - DENSE),
            Self::Full => timeline(most_points(), now - 2 * DENSE, now - DENSE),
        }
    }

    /// How many of so many points are recent: as many as can be without being full, unless this is
    /// about full ones.
    fn recent(self, points: usize) -> usize {
        let most: u32 = MaxRecentPoints::get();
        let most = most as usize;
        match self {
            Self::Full => most,
            _ => points.min(most - 1),
        }
    }
}

/// So many points, of which the last was kept at `kept`, of a balance that always was `BALANCE`. The
/// older half is as sparse as thinning out leaves it.
fn timeline(number: u32, kept: Moment, since: Moment) -> (Record, Vec<Point>) {
    let area_until = |time: Moment| BALANCE * Balance::from(time);
    let point_before = |age: u32| {
        let dense = age.min(number / 2);
        let time = kept - DENSE * Moment::from(dense) - SPARSE * Moment::from(age - dense);
        Point { time, integral: area_until(time), floor: BALANCE }
    };
    let record = Record { integral: area_until(since), since, kept, floor: BALANCE };
    (record, (0..number).rev().map(point_before).collect())
}

/// Gives these accounts `BALANCE` and a past.
pub fn settle(chain: &mut Chain, accounts: &[AccountId], past: Past) -> Result<()> {
    let issuance = TotalIssuance::<Runtime>::hashed_key();
    let before: Balance = chain.get(&issuance)?.unwrap_or_default();
    let new = BALANCE * accounts.len() as Balance;
    let mut entries = vec![(issuance.to_vec(), (before + new).encode())];
    entries.extend(entries_of(accounts, past, chain.next()));
    chain.put(entries);
    Ok(())
}

/// What is stored of these accounts. There must be no histories of others.
fn entries_of(accounts: &[AccountId], past: Past, now: Moment) -> Vec<Entry> {
    let (record, points) = past.timeline(now);
    let mut entries = Vec::new();
    for who in accounts {
        entries.push((Account::<Runtime>::hashed_key_for(who), account(record)));
    }
    if points.is_empty() {
        return entries;
    }
    let period: Moment = <Runtime as Config>::HistoryPeriod::get();
    let due = now + period / 9;
    let (archived, recent) = points.split_at(points.len() - past.recent(points.len()));
    for (visit, who) in (0u64..).zip(accounts) {
        let history = History::<MaxRecentPoints> {
            visit,
            points: BoundedVec::truncate_from(recent.to_vec()),
        };
        if !archived.is_empty() {
            let key = ArchivedPoints::<Runtime>::hashed_key_for(who);
            entries.push((key, archived.encode()));
        }
        let place = Visit { who: who.clone(), due };
        entries.push((RecentPoints::<Runtime>::hashed_key_for(who), history.encode()));
        entries.push((Visits::<Runtime>::hashed_key_for(visit), place.encode()));
    }
    let queue = Queue { first: 0, next: accounts.len() as u64 };
    entries.push((PruneQueue::<Runtime>::hashed_key().to_vec(), queue.encode()));
    entries
}

/// The entry of an account.
fn account(record: Record) -> Vec<u8> {
    let data = AccountData { free: BALANCE, record, ..Default::default() };
    let info: AccountInfo<Nonce, AccountData<Balance>> =
        AccountInfo { providers: 1, data, ..Default::default() };
    info.encode()
}

#[cfg(test)]
mod tests {
    use super::*;
    use aitbc_primitives::time::DAY;
    use aitbc_runtime::VotingPower;
    use aitbc_test_support::START as NOW;
    use sp_io::TestExternalities;

    fn state_of(past: Past) -> TestExternalities {
        let mut state = TestExternalities::default();
        state.execute_with(|| {
            pallet_timestamp::Now::<Runtime>::put(NOW);
            for (key, value) in entries_of(&[address(1), address(2)], past, NOW) {
                frame_support::storage::unhashed::put_raw(&key, &value);
            }
        });
        state
    }

    #[test]
    fn the_pallet_finds_nothing_wrong_with_any_past() {
        let pasts = [
            Past::Untouched,
            Past::Recent,
            Past::Points(1),
            Past::Points(100),
            Past::Points(511),
            Past::Full,
        ];
        for past in pasts {
            state_of(past).execute_with(|| VotingPower::do_try_state().unwrap());
        }
    }

    #[test]
    fn a_full_history_is_as_old_as_can_be() {
        let (_, points) = Past::Full.timeline(NOW);
        assert_eq!(points.len(), most_points() as usize);
        let age = NOW - points[0].time;
        let period: Moment = <Runtime as Config>::HistoryPeriod::get();
        assert!((period - 2 * DAY..period).contains(&age), "{age}");
    }
}
