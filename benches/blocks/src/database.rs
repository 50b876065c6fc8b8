//! What a read and a write of the state take.

use crate::world::{account, holder, key_of, World};
use aitbc_bench_support::{
    stopwatch::median,
    table::{self, grouped},
    Result,
};
use aitbc_primitives::token::AITBC;
use sp_state_machine::Backend;
use std::time::{Duration, Instant};

/// How often each is measured, each time with other accounts.
const ROUNDS: u32 = 11;

/// How many accounts a block touches.
const BATCHES: [u32; 4] = [256, 1_024, 4_096, 16_384];

/// Prints a table.
pub fn measure(world: &World) -> Result<()> {
    let mut chain = world.chain(&[])?;
    table::heading(&format!("A state with {} accounts", grouped(world.accounts() as usize)));
    table::begin(["accounts of a block", "a read", "a write of what was not read"]);
    let mut next = 0..world.accounts();
    for batch in BATCHES {
        let (mut reads, mut writes) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let keys: Vec<_> = next
                .by_ref()
                .take(2 * batch as usize)
                .map(|number| key_of(&holder(number)))
                .collect();
            let (read, written) = keys.split_at(batch as usize);
            let state = chain.state()?;
            let begin = Instant::now();
            for key in read {
                state.storage(key)?.ok_or("there are too few accounts")?;
            }
            reads.push(begin.elapsed());
            drop(state);
            let poorer = account(AITBC);
            let entries: Vec<_> = written.iter().map(|key| (key.clone(), poorer.clone())).collect();
            writes.push(chain.write(&entries)?);
        }
        table::row([grouped(batch as usize), each(reads, batch), each(writes, batch)]);
    }
    Ok(())
}

/// What one of a batch takes.
fn each(times: Vec<Duration>, batch: u32) -> String {
    format!("{:.1} µs", median(times).as_secs_f64() * 1e6 / f64::from(batch))
}
