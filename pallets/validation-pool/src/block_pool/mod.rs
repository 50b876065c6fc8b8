//! The pools of blocks: opened by the work contract, closed when their time is over.

pub mod bench;
pub mod credit;
pub mod settle;

use crate::{
    types::LatestBlock, BlockPool, BlockPools, Closed, ClosedBlock, Config, Contract, Event,
    Latest, Member, NewestPool, OpenBlock, OpenBlocks, Pallet, VoteKeys, WeightInfo,
};
use aitbc_primitives::{
    reputation::{
        pools::{self, BlockFacts, Candidates as _, LatestBlock as _, Outcome},
        Domain, HoldReason, Rep, RepLedger,
    },
    Balance, BlockNumber,
};
use alloc::vec::Vec;
use frame_support::{
    traits::{Defensive, Get},
    weights::Weight,
    BoundedVec,
};
use settle::{Settlement, Stakes};
use sp_runtime::SaturatedConversion;

/// The first block that is judged: genesis has no author, and block 1 no outputs before its own.
pub const FIRST_JUDGED: BlockNumber = 2;

/// Of so many blocks it is remembered how their pools ended.
pub const CLOSED_KEPT: BlockNumber = 600;

/// The most pools of blocks that close in one block.
pub const MAX_CLOSING: u32 = 2;

impl<T: Config> pools::BlockPools for Pallet<T> {
    fn open(parent: BlockNumber, block_share: Balance, subsidy: Balance) -> Weight {
        if let Some(facts) = Self::judgeable(parent) {
            let contract = T::Contract::get().clamped();
            let mint = contract.mint_of_block(block_share, subsidy);
            Self::open_block_pool(parent, facts, mint, contract);
        }
        T::WeightInfo::open_block_pool()
    }
}

impl<T: Config> Pallet<T> {
    /// The number of the block that is executed.
    pub(crate) fn block_number() -> BlockNumber {
        frame_system::Pallet::<T>::block_number().saturated_into()
    }

    /// Keeps what the next block has to know of this one.
    pub(crate) fn keep_latest() {
        let latest = T::LatestBlock::latest()
            .map(|facts| LatestBlock { number: Self::block_number(), facts });
        Latest::<T>::set(latest);
    }

    /// What is known of a block whose pool can be opened now.
    fn judgeable(block: BlockNumber) -> Option<BlockFacts<T::AccountId>> {
        let known = block >= FIRST_JUDGED && NewestPool::<T>::get().is_none_or(|n| n < block);
        Latest::<T>::get()
            .filter(|latest| known && latest.number == block)
            .map(|latest| latest.facts)
    }

    fn open_block_pool(
        block: BlockNumber,
        facts: BlockFacts<T::AccountId>,
        mint: Rep,
        contract: Contract,
    ) {
        let BlockFacts { author, output, parent_output } = facts;
        let (own, candidates): (Vec<_>, Vec<_>) =
            T::Candidates::candidates().into_iter().partition(|(account, _)| *account == author);
        let author_weight = own.first().map_or(0, |(_, weight)| *weight);
        let weights: Vec<Rep> = candidates.iter().map(|(_, weight)| *weight).collect();

        let bench = bench::draw(&weights, contract.bench_seats, bench::seed(parent_output, output));
        let (seat, author_stake, members) = match bench {
            Some(bench) => {
                let members = candidates
                    .into_iter()
                    .zip(bench.seats)
                    .filter(|(_, seats)| *seats > 0)
                    .filter_map(|((account, _), seats)| {
                        // Whoever produces has session keys.
                        let key = VoteKeys::<T>::get(&account).defensive()?;
                        Some(Member { account, key: Some(key), seats, vote: None })
                    })
                    .collect();
                (bench.seat, author_weight.min(bench.total / 2), members)
            }
            None => (0, 0, Vec::new()),
        };
        let closes = Self::block_number().saturating_add(contract.window);
        let opened =
            OpenBlocks::<T>::mutate(|open| open.try_push(OpenBlock { block, closes }).is_ok());
        // Two pools close in a block and one opens: there is always room.
        if !opened {
            frame_support::defensive!("more pools of blocks are open than there can be");
            return;
        }
        NewestPool::<T>::put(block);
        Self::deposit_event(Event::BlockPoolOpened {
            block,
            author: author.clone(),
            mint,
            members: members.len() as u32,
        });
        let pool = BlockPool {
            author,
            author_stake,
            author_weight,
            mint,
            seat,
            members: BoundedVec::truncate_from(members),
            closes,
            contract,
        };
        BlockPools::<T>::insert(block, pool);
    }

    /// Closes the pools whose time is over, the oldest first and not too many, and forgets how one ended
    /// long ago. Returns what that took.
    pub(crate) fn close_due(now: BlockNumber) -> Weight {
        if let Some(old) = now.checked_sub(CLOSED_KEPT) {
            Closed::<T>::remove(old);
        }
        let mut left = MAX_CLOSING;
        let mut due = Vec::new();
        let mut open = OpenBlocks::<T>::get();
        open.retain(|pool| {
            let closes = pool.closes <= now && left > 0;
            if closes {
                left = left.saturating_sub(1);
                due.push(pool.block);
            }
            !closes
        });
        let mut weight = Weight::zero();
        if !due.is_empty() {
            OpenBlocks::<T>::put(open);
        }
        for block in due {
            let Some(pool) = BlockPools::<T>::take(block).defensive() else { continue };
            let members = pool.members.len() as u32;
            Self::close_block_pool(block, pool, now);
            weight = weight.saturating_add(T::WeightInfo::close_block_pool(members));
        }
        weight
    }

    fn close_block_pool(block: BlockNumber, pool: BlockPool<T::AccountId>, now: BlockNumber) {
        let stakes = Stakes {
            mint: pool.mint,
            author: pool.author_stake,
            members: pool.members.iter().map(|own| (pool.stake(own), own.vote)).collect(),
        };
        let Settlement {
            outcome,
            stake,
            for_stake,
            against_stake,
            post,
            author_gain,
            members: changes,
        } = stakes.settle(&pool.contract);

        let (mut policed, mut lost) = (author_gain, 0);
        Self::earn(&pool.author, post, author_gain);
        for (member, (gain, loss)) in pool.members.iter().zip(changes) {
            Self::earn(&member.account, 0, gain);
            policed = policed.saturating_add(gain);
            lost = Rep::saturating_add(lost, Self::burn(&member.account, loss));
        }
        let author_lost =
            if outcome == Outcome::Rejected { Self::penalise_author(&pool) } else { 0 };

        Self::deposit_event(Event::BlockPoolClosed {
            block,
            outcome,
            for_stake,
            against_stake,
            post,
            policed,
            lost,
            author_lost,
        });
        let closed = ClosedBlock {
            author: pool.author,
            author_stake: pool.author_stake,
            mint: pool.mint,
            seat: pool.seat,
            stake,
            closed: now,
            outcome,
            for_stake,
            against_stake,
            post,
            policed,
            lost,
            author_lost,
        };
        Closed::<T>::insert(block, closed);
    }

    /// Takes from the author of a rejected block, and returns how much was destroyed at once.
    fn penalise_author(pool: &BlockPool<T::AccountId>) -> Rep {
        let who = &pool.author;
        let encumbered = T::Ledger::held(Domain::Block, HoldReason::Availability, who);
        let loss = Self::note_author_loss(who, |lost| {
            pool.contract.loss_of_author(encumbered, pool.author_weight, lost)
        });
        Self::burn(who, loss)
    }

    /// Destroys Block reputation, and returns how much of it at once.
    fn burn(who: &T::AccountId, amount: Rep) -> Rep {
        if amount == 0 {
            return 0;
        }
        T::Ledger::burn(Domain::Block, who, amount)
    }
}
