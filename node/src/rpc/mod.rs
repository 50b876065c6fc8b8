//! JSON-RPC methods beyond those that every Substrate node has.

pub mod agents;
pub mod authors;
pub mod backlog;
pub mod block_pools;
pub mod compute;
pub mod dev;
pub mod escrows;
pub mod failure;
pub mod forum;
pub mod governance;
pub mod gpu;
pub mod page;
pub mod pools;
pub mod por;
pub mod randomness;
pub mod range;
pub mod reputation;
pub mod streams;
pub mod verdicts;
pub mod wallets;

#[cfg(test)]
mod call;
mod chain;

use crate::service::{sealing::SealingControls, RpcParts};
use agents::AgentMethodsServer;
use aitbc_primitives::{opaque::Block, AccountId, Hash, Nonce};
use backlog::{Backlog, BacklogMethodsServer};
use block_pools::BlockPoolMethodsServer;
use chain::Api;
use compute::ComputeMethodsServer;
use dev::{Dev, DevMethodsServer};
use escrows::EscrowMethodsServer;
use forum::ForumMethodsServer;
use governance::GovernanceMethodsServer;
use gpu::GpuMethodsServer;
use jsonrpsee::RpcModule;
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use pools::PoolMethodsServer;
use por::PorMethodsServer;
use randomness::RandomnessMethodsServer;
use reputation::ReputationMethodsServer;
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_consensus_manual_seal::rpc::{ManualSeal, ManualSealApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sc_service::Error;
use streams::StreamMethodsServer;
use substrate_frame_rpc_system::{System, SystemApiServer};
use verdicts::{VerdictMethodsServer, Verdicts};
use wallets::WalletMethodsServer;

/// The methods: the next nonce of an account, what waits for a block, fees, block production and its judges, randomness,
/// reputation, pools, the forum, governance, the clock of the market, staked GPUs, escrows and streams, agents and
/// their wallets, finality and, where blocks are sealed on demand, orders for blocks and their time.
pub fn module(
    parts: &RpcParts,
    executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Error> {
    let RpcParts { client, transaction_pool, waiting_room, finality, verdicts, sealing } = parts;
    let system = System::<_, _, Block>::new(client.clone(), transaction_pool.clone());
    let payment = TransactionPayment::<_, Block>::new(client.clone());
    let grandpa = Grandpa::new(
        executor,
        finality.authority_set.clone(),
        finality.voter_state.clone(),
        finality.justifications.clone(),
        finality.proofs.clone(),
    );

    let mut system = SystemApiServer::<Hash, AccountId, Nonce>::into_rpc(system);
    // It looks through all that is ready, and does not know what waits.
    for name in ["system_accountNextIndex", "account_nextIndex"] {
        system.remove_method(name);
    }

    let mut module = RpcModule::new(());
    let mut merge = |methods: jsonrpsee::Methods| {
        module.merge(methods).map_err(|error| Error::Application(error.into()))
    };
    merge(system.into())?;
    merge(Backlog::new(client.clone(), waiting_room.clone()).into_rpc().into())?;
    merge(TransactionPaymentApiServer::<Hash, _>::into_rpc(payment).into())?;
    merge(PorMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(RandomnessMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(BlockPoolMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(Verdicts::new(verdicts.clone()).into_rpc().into())?;
    merge(ReputationMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(PoolMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(ForumMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(GovernanceMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(ComputeMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(GpuMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(EscrowMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(StreamMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(AgentMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(WalletMethodsServer::into_rpc(Api::new(client.clone())).into())?;
    merge(GrandpaApiServer::into_rpc(grandpa).into())?;
    if let Some(SealingControls { orders, travels }) = sealing {
        merge(ManualSeal::new(orders.clone()).into_rpc().into())?;
        merge(Dev::new(travels.clone()).into_rpc().into())?;
    }
    Ok(module)
}
