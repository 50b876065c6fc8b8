//! `key ownership-proof`: proves that the session keys in a keystore belong to an account.
//!
//! `session.setKeys` asks for such a proof. The RPC call `author_rotateKeysWithOwner` makes one for
//! new keys; this command makes one for keys that are there already.

use aitbc_runtime::{AccountId, SessionKeys};
use codec::{Decode, Encode};
use sc_cli::{CliConfiguration, KeystoreParams, SharedParams, SubstrateCli};
use sc_keystore::LocalKeystore;
use sc_service::{config::KeystoreConfig, BasePath};
use sp_core::{bytes, crypto::KeyTypeId};
use sp_keystore::{Keystore, KeystoreExt};
use sp_runtime::traits::OpaqueKeys;
use sp_state_machine::BasicExternalities;

/// Arguments of `key ownership-proof`.
#[derive(Debug, clap::Parser)]
pub struct OwnershipProofCmd {
    /// Account that will call session.setKeys: the stash of the validator.
    #[arg(long, value_name = "ADDRESS")]
    pub owner: AccountId,

    /// Public session keys in hexadecimal, as author_rotateKeysWithOwner prints them.
    ///
    /// Without it, the keystore must hold exactly one key of each type, and those are meant.
    #[arg(long, value_name = "HEX")]
    pub keys: Option<String>,

    #[allow(missing_docs, reason = "a doc comment would be the help of all that is flattened")]
    #[clap(flatten)]
    pub shared_params: SharedParams,

    #[allow(missing_docs, reason = "a doc comment would be the help of all that is flattened")]
    #[clap(flatten)]
    pub keystore_params: KeystoreParams,
}

impl CliConfiguration for OwnershipProofCmd {
    fn shared_params(&self) -> &SharedParams {
        &self.shared_params
    }

    fn keystore_params(&self) -> Option<&KeystoreParams> {
        Some(&self.keystore_params)
    }
}

impl OwnershipProofCmd {
    /// Prints the two arguments of `session.setKeys`.
    pub fn run(&self, cli: &impl SubstrateCli) -> sc_cli::Result<()> {
        let keystore = self.open_keystore(cli)?;
        let keys = match &self.keys {
            Some(hex) => decode_keys(hex)?,
            None => only_keys(&keystore)?,
        };
        let proof = prove(keystore, keys.clone(), &self.owner)?;

        println!("keys:  {}", bytes::to_hex(&keys.encode(), false));
        println!("proof: {}", bytes::to_hex(&proof, false));
        Ok(())
    }

    fn open_keystore(&self, cli: &impl SubstrateCli) -> sc_cli::Result<LocalKeystore> {
        let base_path =
            self.shared_params.base_path()?.unwrap_or_else(|| executable_base_path(cli));
        let chain = self.shared_params.chain_id(self.shared_params.is_dev());
        let config_dir = base_path.config_dir(cli.load_spec(&chain)?.id());
        match self.keystore_params.keystore_config(&config_dir)? {
            KeystoreConfig::Path { path, password } if path.is_dir() => {
                Ok(LocalKeystore::open(path, password)?)
            }
            KeystoreConfig::Path { path, .. } => Err(format!(
                "there is no keystore at '{}': check --chain, --base-path and --keystore-path",
                path.display()
            )
            .into()),
            KeystoreConfig::InMemory => Err("a keystore in memory holds no keys".into()),
        }
    }
}

fn executable_base_path<C: SubstrateCli>(_: &C) -> BasePath {
    BasePath::from_project("", "", &C::executable_name())
}

fn decode_keys(hex: &str) -> Result<SessionKeys, String> {
    let bytes =
        bytes::from_hex(hex).map_err(|error| format!("--keys is not hexadecimal: {error}"))?;
    let input = &mut &bytes[..];
    match SessionKeys::decode(input) {
        Ok(keys) if input.is_empty() => Ok(keys),
        _ => Err(format!(
            "--keys has {} bytes, but {} public keys of 32 bytes are expected",
            bytes.len(),
            SessionKeys::key_ids().len()
        )),
    }
}

/// The keys of a keystore that has exactly one of each type.
fn only_keys(keystore: &LocalKeystore) -> Result<SessionKeys, String> {
    let mut joined = Vec::new();
    for key_type in SessionKeys::key_ids() {
        let keys = keystore
            .keys(*key_type)
            .map_err(|error| format!("cannot read the keystore: {error}"))?;
        match &keys[..] {
            [key] => joined.extend(key),
            [] => return Err(format!("the keystore has no {} key", name(*key_type))),
            several => {
                return Err(format!(
                    "the keystore has {} {} keys: say with --keys which ones are meant",
                    several.len(),
                    name(*key_type)
                ))
            }
        }
    }
    SessionKeys::decode(&mut &joined[..])
        .map_err(|error| format!("the keystore holds malformed keys: {error}"))
}

fn name(key_type: KeyTypeId) -> String {
    String::from_utf8_lossy(&key_type.0).into_owned()
}

/// The encoded proof that whoever holds `keys` agrees to their use by `owner`.
fn prove(
    keystore: LocalKeystore,
    mut keys: SessionKeys,
    owner: &AccountId,
) -> Result<Vec<u8>, String> {
    let mut host = BasicExternalities::new_empty();
    host.register_extension(KeystoreExt::new(keystore));
    host.execute_with(|| keys.create_ownership_proof(&owner.encode()))
        .map(|proof| proof.encode())
        .map_err(|()| "the keystore lacks the secret of one of these keys".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sp_core::crypto::key_types;

    fn owner() -> AccountId {
        AccountId::new([7; 32])
    }

    /// A keystore with one key of each type.
    fn keystore() -> LocalKeystore {
        let keystore = LocalKeystore::in_memory();
        add_keys(&keystore);
        keystore
    }

    fn add_keys(keystore: &LocalKeystore) {
        for key_type in SessionKeys::key_ids() {
            if *key_type == key_types::GRANDPA {
                keystore.ed25519_generate_new(*key_type, None).unwrap();
            } else {
                keystore.sr25519_generate_new(*key_type, None).unwrap();
            }
        }
    }

    #[test]
    fn proof_is_valid_for_its_owner_only() {
        let keystore = keystore();
        let keys = only_keys(&keystore).unwrap();
        let proof = prove(keystore, keys.clone(), &owner()).unwrap();
        assert!(keys.ownership_proof_is_valid(&owner().encode(), &proof));
        let another = AccountId::new([8; 32]);
        assert!(!keys.ownership_proof_is_valid(&another.encode(), &proof));
    }

    #[test]
    fn keys_of_somebody_else_cannot_be_proven() {
        let strange = only_keys(&keystore()).unwrap();
        let error = prove(keystore(), strange, &owner()).unwrap_err();
        assert_eq!(error, "the keystore lacks the secret of one of these keys");
    }

    #[test]
    fn ambiguous_or_empty_keystore_is_an_error() {
        let empty = LocalKeystore::in_memory();
        assert_eq!(only_keys(&empty).unwrap_err(), "the keystore has no aura key");

        let twice = keystore();
        add_keys(&twice);
        let error = only_keys(&twice).unwrap_err();
        assert!(error.contains("2 aura keys: say with --keys"), "{error}");
    }

    #[test]
    fn keys_are_read_back_from_hexadecimal() {
        let keys = only_keys(&keystore()).unwrap();
        let hex = bytes::to_hex(&keys.encode(), false);
        assert_eq!(decode_keys(&hex).unwrap(), keys);
        assert!(decode_keys("xyz").unwrap_err().starts_with("--keys is not hexadecimal"));
        let error = decode_keys("0x0102").unwrap_err();
        assert!(error.contains("has 2 bytes, but 4 public keys"), "{error}");
    }
}
