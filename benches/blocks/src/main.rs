//! Executes full blocks of the commonest transactions on a database, and compares how long each takes with
//! what it declares. `scripts/weights.sh` compiles it for production and calls it.

mod chain;
mod database;
mod full_blocks;
mod stories;
mod world;

use aitbc_bench_support::Result;
use clap::{Parser, Subcommand};
use std::process::ExitCode;
use world::World;

/// What the node uses, so that host functions cost here what they cost there.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Measures the runtime of this build on a database as nodes have it.
#[derive(Parser)]
struct Arguments {
    /// How many accounts the state has.
    #[arg(long, default_value_t = 1_000_000)]
    accounts: u32,
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// What a read and a write of the state take, in nanoseconds.
    Database,
    /// What a transaction whose call does nothing takes in a full block, in nanoseconds.
    Base,
    /// How full blocks compare with what they declare. Exit code 1 if one of them takes longer than it
    /// declares, or much shorter.
    Blocks {
        /// Only stories with this in their names.
        #[arg(default_value = "")]
        only: String,
        /// How many blocks of each kind.
        #[arg(long, default_value_t = 11)]
        rounds: usize,
    },
}

fn run(arguments: &Arguments) -> Result<bool> {
    let world = World::new(arguments.accounts)?;
    match &arguments.what {
        What::Database => database::measure(&world).map(|()| true),
        What::Base => full_blocks::measure_base(&world).map(|()| true),
        What::Blocks { only, rounds } => full_blocks::measure(&world, only, *rounds),
    }
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
