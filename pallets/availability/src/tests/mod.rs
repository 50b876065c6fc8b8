//! Numbers such as M3 are those of the test list in the design of the consensus.

mod disabled;
mod encumbrance;
mod missed_slots;
mod order;
mod outages;
mod schedule;
mod sessions;
mod shares;
