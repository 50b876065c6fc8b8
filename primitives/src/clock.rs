//! What time it is.

use crate::Moment;

/// A clock that pallets ask, so that they do not depend on where the time comes from.
pub trait Clock {
    /// The time of the block in milliseconds since 1970: before the inherent has set it, that of the
    /// parent; at genesis 0.
    fn now() -> Moment;
}
