//! How the pool of a block ends, and who gains and loses what. Pure functions of stakes and votes.

use crate::{
    math::{product, share, sum},
    Contract,
};
use aitbc_primitives::reputation::{
    pools::{Outcome, Side},
    Rep,
};
use alloc::vec::Vec;
use sp_runtime::Perbill;

/// So many members have to vote against a block that is rejected.
const REJECTING_MEMBERS: usize = 3;

/// What a wrong vote costs at most: this part of its stake.
const LARGEST_LOSS: Rep = 100;

/// What is in the pool of a block. Amounts are in units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stakes {
    /// What is minted if it is accepted.
    pub mint: Rep,
    /// The stake of the author, always for the block and in no tally.
    pub author: Rep,
    /// The stakes of the bench with their votes.
    pub members: Vec<(Rep, Option<Side>)>,
}

/// What becomes of it. Amounts are in units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// How the pool ends.
    pub outcome: Outcome,
    /// What the bench has staked in all.
    pub stake: Rep,
    /// What it has staked for the block.
    pub for_stake: Rep,
    /// What it has staked against the block.
    pub against_stake: Rep,
    /// What the post of the author gets.
    pub post: Rep,
    /// What the author gets for its stake.
    pub author_gain: Rep,
    /// What each member gets and loses, in the order of the stakes.
    pub members: Vec<(Rep, Rep)>,
}

impl Stakes {
    /// Ends the pool by the rules of `contract`.
    pub fn settle(&self, contract: &Contract) -> Settlement {
        let stake = self.staked(|_| true);
        let for_stake = self.staked(|vote| vote == Some(Side::For));
        let against_stake = self.staked(|vote| vote == Some(Side::Against));
        let outcome = self.outcome(contract.quorum, [stake, for_stake, against_stake]);

        let mint_for = contract.mint_for(self.mint);
        let pot = self.mint.saturating_sub(mint_for);
        let right = match outcome {
            Outcome::Accepted => Some((Side::For, self.author.saturating_add(for_stake))),
            Outcome::Rejected => Some((Side::Against, stake.saturating_add(self.author))),
            Outcome::Contested | Outcome::NoQuorum => None,
        };
        let change = |own: Rep, vote: Side| match right {
            Some((side, whole)) if side == vote => (share(pot, own, whole), 0),
            Some(_) => (0, loss(own, stake, pot, contract.vote_loss)),
            None => (0, 0),
        };
        let members: Vec<_> = self
            .members
            .iter()
            .map(|(own, vote)| vote.map_or((0, 0), |vote| change(*own, vote)))
            .collect();

        let (post, author_gain) = if outcome == Outcome::Accepted {
            let (author_gain, _) = change(self.author, Side::For);
            let gained =
                members.iter().fold(author_gain, |sum, (gain, _)| sum.saturating_add(*gain));
            (self.mint.saturating_sub(gained), author_gain)
        } else {
            (0, 0)
        };
        Settlement { outcome, stake, for_stake, against_stake, post, author_gain, members }
    }

    fn outcome(&self, quorum: Perbill, stakes: [Rep; 3]) -> Outcome {
        let [stake, for_stake, against_stake] = stakes;
        let against = self.members.iter().filter(|(_, vote)| *vote == Some(Side::Against)).count();
        let voted = sum([for_stake, against_stake]);
        let needed = product(stake, quorum.deconstruct());
        if product(against_stake, 3u32) >= product(stake, 2u32) && against >= REJECTING_MEMBERS {
            Outcome::Rejected
        } else if voted.saturating_mul(Perbill::one().deconstruct().into()) < needed {
            Outcome::NoQuorum
        } else if for_stake >= against_stake {
            Outcome::Accepted
        } else {
            Outcome::Contested
        }
    }

    /// The stakes whose vote is one of those asked for.
    fn staked(&self, counts: impl Fn(Option<Side>) -> bool) -> Rep {
        self.members
            .iter()
            .filter(|(_, vote)| counts(*vote))
            .fold(0, |sum: Rep, (stake, _)| sum.saturating_add(*stake))
    }
}

/// What a vote that was wrong loses: `vote_loss` times its part of `pot`, at most a hundredth of its stake.
fn loss(own: Rep, stake: Rep, pot: Rep, vote_loss: u32) -> Rep {
    share(pot.saturating_mul(vote_loss.into()), own, stake).min(own / LARGEST_LOSS)
}
