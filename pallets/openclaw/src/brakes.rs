//! Brakes: pausing calls, and safe mode. Each ends by itself.

use crate::{
    types::{BrakeUse, Braked, BrakedBy, BrakesOn, CallName, CallNames, MAX_PAUSED_AT_ONCE},
    Brakes, Config, Error, Event, Pallet, Settings, WeightInfo,
};
use aitbc_primitives::{clock::Clock, Moment};
use alloc::vec::Vec;
use frame_support::{
    ensure,
    traits::EnsureOrigin,
    weights::{Weight, WeightMeter},
};
use sp_runtime::{DispatchError, DispatchResult};

/// What stops calls, as it is kept elsewhere.
pub trait Brake {
    /// Pauses calls of this name. Fails if they cannot be paused, or are.
    fn pause(call: &CallName) -> DispatchResult;

    /// Ends the pause of calls of this name. Fails if they are not paused.
    fn unpause(call: &CallName) -> DispatchResult;

    /// Enters safe mode, or stays in it, for at least `duration` milliseconds from now.
    fn enter_safe_mode(duration: Moment) -> DispatchResult;

    /// Exits safe mode. Fails if it was not entered.
    fn exit_safe_mode() -> DispatchResult;
}

impl Braked {
    /// Makes a brake last at least until `until`, and that of who is stronger.
    fn prolong(&mut self, until: Moment, by: BrakedBy) {
        self.until = self.until.max(until);
        if by == BrakedBy::Emergency {
            self.by = by;
        }
    }

    /// Fails if `by` may not end the brake.
    fn ensure_lifted_by<T: Config>(&self, by: BrakedBy) -> DispatchResult {
        ensure!(by == BrakedBy::Emergency || self.by == by, Error::<T>::BegunByEmergency);
        Ok(())
    }
}

impl<T: Config> Pallet<T> {
    /// Enters safe mode because a migration has failed. Only what ends the safe mode of an Emergency ends it,
    /// and time. It lasts longer than that of an Emergency, which is shorter than the repair takes by a
    /// ProtocolUpgrade.
    pub fn enter_safe_mode_for_repair() -> DispatchResult {
        let until = Self::end_of_brake(None, T::Settings::repair_safe_mode());
        Self::brake_until(Brakes::<T>::get(), until, BrakedBy::Emergency)
    }

    /// Who may use the brakes.
    pub(crate) fn ensure_brake(origin: T::RuntimeOrigin) -> Result<BrakedBy, DispatchError> {
        if Self::ensure_emergency(origin.clone()).is_ok() {
            return Ok(BrakedBy::Emergency);
        }
        T::CouncilOrigin::ensure_origin(origin)?;
        Ok(BrakedBy::Council)
    }

    pub(crate) fn do_pause(
        names: CallNames,
        duration: Option<Moment>,
        by: BrakedBy,
    ) -> DispatchResult {
        let mut brakes = Brakes::<T>::get();
        let most = match by {
            BrakedBy::Council => {
                Self::use_brake(&mut brakes, |last| &mut last.paused)?;
                T::Settings::brake_duration()
            }
            BrakedBy::Emergency => T::Settings::emergency_pause(),
        };
        let until = Self::end_of_brake(duration, most);
        for name in &names {
            match brakes.paused.iter_mut().find(|(other, _)| other == name) {
                Some((_, braked)) => {
                    braked.prolong(until, by);
                    // It is paused already, unless something else has ended that.
                    let _ = T::Brake::pause(name);
                }
                None => {
                    T::Brake::pause(name)?;
                    let pause = (name.clone(), Braked { until, by });
                    brakes.paused.try_push(pause).map_err(|_| Error::<T>::TooManyPaused)?;
                }
            }
        }
        Brakes::<T>::put(brakes);
        Self::deposit_event(Event::Paused { names, until });
        Ok(())
    }

    pub(crate) fn do_unpause(names: CallNames, by: BrakedBy) -> DispatchResult {
        let mut brakes = Brakes::<T>::get();
        for name in &names {
            let place = brakes.paused.iter().position(|(other, _)| other == name);
            match place.and_then(|place| brakes.paused.get(place)) {
                Some((_, braked)) => braked.ensure_lifted_by::<T>(by)?,
                // One that something else has paused an Emergency can end.
                None => ensure!(by == BrakedBy::Emergency, Error::<T>::NotBraked),
            }
            brakes.paused.retain(|(other, _)| other != name);
            T::Brake::unpause(name)?;
        }
        Brakes::<T>::put(brakes);
        Self::deposit_event(Event::Unpaused { names });
        Ok(())
    }

    pub(crate) fn do_enter_safe_mode(duration: Option<Moment>, by: BrakedBy) -> DispatchResult {
        let mut brakes = Brakes::<T>::get();
        let most = match by {
            BrakedBy::Council => {
                Self::use_brake(&mut brakes, |last| &mut last.safe_mode)?;
                T::Settings::brake_duration()
            }
            BrakedBy::Emergency => T::Settings::emergency_safe_mode(),
        };
        Self::brake_until(brakes, Self::end_of_brake(duration, most), by)
    }

    /// Enters safe mode until `until`, or stays in it.
    fn brake_until(mut brakes: BrakesOn, until: Moment, by: BrakedBy) -> DispatchResult {
        let mut braked = brakes.safe_mode.unwrap_or(Braked { until, by });
        braked.prolong(until, by);
        T::Brake::enter_safe_mode(braked.until.saturating_sub(T::Clock::now()))?;
        brakes.safe_mode = Some(braked);
        Brakes::<T>::put(brakes);
        Self::deposit_event(Event::SafeModeEntered { until: braked.until });
        Ok(())
    }

    pub(crate) fn do_exit_safe_mode(by: BrakedBy) -> DispatchResult {
        let mut brakes = Brakes::<T>::get();
        match brakes.safe_mode.take() {
            Some(braked) => braked.ensure_lifted_by::<T>(by)?,
            None => ensure!(by == BrakedBy::Emergency, Error::<T>::NotBraked),
        }
        T::Brake::exit_safe_mode()?;
        Brakes::<T>::put(brakes);
        Self::deposit_event(Event::SafeModeExited);
        Ok(())
    }

    /// Ends the brakes whose time is over, as many as fit into the block and an event.
    pub(crate) fn end_brakes(meter: &mut WeightMeter) {
        let now = T::Clock::now();
        let mut brakes = Brakes::<T>::get();
        let exits = brakes.safe_mode.is_some_and(|braked| braked.until <= now);
        let over: Vec<_> = brakes
            .paused
            .iter()
            .filter(|(_, braked)| braked.until <= now)
            .map(|(name, _)| name.clone())
            .take(MAX_PAUSED_AT_ONCE as usize)
            .collect();
        if !exits && over.is_empty() {
            return;
        }
        if meter.try_consume(Self::end_brakes_weight(&over)).is_err() {
            return;
        }
        // Whatever fails here was ended by something else.
        if exits {
            brakes.safe_mode = None;
            let _ = T::Brake::exit_safe_mode();
            Self::deposit_event(Event::SafeModeExited);
        }
        if !over.is_empty() {
            brakes.paused.retain(|(name, _)| !over.contains(name));
            for name in &over {
                let _ = T::Brake::unpause(name);
            }
            Self::deposit_event(Event::Unpaused { names: CallNames::truncate_from(over) });
        }
        Brakes::<T>::put(brakes);
    }

    fn end_brakes_weight(over: &[CallName]) -> Weight {
        T::WeightInfo::exit_safe_mode().saturating_add(T::WeightInfo::unpause(Self::len(over)))
    }

    /// When a brake ends that was asked to last so long.
    fn end_of_brake(duration: Option<Moment>, most: Moment) -> Moment {
        T::Clock::now().saturating_add(duration.unwrap_or(most).min(most))
    }

    /// Notes that the council uses a brake, unless it has used one a short while ago: both in one block are
    /// one use.
    fn use_brake(brakes: &mut BrakesOn, which: fn(&mut BrakeUse) -> &mut bool) -> DispatchResult {
        let now = T::Clock::now();
        let interval = T::Settings::brake_interval();
        let mut used = match brakes.council {
            Some(last) if now < last.at.saturating_add(interval) => {
                ensure!(last.at == now, Error::<T>::BrakeTooSoon);
                last
            }
            _ => BrakeUse { at: now, paused: false, safe_mode: false },
        };
        let was_used = core::mem::replace(which(&mut used), true);
        ensure!(!was_used, Error::<T>::BrakeTooSoon);
        brakes.council = Some(used);
        Ok(())
    }
}
