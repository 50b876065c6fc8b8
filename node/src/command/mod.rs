//! What each subcommand does.

pub mod chain_ops;
pub mod node;

mod export_metadata;
mod ownership_proof;

pub use export_metadata::ExportMetadataCmd;
pub use ownership_proof::OwnershipProofCmd;
