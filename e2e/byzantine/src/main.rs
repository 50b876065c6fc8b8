//! A node that breaks the rules when told to, so that the end-to-end tests see what the others do about it.
//!
//! Its command line is that of `aitbc-node` and `--misbehave KIND[,KIND..]`, which may be given several
//! times. The kinds are those of [`Misdeeds`]. Without any it is a node like others. It begins when it has as
//! many peers as there are other producers, and says in its log what it has done, in lines that begin with
//! "Misbehaved: ".
//!
//! What it does is not in the library of the node, which only lets a program replace how blocks are made,
//! which transactions are gossiped, which are in its blocks, and what it says of those of others: see [`Conduct`].

mod arguments;
mod deed;
mod flood;
mod omission;
mod pool;
mod situation;
mod worker;

use aitbc_node::{
    cli,
    client::{FullClient, TransactionPool},
    service::{
        authority::{AuraParts, Settings},
        conduct::Conduct,
        network::Network,
        policing::Verdicts,
    },
};
use aitbc_primitives::reputation::pools::Side;
use deed::Misdeeds;
use pool::{Altered, Outbox};
use sc_service::{error::Result, TaskManager};
use std::{process::ExitCode, sync::Arc};

/// Marks the lines of the log that are about what it has done.
const LOG_TARGET: &str = "byzantine";

/// A validator that does what it was told instead of what it should.
struct Byzantine {
    misdeeds: Misdeeds,
    /// What is not true, on its way to the peers.
    outbox: Outbox,
}

impl Conduct for Byzantine {
    fn start_aura(
        &self,
        _: &Settings,
        network: &Network,
        task_manager: &TaskManager,
        parts: AuraParts,
    ) -> Result<()> {
        if let Some(flood) = self.misdeeds.flood {
            task_manager.spawn_handle().spawn_blocking(
                "flood",
                None,
                flood::fill(
                    self.outbox.clone(),
                    flood,
                    parts.client.clone(),
                    parts.keystore.clone(),
                    network.sync.clone(),
                ),
            );
        }
        worker::start(&self.misdeeds, network, task_manager, parts)
    }

    fn gossiped(&self, pool: Arc<TransactionPool>) -> Arc<TransactionPool> {
        Altered::flooding(pool, self.outbox.clone())
    }

    fn proposed(
        &self,
        client: &Arc<FullClient>,
        pool: Arc<TransactionPool>,
    ) -> Arc<TransactionPool> {
        let omissions = self.misdeeds.omissions.clone();
        if omissions.is_empty() {
            return pool;
        }
        Altered::hiding(pool, omission::hidden(omissions, client.clone()))
    }

    fn verdicts(&self) -> Verdicts {
        if self.misdeeds.vote_against {
            |_| Some(Side::Against)
        } else {
            |found| found
        }
    }
}

fn main() -> ExitCode {
    let (arguments, misdeeds) = match arguments::split(std::env::args()) {
        Ok(split) => split,
        Err(error) => {
            eprintln!("Error: {error}");
            return ExitCode::FAILURE;
        }
    };
    match cli::run_as(arguments, &Byzantine { misdeeds, outbox: Outbox::default() }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::report(&error);
            ExitCode::FAILURE
        }
    }
}
