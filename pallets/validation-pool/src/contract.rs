//! The parameters of the work contract that pools go by.

use crate::math::share;
use aitbc_primitives::{reputation::Rep, Balance, BlockNumber};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Perbill;

/// The most seats of a bench.
pub const MAX_SEATS: u32 = 32;

/// The parameters of the work contract. A pool keeps those of its opening.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct Contract {
    /// The part of a block's revenue that is salary of domain `Block`.
    pub block_share: Perbill,
    /// Units of reputation for each of the smallest units of the native token.
    pub mint_ratio: Perbill,
    /// A block mints at most so many times what its subsidy alone would.
    pub mint_cap: u32,
    /// The part of what is minted that goes to the post that is judged.
    pub author_share: Perbill,
    /// Seats of a bench.
    pub bench_seats: u32,
    /// For how many blocks the pool of a block takes votes.
    pub window: BlockNumber,
    /// The part of a bench that has to vote.
    pub quorum: Perbill,
    /// How many times what a right vote gains a wrong one loses.
    pub vote_loss: u32,
    /// The part of what it has encumbered that the author of a rejected block loses.
    pub author_loss: Perbill,
    /// The most that an author loses by this in a session, as a part of its weight.
    pub author_loss_cap: Perbill,
}

impl Default for Contract {
    fn default() -> Self {
        Self {
            block_share: Perbill::from_percent(80),
            mint_ratio: Perbill::from_percent(100),
            mint_cap: 2,
            author_share: Perbill::from_percent(50),
            bench_seats: MAX_SEATS,
            window: 10,
            quorum: Perbill::from_percent(10),
            vote_loss: 10,
            author_loss: Perbill::from_perthousand(1),
            author_loss_cap: Perbill::from_percent(1),
        }
    }
}

impl Contract {
    /// The same within the bounds that hold whatever was set.
    ///
    /// A vote speaks of 16 blocks, hence the largest window; with less than 8 blocks no vote that has to be
    /// sent twice would arrive in time.
    pub fn clamped(self) -> Self {
        let percent = Perbill::from_percent;
        Self {
            block_share: self.block_share,
            mint_ratio: self.mint_ratio,
            mint_cap: self.mint_cap.clamp(1, 10),
            author_share: self.author_share.min(percent(50)),
            bench_seats: self.bench_seats.clamp(3, MAX_SEATS),
            window: self.window.clamp(8, 16),
            quorum: self.quorum.clamp(percent(5), percent(50)),
            vote_loss: self.vote_loss.min(100),
            author_loss: self.author_loss.min(percent(1)),
            author_loss_cap: self.author_loss_cap.min(percent(10)),
        }
    }

    /// What the pool of a block mints, in units: the block's share, at most so many times the part of it
    /// that the subsidy is. Both in the smallest unit of the native token.
    pub fn mint_of_block(&self, block_share: Balance, subsidy: Balance) -> Rep {
        let one = Rep::from(Perbill::one().deconstruct());
        let both = Rep::from(self.mint_ratio.deconstruct())
            .saturating_mul(self.block_share.deconstruct().into());
        let of_subsidy = share(subsidy, both, one.saturating_mul(one));
        let cap = of_subsidy.saturating_mul(self.mint_cap.into());
        self.mint(block_share).min(cap)
    }

    /// What is minted for `base`, in the smallest unit of the native token.
    pub fn mint(&self, base: Balance) -> Rep {
        self.mint_ratio.mul_floor(base)
    }

    /// The part of `mint` that stands for the post that is judged; the rest stands against it.
    pub fn mint_for(&self, mint: Rep) -> Rep {
        self.author_share.mul_ceil(mint)
    }

    /// What the author of a rejected block loses of what it has `encumbered`, if it has `lost` so much in
    /// this session already and its weight is `weight`.
    pub fn loss_of_author(&self, encumbered: Rep, weight: Rep, lost: Rep) -> Rep {
        let left = self.author_loss_cap.mul_floor(weight).saturating_sub(lost);
        self.author_loss.mul_floor(encumbered).min(left)
    }
}
