//! JSON-RPC methods beyond those that every Substrate node has.

pub mod answers;
pub mod authors;
pub mod dev;
pub mod failure;
pub mod governance;
pub mod por;
pub mod range;
pub mod reputation;

#[cfg(test)]
mod call;
mod chain;

use crate::service::{sealing::SealingControls, FullBackend, FullClient, TransactionPool};
use aitbc_primitives::{opaque::Block, AccountId, BlockNumber, Hash, Nonce};
use dev::{Dev, DevMethodsServer};
use governance::{Governance, GovernanceMethodsServer};
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use por::{Por, PorMethodsServer};
use reputation::{Ledger, ReputationMethodsServer};
use sc_consensus_grandpa::{
    FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_consensus_manual_seal::rpc::{ManualSeal, ManualSealApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::Error;
use std::sync::Arc;
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What `grandpa_*` reports on.
pub struct Finality {
    /// The votes of the current round.
    pub voter_state: SharedVoterState,
    /// The validators that vote.
    pub authority_set: SharedAuthoritySet<Hash, BlockNumber>,
    /// Proofs of newly finalised blocks.
    pub justifications: GrandpaJustificationStream<Block>,
    /// Proofs of blocks finalised earlier.
    pub proofs: Arc<FinalityProofProvider<FullBackend, Block>>,
}

/// What the methods work on.
pub struct Methods {
    /// Access to the chain and its runtime.
    pub client: Arc<FullClient>,
    /// Transactions waiting for a block.
    pub transaction_pool: Arc<TransactionPool>,
    /// What `grandpa_*` reports on.
    pub finality: Finality,
    /// What `engine_*` and `dev_*` work on, if blocks are sealed on demand.
    pub sealing: Option<SealingControls>,
}

impl Methods {
    /// The methods: the next nonce of an account, fees, block production, reputation, finality and,
    /// where blocks are sealed on demand, orders for blocks and their time.
    pub fn module(&self, executor: SubscriptionTaskExecutor) -> Result<RpcModule<()>, Error> {
        let Self {
            client,
            transaction_pool,
            finality,
            sealing,
        } = self;
        let system = System::<_, _, Block>::new(client.clone(), transaction_pool.clone());
        let payment = TransactionPayment::<_, Block>::new(client.clone());
        let grandpa = Grandpa::new(
            executor,
            finality.authority_set.clone(),
            finality.voter_state.clone(),
            finality.justifications.clone(),
            finality.proofs.clone(),
        );

        let mut module = RpcModule::new(());
        let mut merge = |methods: jsonrpsee::Methods| {
            module
                .merge(methods)
                .map_err(|error| Error::Application(error.into()))
        };
        merge(SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(system).into())?;
        merge(TransactionPaymentApiServer::<Hash, _>::into_rpc(payment).into())?;
        merge(Por::new(client.clone()).into_rpc().into())?;
        merge(Ledger::new(client.clone()).into_rpc().into())?;
        merge(Governance::new(client.clone()).into_rpc().into())?;
        merge(GrandpaApiServer::into_rpc(grandpa).into())?;
        if let Some(SealingControls { orders, travels }) = sealing {
            merge(ManualSeal::new(orders.clone()).into_rpc().into())?;
            merge(Dev::new(travels.clone()).into_rpc().into())?;
        }
        Ok(module)
    }
}
