//! What wallets spend on: a pallet whose calls move tokens in all ways that there are.

pub use pallet::*;

#[frame_support::pallet(dev_mode)]
pub mod pallet {
    use crate::mock::SHOP;
    use aitbc_primitives::Balance;
    use alloc::vec::Vec;
    use frame_support::{
        pallet_prelude::*,
        traits::{
            fungible::{Mutate, MutateFreeze, MutateHold},
            tokens::{Fortitude, Precision, Preservation, Restriction},
        },
    };
    use frame_system::pallet_prelude::*;

    type Currency<T> = pallet_balances::Pallet<T>;

    #[pallet::config]
    pub trait Config:
        frame_system::Config<AccountId = u64>
        + pallet_balances::Config<
            Balance = Balance,
            RuntimeHoldReason: From<HoldReason>,
            FreezeIdentifier = u8,
        >
    {
    }

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    #[pallet::composite_enum]
    pub enum HoldReason {
        /// Whatever is held.
        Bond,
    }

    /// What [`Pallet::buy`] costs.
    #[pallet::storage]
    pub type Price<T> = StorageValue<_, Balance, ValueQuery>;

    #[pallet::error]
    pub enum Error<T> {
        /// It always does.
        Failed,
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Takes so much.
        #[pallet::call_index(0)]
        pub fn pay(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Currency::<T>::transfer(&who, &SHOP, amount, Preservation::Expendable).map(|_| ())
        }

        /// Gives so much.
        #[pallet::call_index(1)]
        pub fn refund(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Currency::<T>::transfer(&SHOP, &who, amount, Preservation::Expendable).map(|_| ())
        }

        /// Holds so much.
        #[pallet::call_index(2)]
        pub fn hold(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Currency::<T>::hold(&HoldReason::Bond.into(), &who, amount)
        }

        /// Holds so much no longer.
        #[pallet::call_index(3)]
        pub fn release(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            let reason = HoldReason::Bond.into();
            Currency::<T>::release(&reason, &who, amount, Precision::Exact).map(|_| ())
        }

        /// Holds so much for somebody.
        #[pallet::call_index(4)]
        pub fn open(origin: OriginFor<T>, to: u64, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            ensure!(who != to, Error::<T>::Failed);
            Currency::<T>::hold(&HoldReason::Bond.into(), &who, amount)
        }

        /// Pays so much of what is held.
        #[pallet::call_index(5)]
        pub fn pay_out(origin: OriginFor<T>, to: u64, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Currency::<T>::transfer_on_hold(
                &HoldReason::Bond.into(),
                &who,
                &to,
                amount,
                Precision::Exact,
                Restriction::Free,
                Fortitude::Force,
            )
            .map(|_| ())
        }

        /// Gives so much to a fund.
        #[pallet::call_index(6)]
        pub fn fund(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
            Self::pay(origin, amount)
        }

        /// Freezes so much.
        #[pallet::call_index(7)]
        pub fn freeze(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Currency::<T>::set_freeze(&1, &who, amount)
        }

        /// Takes so much for bytes.
        #[pallet::call_index(8)]
        pub fn write(origin: OriginFor<T>, bytes: Vec<u8>, amount: Balance) -> DispatchResult {
            drop(bytes);
            Self::pay(origin, amount)
        }

        /// Takes so much weight, and gives half of it back. Fails if it is told to.
        #[pallet::call_index(9)]
        #[pallet::weight(*weight)]
        pub fn work(_: OriginFor<T>, weight: Weight, fails: bool) -> DispatchResultWithPostInfo {
            if fails {
                let error = Error::<T>::Failed.into();
                let post_info = Some(weight / 2).into();
                return Err(sp_runtime::DispatchErrorWithPostInfo { post_info, error });
            }
            Ok(Some(weight / 2).into())
        }

        /// Takes what it costs.
        #[pallet::call_index(10)]
        pub fn buy(origin: OriginFor<T>) -> DispatchResult {
            Self::pay(origin, Price::<T>::get())
        }

        /// Takes so much, and gives so much back, at once.
        #[pallet::call_index(11)]
        pub fn exchange(origin: OriginFor<T>, amount: Balance, back: Balance) -> DispatchResult {
            Self::pay(origin.clone(), amount)?;
            Self::refund(origin, back)
        }
    }
}
