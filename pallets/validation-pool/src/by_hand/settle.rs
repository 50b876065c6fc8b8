//! How a pool by hand ends, and who gains and loses what. Pure functions of its totals.

use crate::{
    math::{millionths, product, share, sum},
    types::Pool,
};
use aitbc_primitives::reputation::{
    pools::{Outcome, Side},
    Rep,
};

/// What a pool that has ended pays and takes. Amounts are in units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Payout {
    /// The side that wins and what it has staked, if anybody gains or loses.
    pub winner: Option<(Side, Rep)>,
    /// What is shared out among the stakes that win.
    pub pot: Rep,
    /// The part of what is minted that goes to the post in any case.
    pub post: Rep,
    /// The part of a losing stake that is lost, in parts per million.
    pub binding: u32,
}

/// How a pool ends with the stakes that it has.
pub fn outcome<AccountId>(pool: &Pool<AccountId>) -> Outcome {
    let [for_stake, against_stake] = [pool.for_side.stake, pool.against_side.stake];
    let (quorum, of_quorum) = pool.terms.quorum;
    let (win, of_win) = pool.terms.win;
    let staked = sum([for_stake, against_stake]);
    if staked.saturating_mul(of_quorum.into()) < product(pool.issuance, quorum) {
        return Outcome::NoQuorum;
    }
    let in_favour = sum([for_stake, pool.mint_for]).saturating_mul(of_win.into());
    let all = sum([for_stake, against_stake, pool.mint]).saturating_mul(win.into());
    if in_favour >= all {
        Outcome::Accepted
    } else {
        Outcome::Rejected
    }
}

impl Payout {
    /// What a pool pays and takes that ends with `outcome`.
    pub fn new<AccountId>(pool: &Pool<AccountId>, outcome: Outcome) -> Self {
        let lost_by = |side: Side| {
            if pool.terms.redistribute {
                pool.side(side).at_risk
            } else {
                0
            }
        };
        let mint_against = pool.mint.saturating_sub(pool.mint_for);
        let (winner, pot, post) = match outcome {
            Outcome::Accepted => {
                let pot = mint_against.saturating_add(lost_by(Side::Against));
                (Some(Side::For), pot, pool.mint_for)
            }
            // Nobody was there to win: nothing is minted and nothing lost.
            Outcome::Rejected if pool.against_side.stake == 0 => (None, 0, 0),
            Outcome::Rejected => {
                (Some(Side::Against), pool.mint.saturating_add(lost_by(Side::For)), 0)
            }
            Outcome::Contested | Outcome::NoQuorum => (None, 0, 0),
        };
        let winner = winner.map(|side| (side, pool.side(side).stake));
        Self { winner, pot, post, binding: pool.terms.binding }
    }

    /// What a stake on `side` gains and loses.
    pub fn change(&self, side: Side, stake: Rep) -> (Rep, Rep) {
        match self.winner {
            Some((winner, all)) if side == winner => (share(self.pot, stake, all), 0),
            Some(_) => (0, millionths(stake, self.binding)),
            None => (0, 0),
        }
    }

    /// What the post gets when those who won have gained `gained`: what is left of the pot is its own, or
    /// destroyed if the pool did not accept it.
    pub fn of_post(&self, gained: Rep) -> Rep {
        match self.winner {
            Some((Side::For, _)) => self.post.saturating_add(self.pot.saturating_sub(gained)),
            _ => 0,
        }
    }
}
