//! Weights are those of this runtime, not the ones that crates come with.

use super::chain::Chain;
use aitbc_runtime::{
    shared_entries::{self, SHARED_ENTRIES},
    weights, *,
};
use frame_support::{dispatch::DispatchClass, weights::Weight};
use pallet_voting_power::WeightInfo;
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use std::{collections::BTreeSet, fs, path::Path};

/// The lines `WeightInfo = ...` of all configurations, and the names of their files.
fn configured_weights() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    ["configs", "adapters"]
        .into_iter()
        .flat_map(|room| fs::read_dir(folder.join(room)).unwrap())
        .flat_map(|file| {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(path).unwrap();
            let lines: Vec<_> = text
                .lines()
                .filter_map(|line| line.trim().split_once("WeightInfo = "))
                .map(|(_, weights)| (name.clone(), weights.to_owned()))
                .collect();
            lines
        })
        .collect()
}

/// Whether weights come from `scripts/weights.sh`: of a stock pallet or of one of our own.
fn is_measured(weights: &str) -> bool {
    let pallets = Path::new(env!("CARGO_MANIFEST_DIR")).join("../pallets");
    let own = weights
        .strip_prefix("pallet_")
        .and_then(|weights| weights.strip_suffix("::weights::SubstrateWeight<Runtime>;"))
        .is_some_and(|name| pallets.join(name.replace('_', "-")).is_dir());
    let stock = weights.starts_with("weights::") && weights.ends_with("::WeightInfo<Runtime>;");
    // Put together from stock ones.
    let composed =
        ["equivocation::WeightInfo<Runtime>;", "fees::WeightInfo<Runtime>;"].contains(&weights);
    own || stock || composed
}

#[test]
fn no_pallet_has_the_weights_of_its_crate() {
    assert!(is_measured("weights::pallet_balances::WeightInfo<Runtime>;"));
    assert!(is_measured("pallet_work::weights::SubstrateWeight<Runtime>;"));
    assert!(!is_measured("pallet_balances::weights::SubstrateWeight<Runtime>;"));
    assert!(!is_measured("();"));

    let configured = configured_weights();
    assert!(configured.len() > 25, "{}", configured.len());
    for (file, weights) in configured {
        assert!(is_measured(&weights), "{file}: {weights}");
    }
}

/// What `frame_system` would otherwise take from its defaults.
#[test]
fn system_has_its_weights_from_here() {
    let defaults = configured_weights()
        .into_iter()
        .filter(|(file, weights)| file == "system.rs" && weights.contains("frame_system"));
    assert_eq!(defaults.count(), 2);
    let blocks = limits::RuntimeBlockWeights::get();
    let shared = weights::database::DATABASE.reads_writes(SHARED_ENTRIES, SHARED_ENTRIES);
    assert_eq!(blocks.base_block, weights::base::BLOCK_EXECUTION.saturating_add(shared));
    for class in DispatchClass::all() {
        let base = blocks.get(*class).base_extrinsic;
        assert_eq!(base, weights::base::EXTRINSIC_BASE);
    }
}

/// What is taken off for the accounts of the payer and of the pot has been measured.
#[test]
fn fees_are_charged_without_the_database() {
    use pallet_transaction_payment::WeightInfo;

    type Measured = weights::pallet_transaction_payment::WeightInfo<Runtime>;
    type Declared = adapters::fees::WeightInfo<Runtime>;

    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("src/weights/pallet_transaction_payment.rs");
    let text = fs::read_to_string(file).unwrap();
    let entries: Vec<_> = text.lines().filter(|line| line.contains("DbWeight::get")).collect();
    assert!(entries.len() == 2, "{entries:?}");
    assert!(entries[0].ends_with(".reads(2))") && entries[1].ends_with(".writes(2))"));
    let accounts = weights::database::DATABASE.reads_writes(2, 2);
    let measured = Measured::charge_transaction_payment();
    assert_eq!(Declared::charge_transaction_payment().saturating_add(accounts), measured);
}

/// No call pays for these, so each block pays for all.
#[test]
fn blocks_pay_for_all_entries_that_transactions_share() {
    let keys: BTreeSet<_> = shared_entries::keys().into_iter().collect();
    assert_eq!(keys.len() as u64, SHARED_ENTRIES);
    assert!(keys.contains(&pallet_escrow::NextId::<Runtime>::hashed_key()[..]));
}

/// A transfer between accounts that have not moved tokens for ten minutes keeps a point of both
/// histories. The weight of the call does not know of it, so the block does.
#[test]
fn points_of_histories_are_in_the_weight_of_the_block() {
    let mut chain = Chain::development();
    let mut transfer = || {
        let (dest, value) = (Bob.to_account_id().into(), 1);
        let transfer = pallet_balances::Call::transfer_keep_alive { dest, value };
        chain.call(Alice, transfer).unwrap();
        chain.inspect(|| *System::block_weight().get(DispatchClass::Normal))
    };
    // Genesis is one point, the first transfer another.
    let [first, second, third] = [(); 3].map(|()| transfer());

    type Weights = pallet_voting_power::weights::SubstrateWeight<Runtime>;
    let points = |cost: Weight| cost.saturating_sub(Weights::change_balance()).saturating_mul(2);
    let first_points = points(Weights::change_balance_with_first_point());
    assert_eq!(first, third.saturating_add(first_points));
    let more_points = points(Weights::change_balance_with_point());
    assert_eq!(second, third.saturating_add(more_points));
}
