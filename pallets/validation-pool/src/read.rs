//! What clients are told.

use crate::{
    BlockPool, BlockPools, Closed, ClosedBlock, Config, Earned, NextPool, Open, OpenBlocks, Pallet,
    Pool, Pools,
};
use aitbc_primitives::{
    reputation::{
        pool_vote,
        pools::{
            BenchMember, BlockPoolView, PoolFilter, PoolId, PoolView, Seats, Side, Uncredited,
        },
        Rep,
    },
    BlockNumber,
};
use alloc::{boxed::Box, vec::Vec};

/// The longest list.
const MAX_LIST: usize = 100;

/// So many pools are looked at for a list, however few the filter lets pass.
const MAX_LOOKED_AT: usize = 10_000;

impl<T: Config> Pallet<T> {
    pub(crate) fn read_block_pool(block: BlockNumber) -> Option<BlockPoolView<T::AccountId>> {
        let open = BlockPools::<T>::get(block).map(|pool| view_of_open(block, pool));
        open.or_else(|| Closed::<T>::get(block).map(|pool| view_of_closed(block, pool)))
    }

    pub(crate) fn read_seats(key: &pool_vote::AuthorityId) -> Vec<Seats<T::AccountId>> {
        OpenBlocks::<T>::get()
            .into_iter()
            .filter_map(|open| {
                let members = BlockPools::<T>::get(open.block)?.members;
                let own = members.into_iter().find(|member| member.key.as_ref() == Some(key))?;
                Some(Seats {
                    block: open.block,
                    account: own.account,
                    seats: own.seats,
                    voted: own.vote.is_some(),
                })
            })
            .collect()
    }

    pub(crate) fn read_earned(who: &T::AccountId) -> Uncredited {
        let earned = Earned::<T>::get(who);
        Uncredited { produced: earned.produced, policed: earned.policed }
    }

    pub(crate) fn read_pool(id: PoolId) -> Option<PoolView<T::AccountId>> {
        Pools::<T>::get(id).map(|pool| view_of_pool(id, pool))
    }

    pub(crate) fn read_pools(
        filter: PoolFilter,
        offset: u32,
        limit: u32,
    ) -> Vec<PoolView<T::AccountId>> {
        let ids: Box<dyn Iterator<Item = PoolId>> = if filter.open == Some(true) {
            let mut open: Vec<_> = Open::<T>::get().into_iter().map(|pool| pool.id).collect();
            open.sort_unstable();
            Box::new(open.into_iter().rev())
        } else {
            Box::new((0..NextPool::<T>::get()).rev())
        };
        ids.take(MAX_LOOKED_AT)
            .filter_map(|id| Some((id, Pools::<T>::get(id)?)))
            .filter(|(_, pool)| filter.domain.is_none_or(|domain| pool.terms.domain == domain))
            .filter(|(_, pool)| filter.open.is_none_or(|open| pool.resolved != open))
            .skip(offset as usize)
            .take(MAX_LIST.min(limit as usize))
            .map(|(id, pool)| view_of_pool(id, pool))
            .collect()
    }
}

fn view_of_open<AccountId>(
    block: BlockNumber,
    pool: BlockPool<AccountId>,
) -> BlockPoolView<AccountId> {
    let staked = |counts: &dyn Fn(Option<Side>) -> bool| {
        let counted = pool.members.iter().filter(|member| counts(member.vote));
        counted.fold(0, |sum: Rep, member| sum.saturating_add(pool.stake(member)))
    };
    let stake = staked(&|_| true);
    let for_stake = staked(&|vote| vote == Some(Side::For));
    let against_stake = staked(&|vote| vote == Some(Side::Against));
    BlockPoolView {
        block,
        author_stake: pool.author_stake,
        mint: pool.mint,
        seat: pool.seat,
        stake,
        closes: pool.closes,
        for_stake,
        against_stake,
        members: pool
            .members
            .into_iter()
            .map(|own| BenchMember { account: own.account, seats: own.seats, vote: own.vote })
            .collect(),
        author: pool.author,
        outcome: None,
        post: 0,
        policed: 0,
        lost: 0,
        author_lost: 0,
    }
}

fn view_of_closed<AccountId>(
    block: BlockNumber,
    pool: ClosedBlock<AccountId>,
) -> BlockPoolView<AccountId> {
    BlockPoolView {
        block,
        author: pool.author,
        author_stake: pool.author_stake,
        mint: pool.mint,
        seat: pool.seat,
        stake: pool.stake,
        closes: pool.closed,
        for_stake: pool.for_stake,
        against_stake: pool.against_stake,
        members: Vec::new(),
        outcome: Some(pool.outcome),
        post: pool.post,
        policed: pool.policed,
        lost: pool.lost,
        author_lost: pool.author_lost,
    }
}

fn view_of_pool<AccountId>(id: PoolId, pool: Pool<AccountId>) -> PoolView<AccountId> {
    let terms = pool.terms;
    PoolView {
        id,
        post: terms.post,
        domain: terms.domain,
        initiator: terms.initiator,
        payer: terms.payer,
        fee: terms.fee,
        mint: pool.mint,
        issuance: pool.issuance,
        opened: pool.opened,
        deadline: pool.deadline,
        quorum: terms.quorum,
        win: terms.win,
        binding: terms.binding,
        redistribute: terms.redistribute,
        excluded: terms.excluded.into_inner(),
        for_stake: pool.for_side.stake,
        against_stake: pool.against_side.stake,
        stakers: pool.stakers,
        outcome: pool.outcome.filter(|_| pool.resolved),
    }
}
