//! What clients and later upgrades rely on: pallet order, session keys, transaction extensions.

use aitbc_runtime::*;
use codec::Encode;
use frame_support::traits::PalletsInfoAccess;
use sp_core::crypto::key_types;
use sp_runtime::traits::{OpaqueKeys, TransactionExtension};

/// What each pallet asks of its configuration and of the others.
#[test]
fn pallets_take_their_configuration() {
    use frame_support::traits::IntegrityTest;
    sp_io::TestExternalities::default()
        .execute_with(<AllPalletsWithSystem as IntegrityTest>::integrity_test);
}

/// Hooks and genesis run in the order of the index.
#[test]
fn pallets_stand_in_the_designed_order() {
    let pallets: Vec<_> = AllPalletsWithSystem::infos()
        .into_iter()
        .map(|pallet| (pallet.index, pallet.name))
        .collect();
    let designed = [
        (0, "System"),
        (1, "ChainSettings"),
        (5, "Timestamp"),
        (10, "Aura"),
        (11, "AsyncBacking"),
        (15, "VrfBeacon"),
        (20, "Availability"),
        (25, "Authorship"),
        (30, "Balances"),
        (35, "TransactionPayment"),
        (40, "Reputation"),
        (45, "Staking"),
        (46, "VoterList"),
        (50, "Offences"),
        (52, "Equivocation"),
        (55, "Historical"),
        (60, "Session"),
        (65, "Grandpa"),
        (66, "AuthorityDiscovery"),
        (70, "ValidationPool"),
        (75, "Forum"),
        (80, "Work"),
        (90, "VotingPower"),
        (95, "OpenClaw"),
        (105, "Council"),
        (110, "Treasury"),
        (115, "Preimage"),
        (120, "Scheduler"),
        (122, "Deadlines"),
        (125, "Agents"),
        (130, "AgentWallet"),
        (135, "GpuStaking"),
        (145, "Escrow"),
        (150, "Utility"),
        (155, "Multisig"),
        (160, "Proxy"),
        (165, "Vesting"),
        (170, "Parameters"),
        (175, "SafeMode"),
        (180, "TxPause"),
        (185, "MultiBlockMigrations"),
    ];
    assert_eq!(pallets, designed);
}

/// A change of the order or number of keys would need a migration.
#[test]
fn session_keys_have_their_final_form() {
    let designed = [
        key_types::AURA,
        key_types::GRANDPA,
        key_types::AUTHORITY_DISCOVERY,
        aitbc_primitives::reputation::pool_vote::KEY_TYPE,
    ];
    assert_eq!(SessionKeys::key_ids(), designed);
    let handlers =
        <<Runtime as pallet_session::Config>::SessionHandler as pallet_session::SessionHandler<
            AccountId,
        >>::KEY_TYPE_IDS;
    assert_eq!(handlers, designed);
}

#[test]
fn transaction_extensions_have_their_final_order() {
    let extensions: Vec<_> =
        TxExtension::metadata().into_iter().map(|extension| extension.identifier).collect();
    let designed = [
        "AuthorizeCall",
        "CheckNonZeroSender",
        "CheckSpecVersion",
        "CheckTxVersion",
        "CheckGenesis",
        "CheckMortality",
        "CheckNonce",
        "CheckWeight",
        "ChargeTransactionPayment",
        "CheckMetadataHash",
        "WeightReclaim",
    ];
    assert_eq!(extensions, designed);
}

/// What the runtime signs nothing for must still decode as a transaction.
#[test]
fn authorized_transactions_round_trip() {
    use codec::Decode;
    use frame_system::offchain::CreateAuthorizedTransaction;

    let call: RuntimeCall = frame_system::Call::remark { remark: b"hello".to_vec() }.into();
    let transaction =
        <Runtime as CreateAuthorizedTransaction<frame_system::Call<Runtime>>>::create_authorized_transaction(call);
    let decoded = UncheckedExtrinsic::decode(&mut &transaction.encode()[..]).unwrap();
    assert_eq!(decoded.encode(), transaction.encode());
}

#[test]
fn voters_are_sorted_into_growing_bags() {
    let bags = configs::staking::BagThresholds::get();
    assert!(bags.windows(2).all(|pair| pair[0] < pair[1]));
    assert_eq!(bags.last(), Some(&u64::MAX));
}

#[test]
fn symbol_and_decimals_are_those_of_the_metadata_hash() {
    // build.rs cannot use the crates it builds.
    let build_script = include_str!("../../build.rs");
    let call = format!(
        "enable_metadata_hash(\"{}\", {})",
        aitbc_primitives::token::SYMBOL,
        aitbc_primitives::token::DECIMALS
    );
    assert!(build_script.contains(&call));
    assert_eq!(
        <Runtime as frame_system::Config>::SS58Prefix::get(),
        aitbc_primitives::token::SS58_PREFIX
    );
    assert_eq!(
        10u128.pow(aitbc_primitives::token::DECIMALS.into()),
        aitbc_primitives::token::AITBC
    );
}
