//! Blocks whose extrinsics stay encoded: all that the node needs to know of them, so that a
//! runtime upgrade which changes the format of extrinsics does not ask for a new node.

use crate::Header;
use sp_runtime::{generic, traits::Block as BlockT};

pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

/// A block with encoded extrinsics.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;

/// Number or hash of a block.
pub type BlockId = generic::BlockId<Block>;

/// Hash of a block.
pub type BlockHash = <Block as BlockT>::Hash;
