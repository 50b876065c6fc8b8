//! Upgrades of a chain that has history. Needs the feature `try-runtime`; with `next-version` as well,
//! it rehearses the upgrade to the next version.

use super::chain::Chain;
use aitbc_runtime::*;
use frame_support::traits::UpgradeCheckSelect;

/// A chain that has seen sessions, transactions and an era.
fn chain_with_history() -> Chain {
    use sp_keyring::Sr25519Keyring::{Alice, Bob};

    let mut chain = Chain::development();
    chain
        .call(
            Alice,
            pallet_balances::Call::transfer_keep_alive {
                dest: Bob.to_account_id().into(),
                value: aitbc_primitives::token::AITBC,
            },
        )
        .unwrap();
    chain.blocks(220);
    chain
}

#[test]
fn state_survives_the_upgrade_checks() {
    let mut chain = chain_with_history();
    chain.inspect(|| {
        Executive::try_runtime_upgrade(UpgradeCheckSelect::All).unwrap();
    });
    chain.blocks(2);
}

#[cfg(feature = "next-version")]
#[test]
fn migration_counts_every_account_over_many_blocks() {
    use aitbc_runtime::lab::next_version::CountedAccounts;

    let mut chain = chain_with_history();
    let accounts = chain.inspect(|| frame_system::Account::<Runtime>::iter_keys().count()) as u32;
    chain.pretend_upgrade_from(100);

    let mut blocks = 0;
    while {
        chain.blocks(1);
        chain.inspect(pallet_migrations::Cursor::<Runtime>::exists)
    } {
        blocks += 1;
        assert!(blocks < 100, "the migration does not end");
    }
    assert!(blocks > 1, "{accounts} accounts took {blocks} blocks");
    assert_eq!(chain.inspect(CountedAccounts::get), accounts);
}
