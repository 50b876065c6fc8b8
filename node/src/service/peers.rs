//! Tells the operator of a node that does not find enough others what to do about it.

use super::pace::Pace;
use aitbc_primitives::opaque::Block;
use futures_timer::Delay;
use sc_network::config::MultiaddrWithPeerId;
use sc_network_sync::{SyncStatus, SyncingService, WarpSyncPhase};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// Time between two looks at the peers.
const LOOK: Duration = Duration::from_secs(5);

/// How long finding peers may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Time between two warnings.
const REPEAT: Duration = Duration::from_secs(300);

/// Warns while the node has no peers although it was told where some are, or too few for warp sync.
pub async fn warn_while_few(
    sync: Arc<SyncingService<Block>>,
    boot_nodes: Vec<MultiaddrWithPeerId>,
) {
    let mut pace = Pace::new(PATIENCE, REPEAT);
    // Fails when the network has stopped.
    while let Ok(status) = sync.status().await {
        let advice = advice(&status, &boot_nodes);
        let due = pace.is_due(advice.is_some(), Instant::now());
        if let Some(advice) = advice.filter(|_| due) {
            log::warn!("🔭 {advice}");
        }
        Delay::new(LOOK).await;
    }
}

fn advice(status: &SyncStatus<Block>, boot_nodes: &[MultiaddrWithPeerId]) -> Option<String> {
    let peers = status.num_peers;
    if peers == 0 && !boot_nodes.is_empty() {
        let addresses: Vec<_> = boot_nodes.iter().map(ToString::to_string).collect();
        return Some(format!(
            "No peers: none of the boot nodes answers as the node it should be. Look whether each can \
             be reached from here, whether its address ends in the peer id that it prints as `Local node \
             identity is` when it starts, and whether it runs the chain of this spec: {}",
            addresses.join(" ")
        ));
    }
    match &status.warp_sync.as_ref()?.phase {
        WarpSyncPhase::AwaitingPeers { required_peers } => Some(format!(
            "Warp sync begins with {required_peers} peers, and this node has {peers}: name more nodes \
             with --bootnodes, or start it with --sync full, for which one is enough"
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sc_network_sync::{SyncState, WarpSyncProgress};

    const BOOT_NODE: &str =
        "/ip4/127.0.0.1/tcp/30333/p2p/12D3KooWEyoppNCUx8Yx66oV9fJnriXwCcXwDDUA2kj6vnc6iDEp";

    fn status(peers: u32, phase: Option<WarpSyncPhase<Block>>) -> SyncStatus<Block> {
        SyncStatus {
            state: SyncState::Idle,
            best_seen_block: None,
            num_peers: peers,
            queued_blocks: 0,
            state_sync: None,
            warp_sync: phase.map(|phase| WarpSyncProgress { phase, total_bytes: 0, status: None }),
        }
    }

    fn boot_nodes() -> Vec<MultiaddrWithPeerId> {
        vec![BOOT_NODE.parse().unwrap()]
    }

    const AWAITING: Option<WarpSyncPhase<Block>> =
        Some(WarpSyncPhase::AwaitingPeers { required_peers: 3 });

    #[test]
    fn no_peers_are_a_matter_of_the_boot_nodes() {
        let told = format!(
            "No peers: none of the boot nodes answers as the node it should be. Look whether each can \
             be reached from here, whether its address ends in the peer id that it prints as `Local node \
             identity is` when it starts, and whether it runs the chain of this spec: {BOOT_NODE}"
        );
        for phase in [None, AWAITING] {
            assert_eq!(advice(&status(0, phase), &boot_nodes()), Some(told.clone()));
        }
    }

    #[test]
    fn node_that_was_told_of_no_others_may_be_alone() {
        assert_eq!(advice(&status(0, None), &[]), None);
    }

    #[test]
    fn warp_sync_says_how_many_peers_it_needs() {
        for (peers, boot_nodes) in [(2, boot_nodes()), (0, vec![])] {
            assert_eq!(
                advice(&status(peers, AWAITING), &boot_nodes),
                Some(format!(
                    "Warp sync begins with 3 peers, and this node has {peers}: name more nodes with \
                     --bootnodes, or start it with --sync full, for which one is enough"
                ))
            );
        }
    }

    #[test]
    fn node_that_syncs_needs_no_advice() {
        for phase in [None, Some(WarpSyncPhase::DownloadingState)] {
            assert_eq!(advice(&status(1, phase), &boot_nodes()), None);
        }
    }
}
