//! Texts by which people go.

use super::json::text;
use crate::date::Iso;
use aitbc_primitives::governance::proposals::{PolicyView, ProposalId};
use serde::Serialize;

/// A text by which people go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Policy {
    /// Its name.
    pub name: String,
    /// The text.
    pub value: String,
    /// How often it was set since it was last removed.
    pub version: u32,
    /// The proposal that set it.
    pub proposal_id: Option<ProposalId>,
    /// When it was set.
    pub updated_at: Iso,
}

impl From<PolicyView> for Policy {
    fn from(policy: PolicyView) -> Self {
        Self {
            name: text(policy.name),
            value: text(policy.value),
            version: policy.version,
            proposal_id: policy.proposal,
            updated_at: Iso(policy.at),
        }
    }
}
