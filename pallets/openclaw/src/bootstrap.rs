//! The bootstrap: the council as Root, until proposals can be.

use crate::{Bootstrap, Config, Error, Event, Pallet};
use aitbc_primitives::{
    clock::Clock,
    time::{self, LONGEST_STEP},
    Moment,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, storage::with_storage_layer, traits::UnfilteredDispatchable};
use frame_system::RawOrigin;
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// How long the bootstrap lasts after block 1, in milliseconds in which blocks are made.
pub const BOOTSTRAP_DURATION: Moment = 90 * time::DAY;

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

    /// Opens the bootstrap, at genesis.
    pub(crate) fn begin_bootstrap() {
        Bootstrap::<T>::put(Countdown { left: BOOTSTRAP_DURATION, counted_to: 0 });
    }

    pub(crate) fn do_bootstrap_dispatch(call: <T as Config>::RuntimeCall) -> DispatchResult {
        let before = Bootstrap::<T>::get().ok_or(Error::<T>::BootstrapEnded)?;
        let result: DispatchResult = with_storage_layer(|| {
            call.dispatch_bypass_filter(RawOrigin::Root.into()).map_err(|failure| failure.error)?;
            let lengthened = Bootstrap::<T>::get().is_some_and(|now| now.is_longer_than(&before));
            ensure!(!lengthened, Error::<T>::BootstrapLengthened);
            Ok(())
        });
        Self::deposit_event(Event::BootstrapDispatched { result });
        Ok(())
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
}
