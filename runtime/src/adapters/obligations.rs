//! What accounts still owe to others or have in their hands.

use crate::{Agents, Escrow, GpuStaking};

/// What an agent may have open beside its wallets and messages.
pub type OfAgents = (GpuStaking, Escrow);

/// What a wallet may have open beside what waits in it, is on hold or frozen: that, and messages.
pub type OfWallets = (OfAgents, Agents);
