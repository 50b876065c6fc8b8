//! The `aitbc-node` binary. Everything it does lives in the library of the same name.

use std::process::ExitCode;

/// Halves the memory of an idle node: unlike the system's allocator it gives pages back that the
/// compilation of the runtime needed.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    match aitbc_node::cli::run(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            aitbc_node::cli::report(&error);
            ExitCode::FAILURE
        }
    }
}
