//! What a read and a write of the state take.

use crate::world::{account, holder, key_of, World, RECENTLY};
use aitbc_bench_support::{stopwatch::undisturbed, Result};
use aitbc_primitives::token::AITBC;
use sp_state_machine::Backend;
use std::time::{Duration, Instant};

/// How often each is measured, each time with other accounts.
const ROUNDS: u32 = 11;

/// How many accounts a block touches: few, as many as in a full one, and in between.
const BATCHES: [u32; 3] = [256, 1_024, 4_096];

/// Prints the nanoseconds of a read and of a write in a full block, and on the error output of all.
pub fn measure(world: &World) -> Result<()> {
    let mut chain = world.chain(&[], &[])?;
    let mut accounts = (0..world.accounts()).map(|number| key_of(&holder(number)));
    let poorer = account(AITBC, RECENTLY);
    let mut nanoseconds = Vec::new();
    for batch in BATCHES {
        let (mut reads, mut writes) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let read: Vec<_> = accounts.by_ref().take(batch as usize).collect();
            let state = chain.state()?;
            let begin = Instant::now();
            for key in read {
                state.storage(&key)?.ok_or("there are too few accounts")?;
            }
            reads.push(begin.elapsed());
            drop(state);
            let written: Vec<_> =
                accounts.by_ref().take(batch as usize).map(|key| (key, poorer.clone())).collect();
            writes.push(chain.write(&written)?);
        }
        let (read, write) = (each(reads, batch), each(writes, batch));
        eprintln!("{batch:>5} accounts in a block: {read} ns for a read, {write} ns for a write");
        nanoseconds.push((read, write));
    }
    if let Some((read, write)) = nanoseconds.last() {
        println!("{read} {write}");
    }
    Ok(())
}

/// What one of a batch takes, in nanoseconds.
fn each(times: Vec<Duration>, batch: u32) -> u128 {
    undisturbed(times).as_nanos() / u128::from(batch)
}
