//! Which blocks one call may ask about.

use aitbc_primitives::BlockNumber;
use std::fmt;

/// What is wrong with a range of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeFault {
    /// It begins with the genesis block, which nobody produced.
    Genesis,
    /// It ends before it begins.
    Reversed {
        /// The first block.
        from: BlockNumber,
        /// The last block.
        to: BlockNumber,
    },
    /// It ends above the best block.
    AboveBest {
        /// The last block.
        to: BlockNumber,
        /// The best block.
        best: BlockNumber,
    },
    /// It has too many blocks.
    TooLong {
        /// The blocks it has.
        blocks: BlockNumber,
        /// The most that it may have.
        most: BlockNumber,
    },
}

impl fmt::Display for RangeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Genesis => write!(f, "nobody produced block 0: start from block 1"),
            Self::Reversed { from, to } => {
                write!(f, "the first block, {from}, comes after the last one, {to}")
            }
            Self::AboveBest { to, best } => {
                write!(f, "there is no block {to} yet: the best block is {best}")
            }
            Self::TooLong { blocks, most } => {
                write!(f, "{blocks} blocks are too many for one call: ask for at most {most}")
            }
        }
    }
}

/// Fails unless one call, which may ask about `most` blocks, may ask about the blocks `from` to `to`,
/// both included, of a chain whose best block is `best`.
pub fn ensure_allowed(
    from: BlockNumber,
    to: BlockNumber,
    best: BlockNumber,
    most: BlockNumber,
) -> Result<(), RangeFault> {
    if from == 0 {
        return Err(RangeFault::Genesis);
    }
    if from > to {
        return Err(RangeFault::Reversed { from, to });
    }
    if to > best {
        return Err(RangeFault::AboveBest { to, best });
    }
    // At most `to`, as `from` is not 0.
    let blocks = to - from + 1;
    if blocks > most {
        return Err(RangeFault::TooLong { blocks, most });
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};

    /// What a method answers to the longest range that there may be. `ask` asks it, which may be about `most`
    /// blocks, on a chain whose best block is one more than that. All ranges that there cannot be must be refused.
    pub async fn answer_to_the_longest(
        most: BlockNumber,
        ask: impl AsyncFn(Value) -> Result<Value, ErrorObjectOwned>,
    ) -> Value {
        let best = most + 1;
        for (from, to, message) in [
            (0, 1, "nobody produced block 0: start from block 1".into()),
            (3, 2, "the first block, 3, comes after the last one, 2".into()),
            (2, best + 1, format!("there is no block {} yet: the best block is {best}", best + 1)),
            (1, best, format!("{best} blocks are too many for one call: ask for at most {most}")),
        ] {
            let error = ask(json!([from, to])).await.unwrap_err();
            assert_eq!((error.code(), error.message()), (20_007, message.as_str()));
        }
        ask(json!([2, best])).await.unwrap()
    }

    #[test]
    fn range_lies_between_block_1_and_the_best() {
        assert_eq!(ensure_allowed(1, 7, 7, 100), Ok(()));
        assert_eq!(ensure_allowed(7, 7, 7, 100), Ok(()));
        assert_eq!(ensure_allowed(0, 7, 7, 100), Err(RangeFault::Genesis));
        assert_eq!(ensure_allowed(1, 8, 7, 100), Err(RangeFault::AboveBest { to: 8, best: 7 }));
    }

    #[test]
    fn reversed_range_fails() {
        assert_eq!(ensure_allowed(5, 4, 7, 100), Err(RangeFault::Reversed { from: 5, to: 4 }));
    }

    #[test]
    fn range_has_as_many_blocks_as_a_call_may_ask_about() {
        let best = BlockNumber::MAX;
        for most in [1, 100, 600] {
            assert_eq!(ensure_allowed(1, most, best, most), Ok(()));
            for blocks in [most + 1, BlockNumber::MAX] {
                assert_eq!(
                    ensure_allowed(1, blocks, best, most),
                    Err(RangeFault::TooLong { blocks, most })
                );
            }
        }
    }
}
