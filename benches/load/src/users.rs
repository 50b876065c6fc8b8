//! Who sends.

use crate::profile::Stream;
use aitbc_primitives::AccountId;
use sp_core::{sr25519, Pair};

/// The keys of the senders of a stream.
pub fn of(stream: &Stream) -> impl Iterator<Item = sr25519::Pair> + '_ {
    let secrets = (0..stream.senders).map(|number| format!("//load//{}//{number}", stream.name));
    // A path of hard junctions always has keys.
    secrets.filter_map(|secret| sr25519::Pair::from_string(&secret, None).ok())
}

/// The account of these keys.
pub fn account(keys: &sr25519::Pair) -> AccountId {
    keys.public().into()
}
