//! Entries of the state that all transactions of a block share, so that it reads and writes each of them once at most,
//! however many these are. Blocks pay for them; the weights of calls and hooks do not contain them.

/// How many there are.
pub const SHARED_ENTRIES: u64 = 132;

/// Their keys: values of which each pallet has one, the agenda's queues, and the account that fees go to.
pub fn keys() -> alloc::vec::Vec<alloc::vec::Vec<u8>> {
    use crate::{AllPalletsWithSystem, Runtime, Work};
    use aitbc_primitives::market::deadlines::DeadlineClock;
    use frame_support::traits::StorageInfoTrait;
    use frame_system::Account;
    use pallet_deadlines::Queues;

    let infos = AllPalletsWithSystem::storage_info();
    let values = infos.into_iter().filter(|info| info.max_values == Some(1));
    let queues =
        [DeadlineClock::Active, DeadlineClock::Wall].map(Queues::<Runtime>::hashed_key_for);
    let pot = Account::<Runtime>::hashed_key_for(Work::pot());
    values.map(|info| info.prefix).chain(queues).chain([pot]).collect()
}
