//! What a chain specification says about parameters.

use super::groups::{consensus, governance, safety, work_contract, RuntimeParameters};
use crate::{BlockNumber, Moment, Runtime};
use aitbc_primitives::governance::proposals::Track;
use frame_support::traits::{dynamic_params::AggregatedKeyValue, Get};
use pallet_chain_settings::StoreParameters;
use sp_runtime::Perbill;

/// The parameters in which networks differ, as a chain specification gives them. What is left out
/// keeps its default.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct GenesisParameters {
    /// Slots in a session.
    pub session_length: Option<u32>,
    /// Sessions in an era.
    pub sessions_per_era: Option<u32>,
    /// Eras between unbonding and withdrawal.
    pub bonding_duration: Option<u32>,
    /// Eras between a slash and its execution.
    pub slash_defer_duration: Option<u32>,
    /// The part of the slots that validators share evenly, in parts of 10^9. More than all of them
    /// counts as all.
    pub equal_share: Option<Perbill>,
    /// Units of Block reputation that a block mints for each unit of its block share, in parts of 10^9. More
    /// than one counts as one.
    pub mint_ratio: Option<Perbill>,
    /// Blocks a council motion stays open.
    pub council_motion_duration: Option<BlockNumber>,
    /// Blocks after which safe mode ends by itself, if Root has entered it.
    pub safe_mode_duration: Option<BlockNumber>,
    /// A longer time without blocks is added to open votes, in milliseconds. With 0 none is, which suits clients
    /// that travel in time.
    pub vote_pause_after: Option<Moment>,
}

impl StoreParameters for GenesisParameters {
    fn store(&self, tempo: u32) {
        use consensus::{
            BondingDuration, EqualShare, SessionLength, SessionsPerEra, SlashDeferDuration,
        };
        use RuntimeParameters::{Consensus, Governance, Safety, WorkContract};

        store(Consensus, SessionLength, self.session_length);
        store(Consensus, SessionsPerEra, self.sessions_per_era);
        store(Consensus, BondingDuration, self.bonding_duration);
        store(Consensus, SlashDeferDuration, self.slash_defer_duration);
        // Unlike JSON, storage has no parts of more than the whole: they would not decode.
        store(Consensus, EqualShare, self.equal_share.map(|share| share.min(Perbill::one())));
        let mint_ratio = self.mint_ratio.map(|ratio| ratio.min(Perbill::one()));
        store(WorkContract, work_contract::MintRatio, mint_ratio);
        store(Governance, governance::CouncilMotionDuration, self.council_motion_duration);
        store(Safety, safety::SafeModeDuration, self.safe_mode_duration);
        if tempo > 1 {
            store_durations(tempo);
        }
        store(Governance, governance::VotePauseAfter, self.vote_pause_after);
    }
}

/// Stores all durations of proposals in the days of a network.
fn store_durations(tempo: u32) {
    use governance::*;

    let scaled = |duration: Moment| duration.checked_div(tempo.into()).unwrap_or(duration);
    macro_rules! store_scaled {
        ($($duration:ident),*; $($track:ident),*) => {
            $(store(RuntimeParameters::Governance, $duration, Some(scaled($duration::get())));)*
            $(
                let track: Track = $track::get();
                let track = Track {
                    delay: scaled(track.delay),
                    period: scaled(track.period),
                    enactment_delay: scaled(track.enactment_delay),
                    ..track
                };
                store(RuntimeParameters::Governance, $track, Some(track));
            )*
        };
    }
    store_scaled! {
        ChallengeWindow, ChallengeDuration, EmergencyChallengeDuration, MinPeriod, MaxPeriod, LateWindow,
        EmergencyLateWindow, Expiry, Postponement, BrakeDuration, BrakeInterval, Retention, VotePauseAfter;
        ParameterChangeTrack, ProtocolUpgradeTrack, TreasuryAllocationTrack, EmergencyTrack,
        AgentTradingTrack, DaoGrantTrack, PolicyChangeTrack
    }
}

/// Stores a parameter of a group, if there is a value for it.
fn store<Group, Key, Value>(group: fn(Group) -> RuntimeParameters, key: Key, value: Option<Value>)
where
    Group: From<(Key, Value)>,
{
    let parameter = value.map(|value| group((key, value).into()).into_parts());
    if let Some((key, Some(value))) = parameter {
        pallet_parameters::Parameters::<Runtime>::insert(key, value);
    }
}
