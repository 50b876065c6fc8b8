//! The pool that network, RPC and block production see.
//!
//! The pool of the SDK forgets what it cannot hold: with more transactions than it has room for, those of one node
//! push out those of another, and what depends on them stays behind for ever. Here it is given only as many as it
//! holds, and all others wait in front of it in a [`room`], in order. What a client was told is accepted is
//! included, or whoever watches it learns why not.

mod chain_api;
mod examiner;
mod followers;
mod format;
mod metrics;
mod room;
mod settings;
mod view;
mod waiting_room;

pub use settings::{Capacity, Settings};
pub use waiting_room::{BacklogStatus, Origin, WaitingRoom};
