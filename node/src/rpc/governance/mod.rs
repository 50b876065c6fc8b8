//! `governance_*`: proposals, votes, policies, and what a vote weighs.
//!
//! The answers have the names of the governance API, which are in snake case; what we have added to them is too.

mod dry_run;
mod evaluation;
mod json;
mod names;
mod parameters;
mod policy;
mod power;
mod proposal;
#[cfg(test)]
mod tests;
mod vote;

pub use dry_run::DryRunAnswer;
pub use evaluation::Evaluation;
pub use parameters::Parameters;
pub use policy::Policy;
pub use power::MeasuredPower;
pub use proposal::Proposal;
pub use vote::Vote;

use super::{chain::Api, failure::Failure, page};
use aitbc_primitives::{
    governance::{proposals::ProposalId, GovernanceApi},
    opaque::Block,
    AccountId, Hash,
};
use aitbc_runtime::RuntimeCall;
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about governance, in the state after the best block unless they take another one. They run on
/// threads that may block. Errors are those of [`Failure`].
///
/// Lists have `limit` items, 20 unless told and at most 100, after the first `offset`.
#[rpc(server, namespace = "governance")]
pub trait GovernanceMethods {
    /// By which rules proposals are made.
    #[method(name = "parameters", blocking)]
    fn parameters(&self) -> RpcResult<Parameters>;

    /// The proposals of this status, type and proposer, newest first: all without them. Only the newest
    /// 10 000 proposals are looked at.
    #[method(name = "proposals", blocking)]
    fn proposals(
        &self,
        status: Option<String>,
        limit: Option<u32>,
        offset: Option<u32>,
        #[argument(rename = "type")] kind: Option<String>,
        proposer: Option<AccountId>,
    ) -> RpcResult<Vec<Proposal>>;

    /// The proposal with this number.
    #[method(name = "proposal", blocking)]
    fn proposal(&self, id: ProposalId) -> RpcResult<Proposal>;

    /// The votes on a proposal, newest first. Those on an archived one are gone.
    #[method(name = "votes", blocking)]
    fn votes(
        &self,
        id: ProposalId,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<Vote>>;

    /// What would come of a proposal, were it enacted now.
    #[method(name = "dryRun", blocking)]
    fn dry_run(&self, id: ProposalId) -> RpcResult<DryRunAnswer>;

    /// What the chain makes of a proposal, by its parts. Those who vote by strategy go by the sum.
    #[method(name = "evaluation", blocking)]
    fn evaluation(&self, id: ProposalId) -> RpcResult<Evaluation>;

    /// The texts by which people go, in no order that means anything.
    #[method(name = "policies", blocking)]
    fn policies(&self, limit: Option<u32>, offset: Option<u32>) -> RpcResult<Vec<Policy>>;

    /// The power that `account`, one at a time, has in the state after the block `at`, or the best one.
    #[method(name = "votingPower", blocking)]
    fn voting_power(&self, account: AccountId, at: Option<Hash>) -> RpcResult<MeasuredPower>;
}

impl<C> GovernanceMethodsServer for Api<C, dyn GovernanceApi<Block, AccountId, RuntimeCall>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: GovernanceApi<Block, AccountId, RuntimeCall>,
{
    fn parameters(&self) -> RpcResult<Parameters> {
        let parameters = self.ask(None, |api, at| api.parameters(at))?;
        Ok(parameters.into())
    }

    fn proposals(
        &self,
        status: Option<String>,
        limit: Option<u32>,
        offset: Option<u32>,
        kind: Option<String>,
        proposer: Option<AccountId>,
    ) -> RpcResult<Vec<Proposal>> {
        let limit = page::limit(limit)?;
        let offset = offset.unwrap_or_default();
        let status = status.map(names::status).transpose()?;
        let kind = kind.map(names::kind).transpose()?;
        let proposals =
            self.ask(None, |api, at| api.proposals(at, status, kind, proposer, limit, offset))?;
        Ok(proposals.into_iter().map(Proposal::from).collect())
    }

    fn proposal(&self, id: ProposalId) -> RpcResult<Proposal> {
        let proposal = self.ask(None, |api, at| api.proposal(at, id))?;
        Ok(proposal.ok_or(Failure::UnknownProposal(id))?.into())
    }

    fn votes(
        &self,
        id: ProposalId,
        limit: Option<u32>,
        offset: Option<u32>,
    ) -> RpcResult<Vec<Vote>> {
        let limit = page::limit(limit)?;
        let offset = offset.unwrap_or_default();
        let (status, votes) = self.ask(None, |api, at| {
            Ok((api.proposal_status(at, id)?, api.votes(at, id, limit, offset)?))
        })?;
        status.ok_or(Failure::UnknownProposal(id))?;
        Ok(votes.into_iter().map(Vote::from).collect())
    }

    fn dry_run(&self, id: ProposalId) -> RpcResult<DryRunAnswer> {
        let (status, dry_run) =
            self.ask(None, |api, at| Ok((api.proposal_status(at, id)?, api.dry_run_of(at, id)?)))?;
        status.ok_or(Failure::UnknownProposal(id))?;
        Ok(dry_run.ok_or(Failure::ArchivedProposal(id))?.into())
    }

    fn evaluation(&self, id: ProposalId) -> RpcResult<Evaluation> {
        let (status, evaluation) =
            self.ask(None, |api, at| Ok((api.proposal_status(at, id)?, api.evaluation(at, id)?)))?;
        status.ok_or(Failure::UnknownProposal(id))?;
        Ok(Evaluation::new(id, evaluation.ok_or(Failure::ArchivedProposal(id))?))
    }

    fn policies(&self, limit: Option<u32>, offset: Option<u32>) -> RpcResult<Vec<Policy>> {
        let limit = page::limit(limit)?;
        let offset = offset.unwrap_or_default();
        let policies = self.ask(None, |api, at| api.policies(at, limit, offset))?;
        Ok(policies.into_iter().map(Policy::from).collect())
    }

    fn voting_power(&self, account: AccountId, at: Option<Hash>) -> RpcResult<MeasuredPower> {
        let user = account.clone();
        let (power, base) = self.ask(at, |api, at| {
            let now = None;
            Ok((api.voting_power(at, account, now)?, api.voting_base(at)?))
        })?;
        Ok(MeasuredPower::new(user, power, base))
    }
}
