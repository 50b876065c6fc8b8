//! How the state grows with transfers.

use crate::{
    accounts::{settle, Past},
    chain::Chain,
    Runtimes,
};
use aitbc_bench_support::{
    table::{self, grouped},
    users::Users,
    Result,
};
use aitbc_primitives::{time::MINUTE, Moment};
use aitbc_runtime::{Runtime, UncheckedExtrinsic};
use aitbc_test_support::GENESIS_HASH;
use codec::Decode;
use frame_support::storage::StoragePrefixedMap;
use pallet_voting_power::{ArchivedPoints, Config, History, Point, RecentPoints, Visits};
use std::thread;

/// Users, each of which sends or receives in every block.
const USERS: u32 = 1_000;

/// Blocks of 500 transfers.
const BLOCKS: u32 = 200;

/// Prints the table.
pub fn measure(runtimes: &Runtimes) -> Result<()> {
    let users = Users::new(USERS);
    let blocks: Vec<_> = (0..BLOCKS).map(|block| users.transfers(GENESIS_HASH, block)).collect();
    let transfers: usize = blocks.iter().map(Vec::len).sum();
    table::heading(&format!(
        "The state after {} transfers among {} accounts",
        grouped(transfers),
        grouped(USERS as usize)
    ));
    table::begin([
        "blocks",
        "points",
        "stock accounts",
        "with histories",
        "of that histories and their queue",
        "bytes per point",
        "bytes per transfer",
    ]);
    for (name, gap) in [
        ("every 2 s, within 10 minutes", 0),
        ("every 11 minutes: each change keeps a point", 11 * MINUTE),
    ] {
        let run = |chain: Result<_>| grow(chain?, &users, &blocks, gap);
        let (ours, stock) = thread::scope(|scope| {
            let stock = scope.spawn(|| run(runtimes.stock_chain()));
            (run(runtimes.our_chain()), stock.join())
        });
        let stock = stock.map_err(|_| "the measurement of stock accounts panicked")?;
        print_row(name, transfers, ours?, stock?);
    }
    println!(
        "\nBytes of keys and values that are more than before. The events of the last block are not \
         among them."
    );
    Ok(())
}

fn print_row(name: &str, transfers: usize, ours: Growth, stock: Growth) {
    let more = (ours.bytes - stock.bytes) as f64;
    table::row([
        name.to_owned(),
        grouped(ours.points),
        format!("{} bytes", grouped(stock.bytes)),
        format!("{} bytes", grouped(ours.bytes)),
        format!("{} bytes", grouped(ours.histories)),
        format!("{:.1}", more / ours.points as f64),
        format!("{:.1}", more / transfers as f64),
    ]);
}

/// What came to the state.
struct Growth {
    /// Bytes of keys and values.
    bytes: usize,
    /// Of these, what belongs to histories and to the queue of their pruning.
    histories: usize,
    /// Points that were kept.
    points: usize,
}

/// Makes these blocks, with a gap before each, and looks how the state has grown.
fn grow(
    mut chain: Chain,
    users: &Users,
    blocks: &[Vec<UncheckedExtrinsic>],
    gap: Moment,
) -> Result<Growth> {
    settle(&mut chain, &users.accounts(), Past::Untouched)?;
    let before = size(&chain, &[])?;
    for transactions in blocks {
        chain.wait(gap);
        chain.pass_begin_of_session()?;
        chain.block(transactions.clone())?;
    }
    // Events stay in the state until the next block.
    chain.block(Vec::new())?;
    let prefixes = [
        RecentPoints::<Runtime>::final_prefix(),
        ArchivedPoints::<Runtime>::final_prefix(),
        Visits::<Runtime>::final_prefix(),
    ];
    let sizes = prefixes.iter().map(|prefix| size(&chain, prefix));
    Ok(Growth {
        bytes: size(&chain, &[])? - before,
        histories: sizes.sum::<Result<_>>()?,
        points: points(&chain)?,
    })
}

/// Bytes of keys and values under `prefix`.
fn size(chain: &Chain, prefix: &[u8]) -> Result<usize> {
    chain.entries(prefix)?.map(|entry| entry.map(|(key, value)| key.len() + value.len())).sum()
}

/// The points of all histories.
fn points(chain: &Chain) -> Result<usize> {
    let recent = chain
        .entries(&RecentPoints::<Runtime>::final_prefix())?
        .map(|entry| {
            let (_, value) = entry?;
            let history = History::<<Runtime as Config>::MaxRecentPoints>::decode(&mut &value[..])?;
            Ok(history.points.len())
        })
        .sum::<Result<usize>>()?;
    let archived = chain
        .entries(&ArchivedPoints::<Runtime>::final_prefix())?
        .map(|entry| Ok(Vec::<Point>::decode(&mut &entry?.1[..])?.len()))
        .sum::<Result<usize>>()?;
    Ok(recent + archived)
}
