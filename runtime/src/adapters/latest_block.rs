//! What is known of the block that is executed: its author, and what its VRF gave.

use crate::{AccountId, Runtime};
use aitbc_primitives::reputation::pools::{self, BlockFacts};
use pallet_availability::LatestAuthor;
use pallet_vrf_beacon::{BlockOutputs, Outputs};

/// Knows the author from pallet-availability and the outputs from pallet-vrf-beacon. Both are written when
/// the block begins and stay until the next one does.
pub struct LatestBlock;

impl pools::LatestBlock<AccountId> for LatestBlock {
    fn latest() -> Option<BlockFacts<AccountId>> {
        let author = LatestAuthor::<Runtime>::get()?.account;
        let BlockOutputs { block: output, parent: parent_output } = Outputs::<Runtime>::get();
        Some(BlockFacts { author, output, parent_output })
    }
}
