//! Puts a load of transactions on a network, and writes down what became of each of them.
//!
//! A [profile](profile) says what is sent, by whom and when. Everything is signed before the clock starts. From then
//! on transactions leave when they are due, whether or not those before have been answered (an open loop), so a node
//! that is slow does not slow down its load. A node to which nothing is sent tells what is included and finalised.

mod endpoint;
mod history;
mod operation;
mod pace;
mod profile;
mod run;
mod users;
mod watch;

use clap::{Args, Parser, Subcommand};
use profile::Profile;
use sp_core::crypto::Ss58Codec;
use std::{fs, path::PathBuf, process::ExitCode};

/// Why a load could not be put on a network.
type Error = Box<dyn std::error::Error + Send + Sync>;
type Result<T, E = Error> = std::result::Result<T, E>;

/// Puts a load of transactions on a network.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print the accounts that a profile sends from, one a line. They need tokens before.
    Accounts {
        /// The profile, a file of TOML.
        profile: PathBuf,
    },
    /// Put the load of a profile on a network, and write what became of it.
    Run(Run),
}

/// What a run needs to know.
#[derive(Args)]
struct Run {
    /// The profile, a file of TOML.
    profile: PathBuf,
    /// A node to send to, as ws://HOST:PORT; several times to send to several, each sender to one of them.
    #[arg(long, required = true)]
    to: Vec<String>,
    /// The node that tells what is included, one that nothing is sent to.
    #[arg(long)]
    watch: String,
    /// After how many seconds to stop sending, if the profile goes on for longer.
    #[arg(long)]
    seconds: Option<u64>,
    /// Where the history goes: a line of JSON for each transaction.
    #[arg(long)]
    history: PathBuf,
}

fn read(path: &PathBuf) -> Result<Profile> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Profile::parse(&text).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn execute(command: Command) -> Result<()> {
    match command {
        Command::Accounts { profile } => {
            for user in read(&profile)?.streams.iter().flat_map(users::of) {
                println!("{}", users::account(&user).to_ss58check());
            }
            Ok(())
        }
        Command::Run(Run { profile, to, watch, seconds, history }) => {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(run::run(&read(&profile)?, &to, &watch, seconds, &history))
        }
    }
}

fn main() -> ExitCode {
    match execute(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
