mod disabled;
mod encumbrance;
mod missed_slots;
mod order;
mod outages;
mod schedule;
mod sessions;
mod shares;
