//! How much the pool holds, and for how long it refuses what was wrong.

use crate::levers::Lever;
use sc_transaction_pool::{Options, PoolLimit};
use std::time::Duration;

/// How many times what it is given the pool has room for, so that it never pushes anything out: it keeps what blocks
/// hold until they are final, 128 blocks at most, and transactions of other formats do not wait in front of it.
const ROOM: usize = 40;
/// The same for their bytes.
const ROOM_IN_BYTES: usize = 8;
/// The part of its room for what is not ready.
const FUTURE: usize = 10;

/// What the pool of the SDK holds.
const SDK: Options = Options {
    ready: PoolLimit { count: 8_192, total_bytes: 20 * 1024 * 1024 },
    future: PoolLimit { count: 819, total_bytes: 2 * 1024 * 1024 },
    reject_future_transactions: false,
    ban_time: Duration::ZERO,
};

/// How much the pool is given at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct Capacity {
    /// Transactions.
    pub transactions: usize,
    /// Their bytes.
    pub bytes: usize,
}

/// How the pool is to be.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// How much it is given at a time; all else waits in front of it.
    pub given: Capacity,
    /// For how long it refuses what was wrong.
    pub ban: Duration,
}

impl Settings {
    /// The same as the pool of the SDK knows it.
    pub fn options(&self) -> Options {
        if !Lever::WaitingRoom.is_on() {
            return Options { ban_time: self.ban, ..SDK };
        }
        let count = self.given.transactions.saturating_mul(ROOM);
        let total_bytes = self.given.bytes.saturating_mul(ROOM_IN_BYTES);
        let part = |parts| PoolLimit { count: count / parts, total_bytes: total_bytes / parts };
        Options {
            ready: part(1),
            future: part(FUTURE),
            reject_future_transactions: false,
            ban_time: self.ban,
        }
    }
}
