//! How values are told in the governance API: parts are numbers up to 1, moments and durations ISO 8601.

use aitbc_primitives::{Balance, Moment};
use sp_runtime::Perbill;

/// The part of the whole that something is.
pub fn part(of: Perbill) -> f64 {
    f64::from(of.deconstruct()) / f64::from(Perbill::one().deconstruct())
}

/// The part that `amount` is of `whole`, and of nothing no part.
pub fn ratio(amount: Balance, whole: Balance) -> f64 {
    if whole == 0 {
        return 0.0;
    }
    amount as f64 / whole as f64
}

/// How often `unit` fits into `duration`.
pub fn in_units(duration: Moment, unit: Moment) -> f64 {
    duration as f64 / unit as f64
}

/// A text that is stored in UTF-8.
pub fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use aitbc_primitives::time::DAY;

    #[test]
    fn parts_are_decimal_fractions() {
        for (parts, told) in [(0, "0.0"), (40_000_000, "0.04"), (76_300_000, "0.0763")] {
            let part = part(Perbill::from_parts(parts));
            assert_eq!(serde_json::to_string(&part).unwrap(), told);
        }
        assert_eq!(part(Perbill::one()), 1.0);
    }

    #[test]
    fn ratio_to_nothing_is_nothing() {
        assert_eq!(ratio(0, 0), 0.0);
        assert_eq!(ratio(5, 0), 0.0);
        assert_eq!(ratio(Balance::MAX, Balance::MAX), 1.0);
        assert_eq!(ratio(1, 4), 0.25);
    }

    #[test]
    fn days_need_not_be_whole() {
        assert_eq!(in_units(7 * DAY, DAY), 7.0);
        assert_eq!(in_units(DAY / 1_440, DAY), 1.0 / 1_440.0);
    }

    #[test]
    fn broken_text_is_told_as_far_as_it_goes() {
        assert_eq!(text("Größe".into()), "Größe");
        assert_eq!(text(vec![b'a', 0xff]), "a\u{fffd}");
    }
}
