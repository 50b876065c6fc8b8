//! The JSON of values where serde's own form does not fit: amounts are strings of decimal digits, as
//! the numbers of JavaScript hold no more than 53 bits, and keys are hexadecimal with a leading `0x`,
//! not addresses.

use serde::{Deserialize, Serialize};

/// An amount that knows its JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount(#[serde(with = "amount")] pub u128);

/// For fields that are amounts.
pub mod amount {
    use serde::{de::Error, Deserialize, Deserializer, Serializer};

    /// Writes the digits of `amount`.
    pub fn serialize<S: Serializer>(amount: &u128, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(amount)
    }

    /// Reads the digits of an amount.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u128, D::Error> {
        let digits = String::deserialize(deserializer)?;
        digits.parse().map_err(D::Error::custom)
    }
}

/// For fields that are keys.
pub mod key {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use sp_core::{sr25519::Public, H256};

    /// Writes the bytes of `key`.
    pub fn serialize<S: Serializer>(key: &Public, serializer: S) -> Result<S::Ok, S::Error> {
        H256(key.0).serialize(serializer)
    }

    /// Reads the bytes of a key.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Public, D::Error> {
        H256::deserialize(deserializer).map(|bytes| Public::from_raw(bytes.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consensus::Producer;
    use sp_core::sr25519::Public;

    #[test]
    fn amounts_and_keys_are_read_as_they_are_written() {
        let producer =
            Producer { account: (), key: Public::from_raw([1; 32]), weight: u128::MAX, slots: 2 };
        let json = format!(
            r#"{{"account":null,"key":"0x{}","weight":"{}","slots":2}}"#,
            "01".repeat(32),
            u128::MAX
        );
        assert_eq!(serde_json::to_string(&producer).unwrap(), json);
        assert_eq!(serde_json::from_str::<Producer<()>>(&json).unwrap(), producer);

        let json = r#""12""#;
        assert_eq!(serde_json::to_string(&Amount(12)).unwrap(), json);
        assert_eq!(serde_json::from_str::<Amount>(json).unwrap(), Amount(12));
        for other in ["12", r#""-1""#, r#""0x0c""#, r#""""#] {
            assert!(serde_json::from_str::<Amount>(other).is_err(), "{other}");
        }
    }
}
