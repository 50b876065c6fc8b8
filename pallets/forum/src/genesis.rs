//! Posts that exist from the start.

use crate::{Config, GenesisConfig, GenesisPost, Pallet};
use alloc::vec;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
    /// Publishes the posts of genesis. The active contract has to be one of them.
    pub(crate) fn create(genesis: &GenesisConfig<T>) -> DispatchResult {
        for GenesisPost { domain, authors, content } in &genesis.posts {
            Self::publish(Self::draft(*content, authors.clone(), vec![], *domain)?)?;
        }
        genesis.contract.map_or(Ok(()), Self::do_set_active_contract)
    }
}
