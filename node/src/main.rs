//! The `aitbc-node` binary. Everything it does lives in the library of the same name.

use std::process::ExitCode;

fn main() -> ExitCode {
    match aitbc_node::command::run(std::env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Error: {}", aitbc_node::command::describe(&error));
            ExitCode::FAILURE
        }
    }
}
