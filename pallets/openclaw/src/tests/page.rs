//! The numbers of `docs/agents.md` about evaluations.

use super::*;
use aitbc_primitives::governance::strategies::{Evaluation, StrategyReason};

const PAGE: &str = include_str!("../../../../docs/agents.md");

/// What the default strategies of a Provider, a Consumer and a Coordinator prefer a ParameterChange by, and their
/// thresholds: the last columns.
const STRATEGIES: [(u8, u8); 3] = [(180, 128), (140, 128), (160, 140)];

/// The cells of each row of the table of examples.
fn rows() -> Vec<Vec<&'static str>> {
    let lines = PAGE.lines().skip_while(|line| !line.starts_with("| E |")).skip(2);
    let rows: Vec<_> = lines
        .take_while(|line| line.starts_with('|'))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    assert!(rows.len() > 5, "the page has no table of evaluations");
    rows
}

/// Millions of tokens.
fn millions(number: &str) -> Balance {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    format!("{whole}{part:0<18}").parse().unwrap()
}

fn number(cell: &str) -> i16 {
    cell.parse().unwrap_or_else(|_| panic!("{cell} is no number"))
}

#[test]
fn page_has_the_numbers_of_evaluations() {
    for row in rows() {
        ExtBuilder::default().build_and_execute(|| {
            let [
                name,
                votes_for,
                votes_against,
                approvals,
                challenged,
                enacted,
                failed,
                large,
                support,
                council,
                challenge,
                proposer,
                size,
                sum,
                positions @ ..,
            ] = &row[..]
            else {
                panic!("{row:?}")
            };
            for (count, call) in [(enacted, set(7)), (failed, target::Call::fail {}.into())] {
                for _ in 0..number(count) {
                    enact(ProposalKind::ParameterChange, vec![call.clone()]);
                }
            }
            // What needs approvals here without being for much is an upgrade; evaluations do not look at the type.
            let id = match (*large, number(approvals)) {
                ("yes", _) => {
                    propose(ProposalKind::ParameterChange, vec![target::Call::spend {}.into()])
                }
                (_, 0) => change(),
                _ => propose(ProposalKind::ProtocolUpgrade, vec![rule(1)]),
            };
            set_now(stored(id).voting_from);
            for (who, position, power) in
                [(BEN, Position::For, votes_for), (CYD, Position::Against, votes_against)]
            {
                // Who has nothing does not vote.
                let power = Some(millions(power)).filter(|power| *power > 0);
                if power.is_some() {
                    OpenClaw::vote(signed(who), id, position, power, None).unwrap();
                }
            }
            for member in MEMBERS.into_iter().take(number(approvals) as usize) {
                OpenClaw::approve(signed(member), id).unwrap();
            }
            if *challenged == "yes" {
                OpenClaw::challenge(signed(BEN), id, Grounds::Malicious, vec![]).unwrap();
            }

            let evaluation = OpenClaw::evaluate(id).unwrap();
            let [support, council, challenge, proposer, size] =
                [support, council, challenge, proposer, size].map(|part| number(part));
            let wanted = Evaluation { support, council, challenge, proposer, size };
            assert_eq!((evaluation, evaluation.sum()), (wanted, number(sum)), "{name}");
            assert_eq!(positions.len(), STRATEGIES.len());
            for ((preference, threshold), position) in STRATEGIES.into_iter().zip(positions) {
                let reason = StrategyReason { preference, threshold, evaluation: number(sum) };
                assert_eq!(format!("{:?}", reason.position()), *position, "{name}");
            }
        });
    }
}
