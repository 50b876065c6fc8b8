#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![deny(missing_docs)]

extern crate alloc;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "a test may panic")]
mod tests;
pub mod weights;

use aitbc_primitives::{time, Moment};

pub use pallet::*;
pub use weights::WeightInfo;

/// How long the bootstrap lasts after block 1, in milliseconds.
pub const BOOTSTRAP_DURATION: Moment = 90 * time::DAY;

#[allow(
    clippy::expect_used,
    clippy::unreachable,
    reason = "the pallet macros expand to them"
)]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use alloc::boxed::Box;
    use frame_support::{
        dispatch::GetDispatchInfo,
        pallet_prelude::*,
        traits::{Time, UnfilteredDispatchable},
    };
    use frame_system::{pallet_prelude::*, RawOrigin};

    /// The storage layout this code expects.
    const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::config]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// Calls that the bootstrap may dispatch: all of the runtime.
        type RuntimeCall: Parameter
            + UnfilteredDispatchable<RuntimeOrigin = Self::RuntimeOrigin>
            + GetDispatchInfo;

        /// Who may act as Root during the bootstrap, e.g. four of five council members.
        type BootstrapOrigin: EnsureOrigin<Self::RuntimeOrigin>;

        /// Wall-clock time in milliseconds. In hooks before the timestamp is set: the parent's.
        type Time: Time<Moment = Moment>;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// How far the bootstrap is. `None`: it has ended, or never was.
    #[pallet::storage]
    pub type Bootstrap<T> = StorageValue<_, Phase, OptionQuery>;

    /// A bootstrap that has not been ended.
    #[derive(
        Clone,
        Copy,
        Debug,
        Decode,
        DecodeWithMemTracking,
        Encode,
        Eq,
        MaxEncodedLen,
        PartialEq,
        TypeInfo,
    )]
    pub enum Phase {
        /// Genesis opened it; block 1 has not stated its time yet.
        #[codec(index = 0)]
        Opened,
        /// It is over at this time in milliseconds since the Unix epoch.
        #[codec(index = 1)]
        EndsAt(Moment),
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The council dispatched a call as Root.
        BootstrapDispatched {
            /// How the call ended.
            result: DispatchResult,
        },
        /// The bootstrap was ended before its time, for ever.
        BootstrapClosed,
    }

    #[pallet::error]
    pub enum Error<T> {
        /// Root is no longer the council's: the bootstrap is over.
        BootstrapEnded,
    }

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Whether the chain begins with a bootstrap.
        pub bootstrap: bool,
        /// Nothing.
        #[serde(skip)]
        pub phantom: PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            if self.bootstrap {
                Bootstrap::<T>::put(Phase::Opened);
            }
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(now: BlockNumberFor<T>) -> Weight {
            // At the start of block 2 the clock still shows the time of block 1.
            if now != 2u32.into() {
                return Weight::zero();
            }
            Self::start_countdown();
            T::WeightInfo::start_countdown()
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// When the bootstrap ends, in milliseconds since the Unix epoch. `None` when it is over, and
        /// before block 2.
        pub fn bootstrap_ends_at() -> Option<Moment> {
            match Bootstrap::<T>::get() {
                Some(Phase::EndsAt(end)) if T::Time::now() < end => Some(end),
                _ => None,
            }
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Dispatches `call` as Root, past all call filters, while the bootstrap lasts.
        ///
        /// Origin: [`Config::BootstrapOrigin`]. The call's own outcome is in the event
        /// [`Event::BootstrapDispatched`]; a call that fails changes nothing.
        ///
        /// Errors: [`Error::BootstrapEnded`].
        #[pallet::call_index(0)]
        #[pallet::weight({
            let info = call.get_dispatch_info();
            (T::WeightInfo::bootstrap_dispatch().saturating_add(info.call_weight), info.class)
        })]
        pub fn bootstrap_dispatch(
            origin: OriginFor<T>,
            call: Box<<T as Config>::RuntimeCall>,
        ) -> DispatchResult {
            T::BootstrapOrigin::ensure_origin(origin)?;
            ensure!(Self::is_bootstrap(), Error::<T>::BootstrapEnded);
            let result = call.dispatch_bypass_filter(RawOrigin::Root.into());
            Self::deposit_event(Event::BootstrapDispatched {
                result: result.map(|_| ()).map_err(|failure| failure.error),
            });
            Ok(())
        }
    }

    impl<T: Config> Pallet<T> {
        /// Whether the council may act as Root.
        pub fn is_bootstrap() -> bool {
            match Bootstrap::<T>::get() {
                None => false,
                Some(Phase::Opened) => true,
                Some(Phase::EndsAt(end)) => T::Time::now() < end,
            }
        }

        /// Ends the bootstrap for ever: a proposal has been enacted.
        pub fn end_bootstrap() {
            if Bootstrap::<T>::take().is_some() {
                Self::deposit_event(Event::BootstrapClosed);
            }
        }

        pub(crate) fn start_countdown() {
            Bootstrap::<T>::mutate(|phase| {
                if let Some(Phase::Opened) = phase {
                    *phase = Some(Phase::EndsAt(
                        T::Time::now().saturating_add(BOOTSTRAP_DURATION),
                    ));
                }
            });
        }

        /// Checks the invariants of the crate documentation.
        pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
            // Invariant 1
            if let Some(Phase::EndsAt(end)) = Bootstrap::<T>::get() {
                ensure!(
                    end <= T::Time::now().saturating_add(BOOTSTRAP_DURATION),
                    "the bootstrap lasts longer than 90 days"
                );
            }
            Ok(())
        }
    }
}
