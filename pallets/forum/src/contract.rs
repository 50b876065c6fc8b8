//! What producers earn, and with them the authors of the active work contract.

use crate::{
    propagation::{part, signed},
    ActiveContract, Config, Error, Event, Lineage, NextPayday, Pallet, Payday, Pending, Posts,
    WeightInfo, MAX_CONTRACT_AUTHORS,
};
use aitbc_primitives::{
    clock::Clock,
    reputation::{
        pools::{self, Citation, PostId, PPM},
        Domain, Rep, RepLedger,
    },
    Hash,
};
use alloc::vec;
use frame_support::{defensive, ensure, traits::Get, weights::WeightMeter};
use sp_runtime::{DispatchError, DispatchResult};

/// How many parts per million there are in each part of a `Perbill`.
const PER_PPM: u32 = 1_000;

impl<T: Config> Pallet<T> {
    /// Lets a producer earn: a part of `produced` waits for the active work contract, the rest is minted,
    /// and `policed`, which is minted elsewhere, adds to what its lineage post is worth. Returns what was
    /// minted.
    pub(crate) fn earn(
        producer: &T::AccountId,
        produced: Rep,
        policed: Rep,
    ) -> Result<Rep, DispatchError> {
        Self::check_room(Domain::Block, produced.saturating_add(policed))?;
        let id = Self::lineage_post(producer)?;
        let mut post = Posts::<T>::get(id).ok_or(Error::<T>::UnknownPost)?;
        // A lineage post cites its contract and nothing else.
        let mut own = produced;
        for (target, weight) in post.donations() {
            let Citation::Post(contract) = target else { continue };
            let share = part(signed(produced), weight);
            Self::note_flow(id, contract, share);
            Pending::<T>::mutate(|pending| *pending = pending.saturating_add_signed(share));
            own = own.saturating_sub(share.unsigned_abs());
        }
        let earned = own.saturating_add(policed);
        post.value = post.value.saturating_add(earned);
        Posts::<T>::insert(id, post);
        T::Ledger::mint(Domain::Block, producer, own)?;
        Self::deposit_event(Event::Flowed { post: id, amount: earned });
        Ok(own)
    }

    /// The post that stands for what a producer earns now. It is made if there is none yet.
    fn lineage_post(producer: &T::AccountId) -> Result<PostId, DispatchError> {
        let now = T::Clock::now();
        let contract = ActiveContract::<T>::get();
        let latest = Lineage::<T>::get(producer);
        if let Some(lineage) = latest.filter(|it| it.contract == contract && now < it.until) {
            return Ok(lineage.post);
        }
        let share = i32::try_from(T::ContractShare::get().deconstruct() / PER_PPM).unwrap_or(0);
        let cited = contract.filter(|_| share > 0).map(|post| (Citation::Post(post), share));
        let authors = vec![(producer.clone(), PPM)];
        let refs = cited.into_iter().collect();
        let draft = Self::draft(Hash::zero(), authors, refs, Domain::Block)?;
        let post = Self::publish(draft)?;
        let until = now.saturating_add(T::LineagePeriod::get());
        Lineage::<T>::insert(producer, pools::Lineage { post, contract, until });
        Ok(post)
    }

    pub(crate) fn do_set_active_contract(post: PostId) -> DispatchResult {
        let contract = Posts::<T>::get(post).ok_or(Error::<T>::UnknownPost)?;
        ensure!(contract.domain == Domain::Block, Error::<T>::OtherDomain);
        ensure!(
            contract.authors.len() <= MAX_CONTRACT_AUTHORS as usize,
            Error::<T>::TooManyAuthors
        );
        ensure!(contract.leaches().next().is_none(), Error::<T>::ContractLeaches);
        // So nothing waits but for the active one.
        Self::pay_contract()?;
        ActiveContract::<T>::put(post);
        Self::deposit_event(Event::ContractChanged { post });
        Ok(())
    }

    /// Lets flow what waits for the active work contract. It comes from the lineage posts, which are one
    /// post away.
    pub(crate) fn pay_contract() -> DispatchResult {
        if let Some(contract) = ActiveContract::<T>::get() {
            Self::propagate(contract, Pending::<T>::get(), 1)?;
            Pending::<T>::kill();
        }
        Ok(())
    }

    /// Pays the active work contract once a session, but not in its first block.
    pub(crate) fn pay_contract_if_due(meter: &mut WeightMeter) {
        if meter.try_consume(T::WeightInfo::look_for_payday()).is_err() {
            return;
        }
        let session = T::Session::get();
        let payday = NextPayday::<T>::get();
        if payday.session != session {
            NextPayday::<T>::put(Payday { session, is_due: true });
        } else if payday.is_due && meter.try_consume(T::WeightInfo::pay_contract()).is_ok() {
            NextPayday::<T>::put(Payday { session, is_due: false });
            if Self::pay_contract().is_err() {
                defensive!("what waits for the work contract was checked when it was earned");
            }
        }
    }
}
