//! How full blocks compare with what they declare.

use crate::{
    chain::{Chain, Cost},
    stories::{next_escrow, Story, Turn, STORIES},
    world::{World, RECENTLY},
};
use aitbc_bench_support::{
    stopwatch::undisturbed,
    table::{self, grouped, microseconds, milliseconds},
    users::Users,
    Result,
};
use aitbc_primitives::time::SLOT_DURATION;
use aitbc_runtime::{
    limits::{RuntimeBlockWeights, EMPTY_EXTRINSIC},
    transaction, RuntimeCall,
};
use frame_support::weights::{constants::WEIGHT_REF_TIME_PER_NANOS, Weight};
use sp_runtime::{traits::TransactionExtension, Perbill};
use std::{ops::RangeInclusive, time::Duration};

/// More transactions than fit into a block.
const MOST: u32 = 5_000;

/// How many blocks tell what a transaction takes besides its call.
const ROUNDS_OF_BASE: u32 = 9;

/// From then on the hooks of a block also close the pool of another.
const UNTIL_POOLS_CLOSE: u32 = 13;

/// How many blocks tell what hooks take.
const BLOCKS_OF_HOOKS: u32 = 31;

/// How many empty transactions tell after each block how slow the machine is.
const YARDSTICK: usize = 1_000;

/// How often they do after the blocks of hooks.
const YARDSTICKS_OF_HOOKS: usize = 5;

/// What is declared, by what that would have taken where the weights were measured. Below it blocks take longer than
/// they may; above it they could hold more.
const HONEST: RangeInclusive<f64> = 1.0..=1.3;

/// A block that declares less than this part of the most too much could not hold much more.
const TOO_LITTLE_TO_MATTER: Perbill = Perbill::from_percent(1);

/// As long as it takes to build a block and to import it where the weights were measured, the next one cannot be built on
/// it.
const SLOT: Duration = Duration::from_millis(SLOT_DURATION);

/// Prints a table of the stories with `only` in the name of a step. Whether all of them
/// hold what is declared.
pub fn measure(world: &World, only: &str, rounds: usize) -> Result<bool> {
    table::begin([
        "a full block of",
        "transactions",
        "declared",
        "imported in",
        "at most",
        "built in",
        "each declared",
        "each imported in",
        "machine",
        "ratio",
        "holds",
    ]);
    let mut all_hold = !only.is_empty() || measure_hooks(world)?;
    for story in STORIES {
        if story.steps.iter().any(|(name, _)| name.contains(only)) {
            all_hold &= tell(world, story, rounds)?;
        }
    }
    Ok(all_hold)
}

/// Prints a row of blocks in which only hooks do something. Whether what they declare holds.
fn measure_hooks(world: &World) -> Result<bool> {
    let users = Users::new(MOST);
    let mut chain = world.chain(&[(&users.accounts(), RECENTLY)], &[])?;
    for _ in 0..UNTIL_POOLS_CLOSE {
        chain.block([])?;
    }
    let blocks = (0..BLOCKS_OF_HOOKS).map(|_| Ok(chain.block([])?.1));
    let costs = blocks.collect::<Result<_>>()?;
    let yardsticks = (0..YARDSTICKS_OF_HOOKS)
        .map(|index| time_of_empty(&mut chain, &users, index * YARDSTICK))
        .collect::<Result<_>>()?;
    let slowness = slowness(yardsticks);
    Ok(row("nothing", Blocks { transactions: 0, costs }, slowness))
}

/// The shortest call there is. It does nothing.
fn remark() -> RuntimeCall {
    frame_system::Call::remark { remark: Vec::new() }.into()
}

/// What a transaction whose call does nothing takes now, in a block of those of users from the first on, who have sent
/// nothing yet.
fn time_of_empty(chain: &mut Chain<'_>, users: &Users, first: usize) -> Result<Duration> {
    let remarks = users.sign(first, chain.genesis(), 0, |_| remark());
    let (fitted, cost) = chain.block(remarks.take(YARDSTICK))?;
    Ok(cost.imported.div_f64(fitted.max(1) as f64))
}

/// How many times as long as where the weights were measured everything takes, by what empty transactions do.
fn slowness(times: Vec<Duration>) -> f64 {
    undisturbed(times).as_nanos() as f64 / EMPTY_EXTRINSIC as f64
}

/// Prints the nanoseconds of a transaction whose call does nothing, in a full block, and what its extensions declare of
/// that.
pub fn measure_base(world: &World) -> Result<()> {
    let users = Users::new(MOST * ROUNDS_OF_BASE);
    let mut chain = world.chain(&[(&users.accounts(), RECENTLY)], &[])?;
    let (mut full, mut empty, mut number) = (Vec::new(), Vec::new(), 0);
    for round in 0..ROUNDS_OF_BASE {
        let first = (round * MOST) as usize;
        let remarks = users.sign(first, chain.genesis(), 0, |_| remark());
        let (fitted, cost) = chain.block(remarks.take(MOST as usize))?;
        number = fitted as u128;
        full.push(cost.imported);
        empty.push(chain.block([])?.1.imported);
    }
    let time = undisturbed(full).saturating_sub(undisturbed(empty));
    let extensions = transaction::extension(0, 0).weight(&remark());
    println!("{} {}", time.as_nanos() / number, nanoseconds(extensions).as_nanos());
    Ok(())
}

/// Full blocks of one step of a story.
#[derive(Default)]
struct Blocks {
    transactions: usize,
    costs: Vec<Cost>,
}

/// Lets other users do the same in each round, and others again send empty transactions after each step.
fn tell(world: &World, story: &Story, rounds: usize) -> Result<bool> {
    let acting = MOST as usize * rounds;
    let users = Users::new((acting + YARDSTICK * story.steps.len() * rounds) as u32);
    let accounts = users.accounts();
    let (actors, idlers) = accounts.split_at(acting);
    let mut chain =
        world.chain(&[(actors, story.since), (idlers, RECENTLY)], &(story.crowded)())?;
    (story.begin)(&mut chain)?;
    let mut steps: Vec<Blocks> = story.steps.iter().map(|_| Blocks::default()).collect();
    let mut idle = (acting..).step_by(YARDSTICK);
    let mut yardsticks = Vec::new();
    for round in 0..rounds {
        let first = round * MOST as usize;
        let mut taking_part = MOST as usize;
        let first_escrow = next_escrow(&chain)?;
        for (nonce, ((name, call), blocks)) in (0..).zip(story.steps.iter().zip(&mut steps)) {
            let turn = |index| Turn { users: &accounts, index, first, first_escrow };
            let signed = users.sign(first, chain.genesis(), nonce, |index| call(&turn(index)));
            let (number, cost) = chain
                .block(signed.take(taking_part))
                .map_err(|error| format!("{name}: {error}"))?;
            if number == 0 {
                return Err(format!("{name}: none fits into the block").into());
            }
            taking_part = number;
            blocks.transactions = number;
            blocks.costs.push(cost);
            let first_idle = idle.next().unwrap_or_default();
            yardsticks.push(time_of_empty(&mut chain, &users, first_idle)?);
        }
    }
    let slowness = slowness(yardsticks);
    let mut holds = true;
    for ((name, _), blocks) in story.steps.iter().zip(steps) {
        holds &= row(name, blocks, slowness);
    }
    Ok(holds)
}

/// Prints a row. Whether it holds, on a machine that takes so many times as long as where the weights were measured.
fn row(name: &str, Blocks { transactions, costs }: Blocks, slowness: f64) -> bool {
    let declared = costs.last().map(|cost| nanoseconds(cost.declared)).unwrap_or_default();
    let built = undisturbed(costs.iter().map(|cost| cost.built).collect());
    let slowest = costs.iter().map(|cost| cost.imported).max().unwrap_or_default();
    let imported = undisturbed(costs.into_iter().map(|cost| cost.imported).collect());
    let expected = imported.div_f64(slowness);
    let fits = (built + imported).div_f64(slowness) < SLOT;
    let holds = is_honest(declared, expected) && fits;
    let each = |time: Duration| microseconds(time.div_f64(transactions.max(1) as f64));
    table::row([
        name.to_owned(),
        grouped(transactions),
        milliseconds(declared),
        milliseconds(imported),
        milliseconds(slowest),
        milliseconds(built),
        each(declared),
        each(imported),
        format!("{slowness:.2}"),
        format!("{:.2}", ratio(declared, expected)),
        if holds { "yes" } else { "no" }.to_owned(),
    ]);
    holds
}

fn ratio(declared: Duration, imported: Duration) -> f64 {
    declared.as_secs_f64() / imported.as_secs_f64()
}

/// Whether a block takes as long as it declares, or a little less.
fn is_honest(declared: Duration, imported: Duration) -> bool {
    let slack = nanoseconds(TOO_LITTLE_TO_MATTER * RuntimeBlockWeights::get().max_block);
    let ratio = ratio(declared, imported);
    HONEST.contains(&ratio) || ratio > *HONEST.end() && declared < imported + slack
}

fn nanoseconds(weight: Weight) -> Duration {
    Duration::from_nanos(weight.ref_time() / WEIGHT_REF_TIME_PER_NANOS)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A full block, in which each ratio that is honest is tried.
    #[test]
    fn a_weight_that_is_a_third_off_is_found() {
        for percent in 101..130 {
            let imported = Duration::from_millis(600);
            let declared = imported * percent / 100;
            assert!(is_honest(declared, imported));
            assert!(!is_honest(declared * 4 / 3, imported));
            assert!(!is_honest(declared * 2 / 3, imported));
        }
    }

    /// What could not hold a transaction more may declare more than it takes, but not less.
    #[test]
    fn an_empty_block_may_declare_a_little_more() {
        let imported = Duration::from_millis(3);
        assert!(is_honest(Duration::from_millis(16), imported));
        assert!(!is_honest(Duration::from_millis(17), imported));
        assert!(!is_honest(Duration::from_millis(2), imported));
    }
}
