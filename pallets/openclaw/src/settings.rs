//! What the rules of the chain say.

use aitbc_primitives::{
    governance::proposals::{ClassShares, ProposalKind, Track},
    Balance, Moment,
};

/// The parameters of governance. All durations are in milliseconds of wall-clock time, already divided by
/// the network's tempo; all amounts are in the smallest unit of the token.
pub trait Settings {
    /// The rules of a type of proposals.
    fn track(kind: ProposalKind) -> Track;

    /// The power that a proposer needs, e.g. 1 000 AITBC.
    fn min_proposal_power() -> Balance;

    /// What a proposer has at stake, before it doubles with the live proposals of the type and
    /// grows with the period, e.g. 1 000 AITBC.
    fn proposal_bond() -> Balance;

    /// What a challenger has at stake, e.g. 1 000 AITBC.
    fn challenge_bond() -> Balance;

    /// For how long a proposal can be challenged, e.g. 48 hours.
    fn challenge_window() -> Moment;

    /// How long a challenge of this type of proposals takes to decide, e.g. 48 hours, of an Emergency 12.
    fn challenge_duration(kind: ProposalKind) -> Moment;

    /// How long a verdict is waited for after that, since a court may need some blocks to tell.
    fn verdict_grace() -> Moment;

    /// The shortest period of voting that can be asked for, e.g. a day.
    fn min_period() -> Moment;

    /// The longest period of voting that can be asked for, e.g. 30 days.
    fn max_period() -> Moment;

    /// The longest delay of enactment that can be asked for, e.g. 30 days.
    fn max_enactment_delay() -> Moment;

    /// The least turnout, whatever the quorum is, e.g. 1 000 AITBC.
    fn min_turnout() -> Balance;

    /// Before the end of voting, how long a change of the outcome moves it, e.g. 24 hours, of an Emergency 6.
    fn late_window(kind: ProposalKind) -> Moment;

    /// The longest time between two blocks that is not lost to voters, e.g. 6 hours. If it is 0, none is.
    fn vote_pause_after() -> Moment;

    /// From when it can be enacted until it no longer can, e.g. 14 days.
    fn expiry() -> Moment;

    /// How much later a proposal is enacted that the council postpones, e.g. 96 hours.
    fn postponement() -> Moment;

    /// How long an enactment waits until it is tried again, e.g. an hour.
    fn retry() -> Moment;

    /// The longest that a brake of the council lasts, e.g. 24 hours.
    fn brake_duration() -> Moment;

    /// From one use of brakes by the council to the next, at least, e.g. 7 days.
    fn brake_interval() -> Moment;

    /// The longest that a pause of an Emergency lasts, e.g. 30 days.
    fn emergency_pause() -> Moment;

    /// The longest that the safe mode of an Emergency lasts, e.g. 7 days.
    fn emergency_safe_mode() -> Moment;

    /// How long the safe mode of a migration that has failed lasts, e.g. 14 days: longer than a proposal of
    /// type ProtocolUpgrade, which repairs it, takes to be enacted.
    fn repair_safe_mode() -> Moment;

    /// How long votes, texts and calls are kept after a proposal has finished, e.g. 90 days.
    fn retention() -> Moment;

    /// The shares of classes of voters, or `None` if power is power.
    fn class_shares() -> Option<ClassShares>;

    /// Whether quorums adapt to how many take part.
    fn adaptive_quorum() -> bool;

    /// The period after which they adapt, e.g. 14 days.
    fn participation_period() -> Moment;

    /// Whether the chain evaluates proposals.
    fn evaluates() -> bool;
}
