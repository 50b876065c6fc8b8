//! The rules by which proposals are made.

use super::json::{in_units, part};
use aitbc_primitives::{
    governance::{figures::ProposalParameters, proposals::ProposalKind},
    json::Amount,
    time::{DAY, HOUR},
    Moment,
};
use serde::Serialize;
use sp_runtime::Perbill;

/// The rules by which proposals are made. Days and hours are those of a clock, of which networks that are
/// faster than others have parts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Parameters {
    /// The power that a proposer needs, in the smallest unit of the token.
    pub min_proposal_voting_power: Amount,
    /// The most characters of a title.
    pub max_proposal_title_length: u32,
    /// The most characters of a description.
    pub max_proposal_description_length: u32,
    /// How long a change of parameters is voted on, unless the proposer asks for longer.
    pub default_voting_period_days: f64,
    /// The most that a proposer can ask for.
    pub max_voting_period_days: f64,
    /// The least quorum that a proposer can ask for.
    pub min_quorum_threshold: f64,
    /// The highest.
    pub max_quorum_threshold: f64,
    /// The least approval that a proposer can ask for.
    pub min_approval_threshold: f64,
    /// The highest.
    pub max_approval_threshold: f64,
    /// From the end of a vote on a change of parameters until it is enacted.
    pub execution_delay_hours: f64,
}

impl From<ProposalParameters> for Parameters {
    fn from(parameters: ProposalParameters) -> Self {
        // The most ordinary proposals.
        let track = parameters.track(ProposalKind::ParameterChange).copied();
        let of_track = |duration: Option<Moment>| duration.unwrap_or_default();
        let most = part(Perbill::one());
        let least = part(parameters.min_threshold);
        Self {
            min_proposal_voting_power: Amount(parameters.min_power),
            max_proposal_title_length: parameters.max_title,
            max_proposal_description_length: parameters.max_description,
            default_voting_period_days: in_units(of_track(track.map(|track| track.period)), DAY),
            max_voting_period_days: in_units(parameters.max_period, DAY),
            min_quorum_threshold: least,
            max_quorum_threshold: most,
            min_approval_threshold: least,
            max_approval_threshold: most,
            execution_delay_hours: in_units(
                of_track(track.map(|track| track.enactment_delay)),
                HOUR,
            ),
        }
    }
}
