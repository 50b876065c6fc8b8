use super::*;
use crate::{GenesisConfig, Holder};
use aitbc_primitives::reputation::REP;

fn holder(domain: Domain, account: u64, free: u64, encumbered: u64) -> Holder<u64> {
    Holder { domain, account, free, encumbered }
}

#[test]
fn holders_have_whole_rep() {
    let holders =
        [holder(BLOCK, ADA, 3, 4), holder(GOVERNANCE, ADA, 5, 0), holder(BLOCK, BEN, 0, 6)];
    ExtBuilder::default().holders(&holders).build_and_execute(|| {
        assert_eq!(parts(ADA), [3 * REP, 4 * REP, 0]);
        assert_eq!(parts(BEN), [0, 6 * REP, 0]);
        assert_eq!(Reputation::issuance(BLOCK), 13 * REP);
        assert_eq!(Reputation::issuance(GOVERNANCE), 5 * REP);
        assert_eq!(Reputation::issuance(COMPUTE), 0);
        assert_eq!(claimable(ADA), 0);
    });
}

#[test]
fn entries_of_one_account_add_up() {
    let holders = [holder(BLOCK, ADA, 1, 2), holder(BLOCK, ADA, 3, 4)];
    ExtBuilder::default().holders(&holders).build_and_execute(|| {
        assert_eq!(parts(ADA), [4 * REP, 6 * REP, 0]);
        assert_eq!(Reputation::issuance(BLOCK), 10 * REP);
    });
}

#[test]
fn holder_of_nothing_is_not_stored() {
    ExtBuilder::default().holders(&[holder(BLOCK, ADA, 0, 0)]).build_and_execute(|| {
        assert_eq!(crate::Accounts::<Test>::iter().count(), 0);
    });
}

#[test]
fn amounts_of_64_bits_fit() {
    ExtBuilder::default().holders(&[holder(COMPUTE, ADA, u64::MAX, u64::MAX)]).build_and_execute(
        || {
            let each = Rep::from(u64::MAX) * REP;
            assert_eq!(Reputation::free(COMPUTE, &ADA), each);
            assert_eq!(Reputation::held(COMPUTE, AVAILABILITY, &ADA), each);
        },
    );
}

#[test]
fn presets_name_holders_in_json() {
    let json = serde_json::json!({
        "holders": [{ "domain": "block", "account": ADA, "free": 1, "encumbered": 2 }]
    });
    let config: GenesisConfig<Test> = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(config.holders, [holder(BLOCK, ADA, 1, 2)]);
    assert_eq!(serde_json::to_value(config).unwrap(), json);
}

#[test]
fn misspelled_names_in_json_are_refused() {
    let json = serde_json::json!({
        "domain": "block", "account": ADA, "free": 1, "encumbered": 2, "held": 3
    });
    assert!(serde_json::from_value::<Holder<u64>>(json).is_err());
}
