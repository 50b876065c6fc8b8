//! What the chain makes of proposals.

use aitbc_primitives::governance::{proposals::ProposalId, strategies};
use serde::Serialize;

/// What the chain makes of a proposal: all of it is 0 while evaluations are switched off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Evaluation {
    /// The proposal.
    pub proposal_id: ProposalId,
    /// The sum of the parts, from -128 (against it) to 128 (for it): what strategies add.
    pub evaluation: i16,
    /// What humans say who have voted by hand, from -128 to 128.
    pub support: i16,
    /// 8 for each member of the council that approves it.
    pub council: i16,
    /// -64 while a challenge is undecided.
    pub challenge: i16,
    /// What became of other proposals of its proposer, from -48 to 24.
    pub proposer: i16,
    /// -32 if it changes or asks for much.
    pub size: i16,
}

impl Evaluation {
    /// The evaluation of a proposal.
    pub fn new(proposal_id: ProposalId, parts: strategies::Evaluation) -> Self {
        let strategies::Evaluation { support, council, challenge, proposer, size } = parts;
        let evaluation = parts.sum();
        Self { proposal_id, evaluation, support, council, challenge, proposer, size }
    }
}
