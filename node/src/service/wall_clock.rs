//! This machine's clock, when the chain is ahead of it.
//!
//! That happens when the clock is set back, or when it is wrong as the node starts. No slot of the chain
//! can be taken until the clock has passed that of the best block, and upstream has nothing to say about
//! it: it waits in silence, or lets the runtime panic in each slot of this validator.

use super::pace::Pace;
use crate::client::FullClient;
use aitbc_primitives::opaque::Block;
use futures_timer::Delay;
use sc_consensus_aura::{find_pre_digest, SlotDuration};
use sc_consensus_slots::BackoffAuthoringBlocksStrategy;
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{sr25519::AuthoritySignature, Slot};
use sp_timestamp::Timestamp;
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// Time between two looks at the clock.
const LOOK: Duration = Duration::from_secs(1);

/// Time between two warnings.
const REPEAT: Duration = Duration::from_secs(60);

/// Slots that a block may come early because clocks differ a little: as many as are accepted.
const DRIFT: u64 = 1;

/// Makes no block in a slot that the chain has reached or passed: the runtime would refuse it.
pub struct OnlyLaterSlots;

impl<N> BackoffAuthoringBlocksStrategy<N> for OnlyLaterSlots {
    fn should_backoff(&self, _: N, chain_head_slot: Slot, _: N, slot_now: Slot, _: &str) -> bool {
        slot_now <= chain_head_slot
    }
}

/// Warns once a minute for as long as the chain is ahead of this machine's clock.
pub async fn warn_while_behind(client: Arc<FullClient>, slot_duration: SlotDuration) {
    let mut pace = Pace::new(Duration::ZERO, REPEAT);
    loop {
        let lead =
            best_slot(&client).and_then(|slot| lead(slot, slot_duration, Timestamp::current()));
        let due = pace.is_due(lead.is_some(), Instant::now());
        if let Some(lead) = lead.filter(|_| due) {
            log::warn!("⏰ {}", advice(lead));
        }
        Delay::new(LOOK).await;
    }
}

fn best_slot(client: &FullClient) -> Option<Slot> {
    let best = client.header(client.info().best_hash).ok()??;
    find_pre_digest::<Block, AuthoritySignature>(&best).ok()
}

/// How far a chain whose best block is in `slot` is ahead of the time `now`, if that is more than clocks
/// may differ.
fn lead(slot: Slot, slot_duration: SlotDuration, now: Timestamp) -> Option<Duration> {
    let latest = Slot::from_timestamp(now, slot_duration).saturating_add(DRIFT);
    let begins = slot.timestamp(slot_duration)?;
    (*slot > *latest).then(|| begins.as_duration().saturating_sub(now.as_duration()))
}

fn advice(lead: Duration) -> String {
    format!(
        "The chain is {} s ahead of the clock of this machine. Until the clock is there, this node makes \
         no block and takes no later ones from others. Set the clock right and keep it so, with chrony \
         or systemd-timesyncd; if it is right, those of the other validators were wrong, and there is \
         only to wait",
        lead.as_millis().div_ceil(1_000)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLOT: SlotDuration = SlotDuration::from_millis(2_000);
    /// The slot that is now.
    const NOW: u64 = 900_000_000;

    /// How many milliseconds a chain in slot `slot` is ahead when slot `NOW` began `past` ago.
    fn ahead(slot: u64, past: u64) -> Option<u128> {
        let now = Timestamp::new(2_000 * NOW + past);
        lead(slot.into(), SLOT, now).map(|lead| lead.as_millis())
    }

    #[test]
    fn chain_is_ahead_when_its_block_is_more_than_a_slot_early() {
        for past in [0, 1_999] {
            assert_eq!(ahead(NOW - 5, past), None);
            assert_eq!(ahead(NOW, past), None);
            assert_eq!(ahead(NOW + 1, past), None);
        }
        assert_eq!(ahead(NOW + 2, 0), Some(4_000));
        assert_eq!(ahead(NOW + 2, 1_999), Some(2_001));
        assert_eq!(ahead(NOW + 30, 0), Some(60_000));
    }

    #[test]
    fn warning_says_how_far_and_what_to_do() {
        assert_eq!(
            advice(Duration::from_millis(60_001)),
            "The chain is 61 s ahead of the clock of this machine. Until the clock is there, this node \
             makes no block and takes no later ones from others. Set the clock right and keep it so, \
             with chrony or systemd-timesyncd; if it is right, those of the other validators were \
             wrong, and there is only to wait"
        );
    }

    #[test]
    fn blocks_take_later_slots_than_the_chain() {
        let skips = |head: u64, now: u64| {
            OnlyLaterSlots.should_backoff(7_u32, head.into(), 7, now.into(), "aura")
        };
        assert!(!skips(NOW - 1, NOW));
        assert!(skips(NOW, NOW));
        assert!(skips(NOW + 1, NOW));
    }
}
