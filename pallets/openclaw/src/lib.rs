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

use aitbc_primitives::{
    clock::Clock,
    time::{self, LONGEST_STEP},
    Moment,
};

pub use pallet::*;
pub use weights::WeightInfo;

/// How long the bootstrap lasts after block 1, in milliseconds in which blocks are made.
pub const BOOTSTRAP_DURATION: Moment = 90 * time::DAY;

#[expect(clippy::expect_used, clippy::unreachable, reason = "the pallet macros expand to them")]
#[frame_support::pallet]
pub mod pallet {
    use super::*;
    use alloc::boxed::Box;
    use frame_support::{
        dispatch::GetDispatchInfo, pallet_prelude::*, storage::with_storage_layer,
        traits::UnfilteredDispatchable,
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

        /// Wall-clock time.
        type Clock: Clock;

        /// Weights from `scripts/weights.sh`.
        type WeightInfo: WeightInfo;
    }

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    /// What is left of the bootstrap. It is `None` when it has ended or never was.
    #[pallet::storage]
    pub type Bootstrap<T> = StorageValue<_, Countdown, OptionQuery>;

    /// A bootstrap that has not ended.
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
    pub struct Countdown {
        /// How much longer it lasts, in milliseconds in which blocks are made.
        pub left: Moment,
        /// The latest block time that was counted, in milliseconds since the Unix epoch. It is 0
        /// until block 1 has stated its time.
        pub counted_to: Moment,
    }

    impl Countdown {
        /// Whether this one ends the bootstrap later than `other` does. Time that is said to be
        /// counted already would not be counted when it comes.
        fn is_longer_than(&self, other: &Self) -> bool {
            self.left > other.left || self.counted_to > other.counted_to
        }
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(super) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The council dispatched a call as Root.
        BootstrapDispatched {
            /// How the call ended.
            result: DispatchResult,
        },
        /// The bootstrap is over, for ever.
        BootstrapClosed,
    }

    #[pallet::error]
    pub enum Error<T> {
        /// Root is no longer the council's: the bootstrap is over.
        BootstrapEnded,
        /// The call would leave more of the bootstrap than there was before it.
        BootstrapLengthened,
    }

    #[pallet::genesis_config]
    #[derive(frame_support::DefaultNoBound)]
    pub struct GenesisConfig<T: Config> {
        /// Whether the chain begins with a bootstrap.
        pub bootstrap: bool,
        /// Nothing: serde wants the type parameter to be used.
        #[serde(skip)]
        pub phantom: PhantomData<T>,
    }

    #[pallet::genesis_build]
    impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
        fn build(&self) {
            if self.bootstrap {
                Bootstrap::<T>::put(Countdown { left: BOOTSTRAP_DURATION, counted_to: 0 });
            }
        }
    }

    #[pallet::hooks]
    impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
        fn on_initialize(_: BlockNumberFor<T>) -> Weight {
            Self::count_down();
            T::WeightInfo::count_down()
        }

        #[cfg(feature = "try-runtime")]
        fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
            Self::do_try_state()
        }
    }

    #[pallet::view_functions]
    impl<T: Config> Pallet<T> {
        /// How much is left of the bootstrap, in milliseconds in which blocks are made. `None` when it
        /// is over.
        pub fn bootstrap_left() -> Option<Moment> {
            Bootstrap::<T>::get().map(|bootstrap| bootstrap.left)
        }
    }

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Dispatches `call` as Root, past all call filters, while the bootstrap lasts.
        ///
        /// Origin: [`Config::BootstrapOrigin`]. The call's own outcome is in the event
        /// [`Event::BootstrapDispatched`]; a call that fails changes nothing. One that would lengthen the
        /// bootstrap fails there with [`Error::BootstrapLengthened`].
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
            let before = Bootstrap::<T>::get().ok_or(Error::<T>::BootstrapEnded)?;
            let result: DispatchResult = with_storage_layer(|| {
                call.dispatch_bypass_filter(RawOrigin::Root.into())
                    .map_err(|failure| failure.error)?;
                let lengthened =
                    Bootstrap::<T>::get().is_some_and(|now| now.is_longer_than(&before));
                ensure!(!lengthened, Error::<T>::BootstrapLengthened);
                Ok(())
            });
            Self::deposit_event(Event::BootstrapDispatched { result });
            Ok(())
        }
    }

    impl<T: Config> Pallet<T> {
        /// Whether the council may act as Root.
        pub fn is_bootstrap() -> bool {
            Bootstrap::<T>::exists()
        }

        /// Ends the bootstrap for ever: the first ProtocolUpgrade has been enacted, so that Root has a
        /// successor. Proposals of other types do not end it.
        pub fn end_bootstrap() {
            if Bootstrap::<T>::take().is_some() {
                Self::deposit_event(Event::BootstrapClosed);
            }
        }

        /// Takes the time between the two blocks before this one off the bootstrap, but no more than
        /// [`LONGEST_STEP`]: a chain that stands still does not use it up.
        pub(crate) fn count_down() {
            let Some(mut bootstrap) = Bootstrap::<T>::get() else {
                return;
            };
            let now = T::Clock::now();
            if bootstrap.counted_to > 0 {
                let step = now.saturating_sub(bootstrap.counted_to).min(LONGEST_STEP);
                bootstrap.left = bootstrap.left.saturating_sub(step);
            }
            bootstrap.counted_to = bootstrap.counted_to.max(now);
            if bootstrap.left == 0 {
                Self::end_bootstrap();
            } else {
                Bootstrap::<T>::put(bootstrap);
            }
        }

        /// Checks the invariants of the crate documentation.
        pub fn do_try_state() -> Result<(), sp_runtime::TryRuntimeError> {
            if let Some(bootstrap) = Bootstrap::<T>::get() {
                // Invariant 1
                ensure!(
                    bootstrap.left > 0 && bootstrap.left <= BOOTSTRAP_DURATION,
                    "what is left of the bootstrap is nothing or more than 90 days"
                );
                // Invariant 2
                ensure!(
                    bootstrap.counted_to <= T::Clock::now(),
                    "time that has not come is counted already"
                );
            }
            Ok(())
        }
    }
}
