//! How much of a list one call may ask for.

use super::failure::Failure;

/// The most that one call may ask for.
pub const MAX: u32 = 100;

/// What a call gets that does not say how much it asks for.
const DEFAULT: u32 = 20;

/// How much a call gets that asks for `limit`. Fails if that is too much.
pub fn limit(limit: Option<u32>) -> Result<u32, Failure> {
    let limit = limit.unwrap_or(DEFAULT);
    if limit > MAX {
        return Err(Failure::TooMany(limit));
    }
    Ok(limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundred_is_the_most() {
        for (asked, answer) in [
            (None, Ok(20)),
            (Some(0), Ok(0)),
            (Some(100), Ok(100)),
            (Some(101), Err(Failure::TooMany(101))),
            (Some(u32::MAX), Err(Failure::TooMany(u32::MAX))),
        ] {
            assert_eq!(limit(asked), answer, "{asked:?}");
        }
    }
}
