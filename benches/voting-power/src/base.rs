//! What a snapshot costs: reading the base, all tokens outside of pots.

use crate::{
    accounts::{address, settle, Past},
    chain::Chain,
    Runtimes,
};
use aitbc_bench_support::{
    stopwatch::median_of,
    table::{self, grouped, microseconds},
    Result,
};
use aitbc_primitives::Balance;
use aitbc_runtime::Runtime;
use frame_support::storage::StoragePrefixedMap;
use frame_system::Account;

const FUNCTION: &str = "GovernanceApi_voting_base";

/// How often it is asked for.
const REPETITIONS: u32 = 301;

/// Prints the table. Returns whether the base costs the same however many holders there are.
pub fn measure(runtimes: &Runtimes) -> Result<bool> {
    table::heading("Snapshot: the base of a poll");
    table::begin(["accounts", "time", "entries read"]);
    let mut chain = runtimes.our_chain()?;
    let few = row(&chain)?;
    let holders: Vec<_> = (0..1_000_000).map(address).collect();
    settle(&mut chain, &holders, Past::Untouched)?;
    let many = row(&chain)?;
    let flat = few == many;
    println!(
        "\nThe base is {}: a snapshot visits no holders.",
        if flat { "flat" } else { "NOT FLAT" }
    );
    Ok(flat)
}

/// Prints a row. How many entries the base needs.
fn row(chain: &Chain) -> Result<usize> {
    let accounts = chain.entries(&Account::<Runtime>::final_prefix())?.count();
    let time = median_of(REPETITIONS, || chain.ask::<Balance>(FUNCTION, &()))?;
    let reads = chain.reads(FUNCTION, &())?;
    table::row([grouped(accounts), microseconds(time), reads.to_string()]);
    Ok(reads)
}
