//! Measures what the histories of balances cost, in the Wasm of the runtime, and prints it as tables.
//!
//! It makes blocks in memory with two runtimes: the one of the chain, and the same with stock
//! accounts, which keep no history. `scripts/bench.sh voting-power` compiles both and calls it.

mod accounts;
mod base;
mod chain;
mod growth;
mod lookup;
mod transfer_cost;

use aitbc_bench_support::{wasm::Wasm, Result};
use aitbc_primitives::presets;
use chain::Chain;
use clap::Parser;
use sp_storage::Storage;
use std::{path::PathBuf, process::ExitCode};

/// What the node uses, so that host functions cost here what they cost there.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Measures what the histories of balances cost.
#[derive(Parser)]
struct Arguments {
    /// The runtime, uncompressed.
    #[arg(long)]
    wasm: PathBuf,
    /// The runtime with the feature `stock-accounts`, uncompressed.
    #[arg(long)]
    stock_wasm: PathBuf,
}

/// What is compared, and where both begin.
struct Runtimes {
    ours: Wasm,
    stock: Wasm,
    genesis: Storage,
}

impl Runtimes {
    fn load(arguments: &Arguments) -> Result<Self> {
        let ours = Wasm::load(&arguments.wasm)?;
        Ok(Self {
            genesis: ours.genesis(presets::DEVELOPMENT)?,
            stock: Wasm::load(&arguments.stock_wasm)?,
            ours,
        })
    }

    /// A chain of the runtime as it is.
    fn our_chain(&self) -> Result<Chain<'_>> {
        Chain::start(&self.ours, &self.genesis)
    }

    /// A chain whose accounts keep no history.
    fn stock_chain(&self) -> Result<Chain<'_>> {
        Chain::start(&self.stock, &self.genesis)
    }
}

/// Measures everything, and returns whether it is as promised.
fn run(arguments: &Arguments) -> Result<bool> {
    let runtimes = Runtimes::load(arguments)?;
    let ordinary_transfer_holds = transfer_cost::measure(&runtimes)?;
    lookup::measure(&runtimes)?;
    let base_is_flat = base::measure(&runtimes)?;
    growth::measure(&runtimes)?;
    Ok(ordinary_transfer_holds && base_is_flat)
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
