//! What it costs to ask for the power of an account.

use crate::{
    accounts::{address, settle, Past},
    chain::Ignored,
    Runtimes,
};
use aitbc_bench_support::{
    stopwatch::median_of,
    table::{self, grouped, microseconds},
    Result,
};
use aitbc_primitives::{governance::VotingPower, AccountId, Moment};

const FUNCTION: &str = "GovernanceApi_voting_power";

/// How often each is asked for.
const REPETITIONS: u32 = 301;

/// Prints the table.
pub fn measure(runtimes: &Runtimes) -> Result<()> {
    table::heading("Power of an account, by runtime API");
    table::begin(["points", "time", "entries read"]);
    for (points, past) in [(1, Past::Points(1)), (100, Past::Points(100)), (512, Past::Full)] {
        row(runtimes, points, past)?;
    }
    let chain = runtimes.our_chain()?;
    let version = median_of(REPETITIONS, || chain.ask::<Ignored>("Core_version", &()))?;
    println!(
        "\nMedians of {REPETITIONS} calls. A call that reads nothing takes {}.",
        microseconds(version)
    );
    Ok(())
}

/// Measures an account with this past, which has so many points.
fn row(runtimes: &Runtimes, points: usize, past: Past) -> Result<()> {
    let mut chain = runtimes.our_chain()?;
    let who = address(0);
    settle(&mut chain, std::slice::from_ref(&who), past)?;
    let question = (who, None::<Moment>);
    let power: VotingPower<AccountId> = chain.ask(FUNCTION, &question)?;
    if power.power == 0 {
        return Err("the account has no power".into());
    }
    let time = median_of(REPETITIONS, || chain.ask::<VotingPower<AccountId>>(FUNCTION, &question))?;
    table::row([
        grouped(points),
        microseconds(time),
        chain.reads(FUNCTION, &question)?.to_string(),
    ]);
    Ok(())
}
