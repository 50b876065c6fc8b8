//! Is the genesis of a public network complete?

use aitbc_primitives::AccountId;
use aitbc_runtime::genesis::networks::placeholders;
use sc_service::{ChainSpec, ChainType};
use sp_core::storage::{well_known_keys::CODE, Storage};
use std::collections::{BTreeMap, HashMap};

/// Length of accounts and keys.
const LENGTH: usize = 32;

/// How many placeholders a message names; the others are counted.
const NAMED: usize = 3;

/// Fails if a live chain begins with accounts or keys that only hold places in the presets: nobody has
/// their secrets, so it would lack validators or a council for good.
pub fn ensure_complete(spec: &dyn ChainSpec, genesis: &Storage) -> Result<(), String> {
    if spec.chain_type() != ChainType::Live {
        return Ok(());
    }
    let left: Vec<_> = placeholders_in(genesis)
        .into_iter()
        .map(|(name, account)| format!("\"{name}\" ({account})"))
        .collect();
    let (noun, pronoun) = match left.len() {
        0 => return Ok(()),
        1 => ("placeholder", "it"),
        _ => ("placeholders", "them"),
    };
    let (named, others) = left.split_at(left.len().min(NAMED));
    let list = named.join(", ");
    let more = match others.len() {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    Err(format!(
        "the genesis of {} ({}) still has the {noun} {list}{more}, whose secrets nobody has: replace \
         {pronoun} in the plain chain spec, then make the raw one again",
        spec.name(),
        spec.id(),
    ))
}

/// The placeholders that occur anywhere in `genesis`, by name. Accounts stand in keys as well as in
/// values, and beside other data.
fn placeholders_in(genesis: &Storage) -> BTreeMap<String, AccountId> {
    let names: HashMap<[u8; LENGTH], String> =
        placeholders().into_iter().map(|(name, place)| (place, name)).collect();
    strings(genesis)
        .flat_map(|string| string.windows(LENGTH))
        .filter_map(|window| {
            let place: [u8; LENGTH] = window.try_into().ok()?;
            Some((names.get(&place)?.clone(), AccountId::new(place)))
        })
        .collect()
}

/// All keys and values but the code, which holds no accounts and is larger than everything else.
fn strings(genesis: &Storage) -> impl Iterator<Item = &[u8]> {
    let children = genesis.children_default.values().map(|child| &child.data);
    [&genesis.top]
        .into_iter()
        .chain(children)
        .flatten()
        .filter(|(key, _)| key[..] != *CODE)
        .flat_map(|(key, value)| [&key[..], &value[..]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chain_spec;
    use sp_core::storage::{ChildInfo, StorageChild};
    use sp_io::hashing::blake2_256;

    /// A spec of a live chain; what its own genesis holds does not matter here.
    fn live() -> Box<dyn ChainSpec> {
        Box::new(
            chain_spec::ChainSpec::builder(&[0], Default::default())
                .with_name("Net")
                .with_id("net")
                .with_chain_type(ChainType::Live)
                .with_genesis_config_patch(Default::default())
                .build(),
        )
    }

    fn place(name: &str) -> Vec<u8> {
        blake2_256(name.as_bytes()).to_vec()
    }

    fn address(name: &str) -> String {
        let account = AccountId::try_from(&place(name)[..]).unwrap();
        account.to_string()
    }

    /// A genesis with these entries.
    fn genesis(entries: &[(&[u8], &[u8])]) -> Storage {
        Storage {
            top: entries.iter().map(|(key, value)| (key.to_vec(), value.to_vec())).collect(),
            ..Default::default()
        }
    }

    #[test]
    fn placeholder_in_a_value_is_named_with_its_address() {
        let value = [&[7; 5][..], &place("aitbc mainnet aura 1"), &[0; 3]].concat();
        assert_eq!(
            ensure_complete(&*live(), &genesis(&[(b"key", &value)])).unwrap_err(),
            format!(
                "the genesis of Net (net) still has the placeholder \"aitbc mainnet aura 1\" ({}), whose \
                 secrets nobody has: replace it in the plain chain spec, then make the raw one again",
                address("aitbc mainnet aura 1")
            )
        );
    }

    #[test]
    fn placeholder_in_a_key_is_found() {
        let key = [&[1; 48][..], &place("aitbc testnet council 3")].concat();
        let error = ensure_complete(&*live(), &genesis(&[(&key, b"")])).unwrap_err();
        assert!(error.contains("the placeholder \"aitbc testnet council 3\""), "{error}");
    }

    #[test]
    fn placeholder_in_a_child_trie_is_found() {
        let info = ChildInfo::new_default(b"child");
        let data = [(b"key".to_vec(), place("aitbc mainnet liquidity 1"))].into();
        let genesis = Storage {
            top: Default::default(),
            children_default: [(
                info.storage_key().to_vec(),
                StorageChild { data, child_info: info },
            )]
            .into(),
        };
        assert!(ensure_complete(&*live(), &genesis).is_err());
    }

    #[test]
    fn many_placeholders_are_counted_and_each_only_once() {
        let value =
            [1, 2, 3, 4, 5, 2].map(|number| place(&format!("aitbc mainnet validator {number}")));
        let error = ensure_complete(&*live(), &genesis(&[(b"key", &value.concat())])).unwrap_err();
        let list = [1, 2, 3]
            .map(|number| format!("aitbc mainnet validator {number}"))
            .map(|name| format!("\"{name}\" ({})", address(&name)))
            .join(", ");
        assert!(
            error.contains(&format!("has the placeholders {list} and 2 more, whose")),
            "{error}"
        );
    }

    #[test]
    fn genesis_with_accounts_of_people_only_is_complete() {
        let people = [place("aitbc mainnet validator 0"), place("launch"), vec![1; 32]].concat();
        assert_eq!(ensure_complete(&*live(), &genesis(&[(b"key", &people)])), Ok(()));
    }

    #[test]
    fn chains_for_development_may_have_placeholders() {
        let genesis = genesis(&[(b"key", &place("aitbc mainnet validator 1"))]);
        for chain_type in [ChainType::Development, ChainType::Local] {
            let spec = chain_spec::ChainSpec::builder(&[0], Default::default())
                .with_chain_type(chain_type)
                .with_genesis_config_patch(Default::default())
                .build();
            assert_eq!(ensure_complete(&spec, &genesis), Ok(()));
        }
    }
}
