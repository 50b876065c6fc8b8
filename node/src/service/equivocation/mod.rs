//! Two blocks of one producer in one slot, and what else a block gives away when it comes.
//!
//! Every block that is new on the network, and every one of our own, passes an [`EquivocationWatch`] on its
//! way into the database. It sees
//! - that a producer has made two blocks in one slot. A [`Reporter`] proves that to the runtime and submits
//!   the report it gets until the chain knows;
//! - that a block comes before its slot and leaves out the one before: it does not become the best block by
//!   itself, and [`PunctualChain`] keeps this node from building on it too soon;
//! - that somebody else makes blocks with a key of this node, which then makes none any more, and votes no
//!   more: [`Halt`].
//!
//! When a node catches up with the chain, the watch looks at the blocks of the slots that it remembers: what
//! comes like that may also be a long fork, published at once. None of them stops this node, since its own
//! blocks come back like that too. Other blocks of a sync, and those from a file, are let through unseen: they
//! are old, and so are those who made them. Sealed chains have no watch.

mod early;
mod head;
mod memory;
mod metrics;
mod own;
mod reporter;
mod watch;

pub use head::PunctualChain;
pub use metrics::Metrics;
pub use own::Halt;
pub use reporter::{Reporter, Submit};
pub use watch::{EquivocationWatch, Pair, Pairs, WatchParts};
