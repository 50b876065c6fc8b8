//! Pools as the design says them, slowly and readably: what the pallet is compared with. It shares nothing
//! with the pallet but names of sides and outcomes.

use super::*;
use std::collections::BTreeMap;

/// A fraction, exact.
type Fraction = (u128, u128);

/// A whole number of thousandths of a thousandth.
const MILLION: u128 = 1_000_000;

/// The rules and stakes of a pool by hand.
#[derive(Clone, Debug)]
pub struct HandPool {
    pub fee: u128,
    pub mints: bool,
    pub issuance: u128,
    pub quorum: Fraction,
    pub win: Fraction,
    pub binding: u128,
    pub redistribute: bool,
    pub stakes: BTreeMap<AccountId, (Side, u128)>,
}

/// What a pool by hand has done.
#[derive(Clone, Debug, PartialEq)]
pub struct HandResult {
    pub outcome: Outcome,
    pub gains: BTreeMap<AccountId, u128>,
    pub losses: BTreeMap<AccountId, u128>,
    pub post: u128,
    pub minted: u128,
    pub burned: u128,
}

impl HandPool {
    fn staked(&self, side: Side) -> u128 {
        self.stakes.values().filter(|(own, _)| *own == side).map(|(_, amount)| amount).sum()
    }

    /// Half of what is minted stands for the post, rounded up.
    pub fn result(&self) -> HandResult {
        let minted = if self.mints { self.fee } else { 0 };
        let (minted_for, minted_against) = (minted.div_ceil(2), minted / 2);
        let (up, down) = (self.staked(For), self.staked(Against));
        let nothing = |outcome| HandResult {
            outcome,
            gains: BTreeMap::new(),
            losses: BTreeMap::new(),
            post: 0,
            minted: 0,
            burned: 0,
        };
        if (up + down) * self.quorum.1 < self.issuance * self.quorum.0 {
            return nothing(NoQuorum);
        }
        let accepted = (up + minted_for) * self.win.1 >= (up + down + minted) * self.win.0;
        if !accepted && down == 0 {
            return nothing(Rejected);
        }
        let (winners, pot) = if accepted { (For, minted_against) } else { (Against, minted) };
        let losses: BTreeMap<_, _> = self
            .stakes
            .iter()
            .filter(|(_, (side, _))| *side != winners)
            .map(|(who, (_, amount))| (*who, amount * self.binding / MILLION))
            .collect();
        let lost: u128 = losses.values().sum();
        let pot = pot + if self.redistribute { lost } else { 0 };
        let gains: BTreeMap<_, _> = self
            .stakes
            .iter()
            .filter(|(_, (side, _))| *side == winners)
            .map(|(who, (_, amount))| (*who, pot * amount / self.staked(winners)))
            .collect();
        let dust = pot - gains.values().sum::<u128>();
        let (outcome, post, wasted) =
            if accepted { (Accepted, minted_for + dust, 0) } else { (Rejected, 0, dust) };
        let burned = if self.redistribute { wasted } else { lost + wasted };
        HandResult { outcome, gains, losses, post, minted, burned }
    }
}

/// The pool of a block.
#[derive(Clone, Debug)]
pub struct ModelBlock {
    pub author: AccountId,
    pub author_weight: u128,
    pub mint: u128,
    /// Who judges with how many seats.
    pub bench: BTreeMap<AccountId, u128>,
    pub seat: u128,
    /// The weight of all candidates after the cap.
    pub total: u128,
    pub votes: BTreeMap<AccountId, Side>,
}

/// What the pool of a block has done.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockResult {
    pub outcome: Outcome,
    /// What everybody gets for its stake, the author too.
    pub policed: BTreeMap<AccountId, u128>,
    pub losses: BTreeMap<AccountId, u128>,
    pub post: u128,
}

impl ModelBlock {
    fn voted(&self, side: Side) -> Vec<(AccountId, u128)> {
        self.votes
            .iter()
            .filter(|(who, own)| **own == side && self.bench.contains_key(who))
            .map(|(who, _)| (*who, self.bench[who] * self.seat))
            .collect()
    }

    /// By the default parameters.
    pub fn result(&self) -> BlockResult {
        let author = if self.bench.is_empty() { 0 } else { self.author_weight.min(self.total / 2) };
        let stake = self.bench.values().sum::<u128>() * self.seat;
        let (supporters, opponents) = (self.voted(For), self.voted(Against));
        let sum = |side: &[(AccountId, u128)]| side.iter().map(|(_, stake)| stake).sum::<u128>();
        let (up, down) = (sum(&supporters), sum(&opponents));
        let pot = self.mint / 2;
        let loss = |stake_of: u128| (10 * pot * stake_of / stake).min(stake_of / 100);

        let mut result = BlockResult {
            outcome: Accepted,
            policed: BTreeMap::new(),
            losses: BTreeMap::new(),
            post: 0,
        };
        if 3 * down >= 2 * stake && opponents.len() >= 3 {
            result.outcome = Rejected;
            result.policed =
                opponents.iter().map(|(who, own)| (*who, pot * own / (stake + author))).collect();
            result.losses = supporters.iter().map(|(who, own)| (*who, loss(*own))).collect();
        } else if 10 * (up + down) < stake {
            result.outcome = NoQuorum;
        } else if up < down {
            result.outcome = Contested;
        } else {
            let mut shares = supporters;
            shares.push((self.author, author));
            if author + up > 0 {
                result.policed =
                    shares.iter().map(|(who, own)| (*who, pot * own / (author + up))).collect();
            }
            result.losses = opponents.iter().map(|(who, own)| (*who, loss(*own))).collect();
            result.post = self.mint - result.policed.values().sum::<u128>();
        }
        result
    }
}
