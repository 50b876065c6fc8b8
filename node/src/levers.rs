//! What this node does that one of the SDK does not, part by part. The node of the benches can turn parts off, so that
//! `scripts/bench.sh ab` tells what each is worth; no other node does.

use std::sync::atomic::{AtomicU8, Ordering::Relaxed};

/// Those that are off, a bit each.
static OFF: AtomicU8 = AtomicU8::new(0);

/// A part that can be turned off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lever {
    /// Transactions wait in front of the pool until it has room for them.
    WaitingRoom,
    /// The pool asks the runtime that is built into the node.
    BuiltInRuntime,
    /// Signatures that were verified are remembered.
    SignatureCache,
    /// What the pool holds is validated again every twentieth block, not after each.
    Pace,
}

impl Lever {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::WaitingRoom, Self::BuiltInRuntime, Self::SignatureCache, Self::Pace];

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::WaitingRoom => "waiting-room",
            Self::BuiltInRuntime => "built-in-runtime",
            Self::SignatureCache => "signature-cache",
            Self::Pace => "pace",
        }
    }

    /// Turns it off, for as long as this process runs. To be called before the node starts.
    pub fn turn_off(self) {
        OFF.fetch_or(self.bit(), Relaxed);
    }

    pub(crate) fn is_on(self) -> bool {
        OFF.load(Relaxed) & self.bit() == 0
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_bit_of_its_own() {
        let bits = Lever::ALL.map(Lever::bit);
        assert_eq!(bits.iter().fold(0, |all, bit| all | bit).count_ones() as usize, bits.len());
        assert!(Lever::ALL.into_iter().all(Lever::is_on));
    }
}
