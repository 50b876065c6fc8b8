//! The names by which clients ask for proposals.

use crate::rpc::failure::Failure;
use aitbc_primitives::governance::proposals::{ProposalKind, Status};

/// The status of this name.
pub fn status(name: String) -> Result<Status, Failure> {
    let found = Status::ALL.into_iter().find(|status| status.name() == name);
    found.ok_or_else(|| Failure::UnknownName {
        what: "status",
        name,
        names: Status::ALL.map(Status::name).to_vec(),
    })
}

/// The type of this name.
pub fn kind(name: String) -> Result<ProposalKind, Failure> {
    let found = ProposalKind::ALL.into_iter().find(|kind| kind.name() == name);
    found.ok_or_else(|| Failure::UnknownName {
        what: "type",
        name,
        names: ProposalKind::ALL.map(ProposalKind::name).to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_names_are_known_and_different() {
        for each in Status::ALL {
            assert_eq!(status(each.name().into()), Ok(each));
        }
        for each in ProposalKind::ALL {
            assert_eq!(kind(each.name().into()), Ok(each));
        }
    }

    #[test]
    fn other_names_are_told_apart() {
        let failure = status("Active".into()).unwrap_err();
        assert_eq!(failure.code(), 20_202);
        assert_eq!(
            failure.to_string(),
            "there is no status \"Active\"; there are: pending, active, passed, queued, rejected, \
             executed, failed, voided, expired, cancelled"
        );
        let failure = kind("treasury".into()).unwrap_err();
        assert_eq!(failure.code(), 20_202);
        assert_eq!(
            failure.to_string(),
            "there is no type \"treasury\"; there are: parameter_change, protocol_upgrade, \
             fund_allocation, emergency, agent_trading, dao_grant, policy_change"
        );
    }
}
