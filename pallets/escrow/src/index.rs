//! Who has which escrows and streams.

use crate::{Config, EscrowsOf, NextId, Obliged, Pallet, StreamsOf, Totals};
use aitbc_primitives::{
    agents,
    market::{
        deadlines::DeadlineClock,
        escrow::{EscrowId, EscrowTask, Party},
    },
};
use codec::MaxEncodedLen;
use frame_support::traits::Footprint;
use sp_runtime::{ArithmeticError, DispatchError};

/// The complement of a number, in which the newest comes first.
pub type Key = [u8; 8];

/// The key of an escrow or a stream among those of an account.
pub(crate) fn key(id: EscrowId) -> Key {
    (!id).to_be_bytes()
}

/// The number that has this key.
pub(crate) fn id(key: Key) -> EscrowId {
    !EscrowId::from_be_bytes(key)
}

/// What a task takes of the agenda: itself, and its clock, bucket and place.
pub(crate) fn task_bytes() -> usize {
    <(DeadlineClock, u64, u32, EscrowTask)>::max_encoded_len()
}

impl<T: Config> Pallet<T> {
    /// A number that was not given out.
    pub(crate) fn next_id() -> Result<EscrowId, DispatchError> {
        NextId::<T>::try_mutate(|next| {
            let id = *next;
            *next = id.checked_add(1).ok_or(ArithmeticError::Overflow)?;
            Ok(id)
        })
    }

    /// Notes whose a new escrow is.
    pub(crate) fn enter_escrow(
        id: EscrowId,
        depositor: &T::AccountId,
        beneficiary: Option<&T::AccountId>,
    ) {
        EscrowsOf::<T>::insert((depositor, Party::Depositor, key(id)), ());
        if let Some(beneficiary) = beneficiary {
            Self::enter_beneficiary(id, beneficiary);
        }
        Self::oblige(depositor);
        Totals::<T>::mutate(|totals| totals.escrows = totals.escrows.saturating_add(1));
    }

    /// Notes whom an escrow is to pay.
    pub(crate) fn enter_beneficiary(id: EscrowId, beneficiary: &T::AccountId) {
        EscrowsOf::<T>::insert((beneficiary, Party::Beneficiary, key(id)), ());
    }

    /// The numbers of an account's escrows in which it has this role, older than `after` only, newest first.
    pub(crate) fn escrows_of(
        who: &T::AccountId,
        role: Party,
        after: Option<EscrowId>,
    ) -> impl Iterator<Item = EscrowId> {
        let keys = match after.map(key) {
            Some(key) => EscrowsOf::<T>::iter_key_prefix_from(
                (who, role),
                EscrowsOf::<T>::hashed_key_for((who, role, key)),
            ),
            None => EscrowsOf::<T>::iter_key_prefix((who, role)),
        };
        keys.map(id)
    }

    /// Forgets whose an escrow was. The beneficiary is `accepted` if it was obliged.
    pub(crate) fn leave_escrow(
        id: EscrowId,
        depositor: &T::AccountId,
        beneficiary: Option<&T::AccountId>,
        accepted: bool,
    ) {
        EscrowsOf::<T>::remove((depositor, Party::Depositor, key(id)));
        Self::discharge(depositor);
        if let Some(beneficiary) = beneficiary {
            EscrowsOf::<T>::remove((beneficiary, Party::Beneficiary, key(id)));
            if accepted {
                Self::discharge(beneficiary);
            }
        }
        Totals::<T>::mutate(|totals| totals.escrows = totals.escrows.saturating_sub(1));
    }

    /// Notes whose a new stream is.
    pub(crate) fn enter_stream(id: EscrowId, payer: &T::AccountId, beneficiary: &T::AccountId) {
        StreamsOf::<T>::insert(payer, key(id), Party::Depositor);
        StreamsOf::<T>::insert(beneficiary, key(id), Party::Beneficiary);
        Self::oblige(payer);
        Totals::<T>::mutate(|totals| totals.streams = totals.streams.saturating_add(1));
    }

    /// Forgets whose a stream was.
    pub(crate) fn leave_stream(id: EscrowId, payer: &T::AccountId, beneficiary: &T::AccountId) {
        StreamsOf::<T>::remove(payer, key(id));
        StreamsOf::<T>::remove(beneficiary, key(id));
        Self::discharge(payer);
        Totals::<T>::mutate(|totals| totals.streams = totals.streams.saturating_sub(1));
    }

    /// Counts something that `who` has opened or accepted.
    pub(crate) fn oblige(who: &T::AccountId) {
        Obliged::<T>::mutate(who, |count| *count = count.saturating_add(1));
    }

    fn discharge(who: &T::AccountId) {
        Obliged::<T>::mutate_exists(who, |count| {
            *count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
        });
    }

    /// What an entry of so many bytes takes of the chain's state, with its two places in the index, the two
    /// counts of what accounts have, and so many tasks on the agenda.
    pub(crate) fn footprint(entry: usize, tasks: usize) -> Footprint {
        let place = <(T::AccountId, Key, Party)>::max_encoded_len();
        let count = <(T::AccountId, u32)>::max_encoded_len();
        let of_parties = place.saturating_add(count).saturating_mul(2);
        let bytes = EscrowId::max_encoded_len().saturating_add(entry).saturating_add(of_parties);
        let bytes = bytes.saturating_add(task_bytes().saturating_mul(tasks));
        Footprint::from_parts(tasks.saturating_add(3), bytes)
    }
}

/// What others offer to somebody obliges to nothing, nor does money that flows to it by itself: else anybody
/// could keep an agent from retiring.
impl<T: Config> agents::Obligations<T::AccountId> for Pallet<T> {
    fn open(who: &T::AccountId) -> bool {
        Obliged::<T>::contains_key(who)
    }
}
