//! The options of a node of this chain.

use super::{policing::Policing, sealing::Sealing};
use crate::pool;
use std::path::PathBuf;

/// Options of a running node that upstream does not have.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct NodeOptions {
    /// Make blocks on demand instead of slot by slot, for tests.
    ///
    /// manual: when engine_createBlock asks for one. instant: when a transaction is ready.
    /// interval=MS: every MS milliseconds, empty or not. Blocks of the last two are final at once.
    ///
    /// Needs an authority (--dev, say) and a chain with exactly one validator, whose block production
    /// key the node has. Such a node keeps to itself: it has no peers and casts no GRANDPA votes.
    #[arg(long, value_name = "MODE")]
    pub sealing: Option<Sealing>,

    /// Vote on finality at once although the database is new.
    ///
    /// A validator whose database was deleted does not remember its votes. It casts no new ones until
    /// finality has passed all blocks that it can have voted for, since voting twice in a round is
    /// slashed. That needs the others: if so many have lost their databases that finality stands still,
    /// some must vote with this option. Choose those that were away the longest, as few as will do: they
    /// have voted in the open round with the least probability.
    #[arg(long)]
    pub vote_on_fresh_database: bool,

    /// How many blocks in a row must leave out somebody's transactions before this validator votes against
    /// their author.
    ///
    /// Such a vote costs reputation if most of the bench sees it otherwise. The transactions must have been
    /// here in time, and others must include them. A node to which transactions come much earlier or later
    /// than to others may need lenient.
    #[arg(long, value_name = "MODE", value_enum, default_value_t)]
    pub policing: Policing,

    /// Directory in which to keep the runtime as compiled to machine code.
    ///
    /// Saves seconds at the next start, also of other nodes that share the directory. The node
    /// trusts what it finds there, so use it for tests and not for validators.
    #[arg(long, value_name = "PATH")]
    pub runtime_cache: Option<PathBuf>,

    /// How the transaction pool is to be, set from `--pool-limit`, `--pool-kbytes` and `--tx-ban-seconds`.
    #[arg(skip)]
    pub pool: pool::Settings,
}
