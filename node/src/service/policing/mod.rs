//! Judging the blocks of others, and voting on them.

pub mod log;

pub use log::{JudgedBlock, Reason, VerdictLog};
