//! What a transfer costs, with histories and without.

use crate::{
    accounts::{settle, Past},
    chain::Chain,
    Runtimes,
};
use aitbc_bench_support::{
    stopwatch::medians_in_turns,
    table::{self, grouped, milliseconds},
    users::Users,
    Result,
};
use aitbc_runtime::{Block, Runtime};
use aitbc_test_support::GENESIS_HASH;
use frame_support::storage::StoragePrefixedMap;
use pallet_voting_power::RecentPoints;
use std::time::Duration;

/// Transfers of a block. Each has a sender and a receiver of its own.
const TRANSFERS: u32 = 500;

/// How often each block is executed.
const REPETITIONS: u32 = 31;

/// Recent points that move to the archive together.
const ARCHIVED_AT_ONCE: u32 = 64;

/// What a transfer may cost at most, in costs of a stock one.
const GOAL: f64 = 1.25;

/// Prints the table. Whether ordinary transfers are within the goal, and on average those of accounts
/// with a full history.
pub fn measure(runtimes: &Runtimes) -> Result<bool> {
    let users = Users::new(2 * TRANSFERS);
    table::heading(&format!("Executing a block of {TRANSFERS} transfers"));
    table::begin([
        "senders and receivers",
        "histories written",
        "stock accounts",
        "with histories",
        "ratio",
        &format!("at most {GOAL}"),
    ]);
    let case = |name, past| compare(runtimes, &users, name, past);
    let ordinary = case("changed within 10 minutes: no point", Past::Recent)?;
    case("unchanged since genesis: their first point", Past::Untouched)?;
    case("100 points: one more", Past::Points(100))?;
    let one_more = case("511 points: one more", Past::Points(511))?;
    let archiving = case("512 points, once in 64 times: recent ones are archived", Past::Full)?;
    let mean =
        (one_more * f64::from(ARCHIVED_AT_ONCE - 1) + archiving) / f64::from(ARCHIVED_AT_ONCE);
    println!(
        "\nMedians of {REPETITIONS} runs of each in turns: signatures, fees and state root, no \
         database. Stock accounts\nare pallet-balances' own, except that each has 48 bytes more, \
         which are for the record and stay as they are.\nOf an account with a full history: {mean:.2} \
         on average over {ARCHIVED_AT_ONCE} transfers that each keep a point."
    );
    Ok(ordinary <= GOAL && mean <= GOAL)
}

/// Prints a row. Returns the cost in costs of a stock transfer.
fn compare(runtimes: &Runtimes, users: &Users, name: &str, past: Past) -> Result<f64> {
    let ours = Case::prepare(runtimes.our_chain()?, users, past)?;
    let stock = Case::prepare(runtimes.stock_chain()?, users, past)?;
    let (our_time, stock_time) =
        medians_in_turns(REPETITIONS, || ours.execute(), || stock.execute())?;
    let ratio = ratio(our_time, stock_time);
    table::row([
        name.to_owned(),
        grouped(ours.histories),
        milliseconds(stock_time),
        milliseconds(our_time),
        format!("{ratio:.2}"),
        if ratio <= GOAL { "yes" } else { "no" }.to_owned(),
    ]);
    Ok(ratio)
}

/// A chain, and the next block of it.
struct Case<'a> {
    chain: Chain<'a>,
    block: Block,
    /// How many histories the block writes.
    histories: usize,
}

impl<'a> Case<'a> {
    /// Each of the users, who have this past, sends or receives.
    fn prepare(mut chain: Chain<'a>, users: &Users, past: Past) -> Result<Self> {
        settle(&mut chain, &users.accounts(), past)?;
        let (block, changes) = chain.build(users.transfers(GENESIS_HASH, 0))?;
        let prefix = RecentPoints::<Runtime>::final_prefix();
        let histories = changes.changes().filter(|(key, _)| key.starts_with(&prefix)).count();
        Ok(Self { chain, block, histories })
    }

    fn execute(&self) -> Result<Duration> {
        self.chain.time_to_execute(&self.block)
    }
}

fn ratio(time: Duration, of: Duration) -> f64 {
    time.as_secs_f64() / of.as_secs_f64()
}
