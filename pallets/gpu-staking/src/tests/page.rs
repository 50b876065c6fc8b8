//! The numbers of `docs/compute.md`.

use super::*;

const PAGE: &str = include_str!("../../../../docs/compute.md");

/// The rows of the table whose first heading is `name`: what they are called, and their numbers in units.
fn table(name: &str) -> Vec<(&'static str, Vec<Balance>)> {
    let head = format!("| {name} |");
    let rows = PAGE.lines().skip_while(|line| !line.starts_with(&head)).skip(2);
    let rows: Vec<_> = rows
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            let mut cells = line.trim_matches('|').split('|').map(str::trim);
            (cells.next().unwrap(), cells.map(units).collect())
        })
        .collect();
    assert!(!rows.is_empty(), "the page has no table {name}");
    rows
}

/// A decimal number of tokens in the smallest unit.
fn units(number: &str) -> Balance {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = format!("{whole}{part:0<12}");
    digits.parse().unwrap_or_else(|_| panic!("{number} is no number"))
}

fn staked(bootstrap: Balance, funds: Balance) -> GpuPoolId {
    let pool = pool_with(bootstrap, funds);
    let ada = stake(ADA, pool, 300, 7 * DAY);
    stake(BEN, pool, 100, 7 * DAY);
    allocate(ada, 200, 0);
    pool
}

#[test]
fn page_has_the_numbers_of_s1() {
    let rows = table("S1");
    let [(ada, hers), (ben, his), (all, theirs)] = &rows[..] else { panic!("{rows:?}") };
    assert_eq!([*ada, ben, all], ["Ada", "Ben", "all"]);
    assert_eq!([hers[0], his[0], theirs[0]], [300 * AITBC, 100 * AITBC, 400 * AITBC]);
    for (column, funds) in [(1, 1_000 * AITBC), (2, 10 * AITBC)] {
        ExtBuilder::default().build_and_execute(|| {
            let pool = staked(1_000 * AITBC, funds);
            pass(DAY);
            assert!(is_about(claim(pool, ADA), hers[column]));
            assert!(is_about(claim(pool, BEN), his[column]));
            assert_eq!(hers[column] + his[column], theirs[column]);
        });
    }
}

#[test]
fn page_has_the_numbers_of_s2() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = staked(0, 1_000 * AITBC);
        pass(DAY);
        let rows = table("S2");
        assert_eq!(rows.len(), 4);
        for (_, numbers) in rows {
            let [fee, hers, his, left] = numbers[..] else { panic!("{numbers:?}") };
            pay_fee(pool, fee);
            for (who, reward) in [(ADA, hers), (BEN, his)] {
                let told = claimable(pool, who);
                assert!(told.abs_diff(reward) <= 1, "{told}, not {reward}");
                assert_eq!(GpuStaking::claim(signed(who), pool).is_ok(), reward > 0);
            }
            assert_eq!(state(pool).allowance, left);
        }
    });
}

#[test]
fn page_has_the_numbers_of_s3() {
    ExtBuilder::default().build_and_execute(|| {
        let pool = pool_with(BALANCE, 1_000_000 * AITBC);
        let ada = stake(ADA, pool, 100, 365 * DAY);
        let ben = stake(BEN, pool, 100, 7 * DAY);
        allocate(ada, 100, 0);
        for ((_, numbers), days) in table("S3").into_iter().zip([365, 10]) {
            let [she_counts, he_counts, hers, his] = numbers[..] else { panic!("{numbers:?}") };
            for _ in 0..days {
                for (id, counts) in [(ada, she_counts), (ben, he_counts)] {
                    let thousandths = GpuStaking::gpu_position(id).unwrap().multiplier;
                    assert_eq!(Balance::from(thousandths) * AITBC / 1_000, counts);
                }
                pass(DAY);
                assert!(claim(pool, ADA).abs_diff(hers) <= 1);
                assert!(claim(pool, BEN).abs_diff(his) <= 1);
            }
        }
    });
}
