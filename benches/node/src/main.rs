//! The node of the benches: `aitbc-node`, without the parts that `AITBC_LEVERS_OFF` names, separated by commas.

use aitbc_node::{cli, levers::Lever};
use std::{env, process::ExitCode};

/// The names of the parts that are off.
const OFF: &str = "AITBC_LEVERS_OFF";

/// As in `aitbc-node`.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    let off = env::var(OFF).unwrap_or_default();
    for name in off.split(',').filter(|name| !name.is_empty()) {
        let Some(lever) = Lever::ALL.into_iter().find(|lever| lever.name() == name) else {
            eprintln!("error: {OFF}: there is no lever '{name}', but {}", names());
            return ExitCode::FAILURE;
        };
        lever.turn_off();
    }
    match cli::run(env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::report(&error);
            ExitCode::FAILURE
        }
    }
}

fn names() -> String {
    Lever::ALL.map(Lever::name).join(", ")
}
