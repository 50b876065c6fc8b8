//! What the node and clients may ask the runtime.

use crate::{
    policing, AccountId, AgentWallet, Agents, Aura, AuthorityDiscovery, Availability, Balance,
    Block, BlockNumber, Deadlines, Equivocation, Escrow, Executive, Forum, GpuStaking, Grandpa,
    InherentDataExt, Moment, Nonce, OpenClaw, Reputation, Runtime, RuntimeCall,
    RuntimeGenesisConfig, SessionKeys, Staking, System, TransactionPayment, ValidationPool,
    VotingPower, VrfBeacon, VERSION,
};
use aitbc_primitives::{
    agents::{
        registry::{self, AgentFigures, AgentFilter, AgentView, InboxView, MatchView},
        wallets::{self, DecisionView, WalletFigures, WalletView},
    },
    consensus,
    governance::{
        self,
        figures::{ProposalFigures, ProposalParameters},
        proposals::{
            Count, DryRun, PolicyView, ProposalId, ProposalKind, ProposalView, Refused, Status,
            VoteView,
        },
        strategies::Evaluation,
    },
    market::{
        deadlines::{self, ClockFigures},
        escrow::{
            self, EscrowCheck, EscrowDraft, EscrowFigures, EscrowId, EscrowView, Party, StreamView,
        },
        gpu::{self, GpuPoolId, GpuPoolView, GpuPositionView, PositionId, Unbonding},
    },
    reputation::{
        self, pool_vote,
        pools::{self, BlockVote, PoolFilter, PoolId, PostFilter, PostId},
        Domain, Rep,
    },
};
use alloc::{string::String, vec::Vec};
use frame_support::{
    genesis_builder_helper::{build_state, get_preset},
    view_functions::{ViewFunctionDispatchError, ViewFunctionId},
    weights::Weight,
};
use pallet_grandpa::AuthorityId as GrandpaId;
use pallet_transaction_payment::{FeeDetails, RuntimeDispatchInfo};
use sp_api::impl_runtime_apis;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_core::{crypto::KeyTypeId, OpaqueMetadata};
use sp_genesis_builder::PresetId;
use sp_inherents::{CheckInherentsResult, InherentData};
use sp_runtime::{
    traits::{Block as BlockT, NumberFor},
    transaction_validity::{TransactionSource, TransactionValidity},
    ApplyExtrinsicResult, ExtrinsicInclusionMode,
};
use sp_session::OpaqueGeneratedSessionKeys;
use sp_version::RuntimeVersion;

impl_runtime_apis! {
    impl sp_api::Core<Block> for Runtime {
        fn version() -> RuntimeVersion {
            VERSION
        }

        fn execute_block(block: <Block as BlockT>::LazyBlock) {
            Executive::execute_block(block);
        }

        fn initialize_block(header: &<Block as BlockT>::Header) -> ExtrinsicInclusionMode {
            Executive::initialize_block(header)
        }
    }

    impl sp_api::Metadata<Block> for Runtime {
        fn metadata() -> OpaqueMetadata {
            OpaqueMetadata::new(Runtime::metadata().into())
        }

        fn metadata_at_version(version: u32) -> Option<OpaqueMetadata> {
            Runtime::metadata_at_version(version)
        }

        fn metadata_versions() -> Vec<u32> {
            Runtime::metadata_versions()
        }
    }

    impl frame_support::view_functions::runtime_api::RuntimeViewFunction<Block> for Runtime {
        fn execute_view_function(
            id: ViewFunctionId,
            input: Vec<u8>,
        ) -> Result<Vec<u8>, ViewFunctionDispatchError> {
            Runtime::execute_view_function(id, input)
        }
    }

    impl sp_block_builder::BlockBuilder<Block> for Runtime {
        fn apply_extrinsic(extrinsic: <Block as BlockT>::Extrinsic) -> ApplyExtrinsicResult {
            Executive::apply_extrinsic(extrinsic)
        }

        fn finalize_block() -> <Block as BlockT>::Header {
            Executive::finalize_block()
        }

        fn inherent_extrinsics(data: InherentData) -> Vec<<Block as BlockT>::Extrinsic> {
            data.create_extrinsics()
        }

        fn check_inherents(
            block: <Block as BlockT>::LazyBlock,
            data: InherentData,
        ) -> CheckInherentsResult {
            data.check_extrinsics(&block)
        }
    }

    impl sp_transaction_pool::runtime_api::TaggedTransactionQueue<Block> for Runtime {
        fn validate_transaction(
            source: TransactionSource,
            transaction: <Block as BlockT>::Extrinsic,
            block_hash: <Block as BlockT>::Hash,
        ) -> TransactionValidity {
            Executive::validate_transaction(source, transaction, block_hash)
        }
    }

    impl sp_offchain::OffchainWorkerApi<Block> for Runtime {
        fn offchain_worker(header: &<Block as BlockT>::Header) {
            Executive::offchain_worker(header)
        }
    }

    impl sp_consensus_aura::AuraApi<Block, AuraId> for Runtime {
        fn slot_duration() -> sp_consensus_aura::SlotDuration {
            sp_consensus_aura::SlotDuration::from_millis(Aura::slot_duration())
        }

        fn authorities() -> Vec<AuraId> {
            pallet_aura::Authorities::<Runtime>::get().into_inner()
        }
    }

    impl consensus::PorApi<Block, AccountId> for Runtime {
        fn schedule() -> consensus::SessionSchedule<AccountId> {
            Availability::schedule()
        }

        fn availability(account: AccountId) -> consensus::Availability {
            Availability::availability(account)
        }

        fn author() -> Option<consensus::Author<AccountId>> {
            Availability::author()
        }

        fn deliveries() -> Vec<consensus::Delivery<AccountId>> {
            Availability::deliveries()
        }
    }

    impl consensus::RandomnessApi<Block> for Runtime {
        fn randomness() -> consensus::Randomness {
            VrfBeacon::randomness()
        }
    }

    impl consensus::EquivocationApi<Block> for Runtime {
        fn report(
            proof: consensus::equivocation::EquivocationProof,
        ) -> Option<<Block as BlockT>::Extrinsic> {
            Equivocation::report(proof)
        }

        fn is_known(offender: sp_core::sr25519::Public, slot: consensus::SlotNumber) -> bool {
            Equivocation::is_known(offender, slot)
        }
    }

    impl governance::GovernanceApi<Block, AccountId, RuntimeCall> for Runtime {
        fn voting_power(
            account: AccountId,
            at: Option<Moment>,
        ) -> governance::VotingPower<AccountId> {
            VotingPower::voting_power(account, at)
        }

        fn voting_base() -> Balance {
            VotingPower::voting_base()
        }

        fn voting_figures() -> governance::VotingFigures {
            VotingPower::voting_figures()
        }

        fn parameters() -> ProposalParameters {
            OpenClaw::parameters()
        }

        fn proposal(id: ProposalId) -> Option<ProposalView<AccountId>> {
            OpenClaw::proposal(id)
        }

        fn proposal_status(id: ProposalId) -> Option<Status> {
            OpenClaw::proposal_status(id)
        }

        fn proposals(
            status: Option<Status>,
            kind: Option<ProposalKind>,
            proposer: Option<AccountId>,
            limit: u32,
            offset: u32,
        ) -> Vec<ProposalView<AccountId>> {
            OpenClaw::proposals(status, kind, proposer, limit, offset)
        }

        fn votes(id: ProposalId, limit: u32, offset: u32) -> Vec<VoteView<AccountId>> {
            OpenClaw::votes(id, limit, offset)
        }

        fn vote(id: ProposalId, who: AccountId) -> Option<VoteView<AccountId>> {
            OpenClaw::vote_of(id, who)
        }

        fn outcome_now(id: ProposalId) -> Option<Count> {
            OpenClaw::outcome_now(id)
        }

        fn evaluation(id: ProposalId) -> Option<Evaluation> {
            OpenClaw::evaluation(id)
        }

        fn check(kind: ProposalKind, calls: Vec<RuntimeCall>) -> Result<(), Refused> {
            OpenClaw::check(kind, calls)
        }

        fn dry_run(kind: ProposalKind, calls: Vec<RuntimeCall>) -> Result<DryRun, Refused> {
            OpenClaw::dry_run(kind, calls)
        }

        fn dry_run_of(id: ProposalId) -> Option<Result<DryRun, Refused>> {
            OpenClaw::dry_run_of(id)
        }

        fn policies(limit: u32, offset: u32) -> Vec<PolicyView> {
            OpenClaw::policies(limit, offset)
        }

        fn proposal_figures() -> ProposalFigures {
            OpenClaw::figures()
        }
    }

    impl reputation::ReputationApi<Block, AccountId> for Runtime {
        fn reputation(domain: Domain, account: AccountId) -> reputation::Reputation {
            Reputation::reputation(domain, account)
        }

        fn reputation_issuance(domain: Domain) -> Rep {
            Reputation::issuance(domain)
        }
    }

    impl pools::views::PoolApi<Block, AccountId> for Runtime {
        fn block_pool(block: BlockNumber) -> Option<pools::BlockPoolView<AccountId>> {
            ValidationPool::block_pool(block)
        }

        fn seats(key: pool_vote::AuthorityId) -> Vec<pools::Seats<AccountId>> {
            ValidationPool::seats(key)
        }

        fn block_vote(
            vote: BlockVote<AccountId>,
            signature: pool_vote::AuthoritySignature,
        ) -> <Block as BlockT>::Extrinsic {
            policing::block_vote(vote, signature)
        }

        fn senders(
            transactions: Vec<<Block as BlockT>::Extrinsic>,
        ) -> Vec<Option<AccountId>> {
            transactions.iter().map(policing::sender).collect()
        }

        fn are_valid(
            transactions: Vec<<Block as BlockT>::Extrinsic>,
            block: <Block as BlockT>::Hash,
        ) -> Vec<bool> {
            let validity = |transaction| {
                Executive::validate_transaction(TransactionSource::External, transaction, block)
            };
            transactions.into_iter().map(|transaction| validity(transaction).is_ok()).collect()
        }

        fn fullness() -> pools::Fullness {
            policing::fullness()
        }

        fn pool(id: PoolId) -> Option<pools::PoolView<AccountId>> {
            ValidationPool::pool(id)
        }

        fn pools(
            filter: PoolFilter,
            offset: u32,
            limit: u32,
        ) -> Vec<pools::PoolView<AccountId>> {
            ValidationPool::pools(filter, offset, limit)
        }
    }

    impl pools::views::ForumApi<Block, AccountId> for Runtime {
        fn post(id: PostId) -> Option<pools::PostView<AccountId>> {
            Forum::view_post(id)
        }

        fn posts(
            filter: PostFilter<AccountId>,
            offset: u32,
            limit: u32,
        ) -> Vec<pools::PostView<AccountId>> {
            Forum::posts(filter, offset, limit)
        }

        fn active_contract() -> Option<PostId> {
            Forum::active_contract()
        }

        fn lineage(account: AccountId) -> Option<pools::Lineage> {
            Forum::lineage(account)
        }
    }

    impl deadlines::DeadlinesApi<Block> for Runtime {
        fn clock() -> ClockFigures {
            Deadlines::clock()
        }
    }

    impl gpu::GpuStakingApi<Block, AccountId> for Runtime {
        fn gpu_pools() -> Vec<GpuPoolView> {
            GpuStaking::gpu_pools()
        }

        fn gpu_pool(id: GpuPoolId) -> Option<GpuPoolView> {
            GpuStaking::gpu_pool(id)
        }

        fn gpu_position(id: PositionId) -> Option<GpuPositionView<AccountId>> {
            GpuStaking::gpu_position(id)
        }

        fn gpu_positions(provider: AccountId) -> Vec<GpuPositionView<AccountId>> {
            GpuStaking::gpu_positions(provider)
        }

        fn gpu_unbondings(provider: AccountId) -> Vec<Unbonding> {
            GpuStaking::gpu_unbondings(provider)
        }

        fn gpu_claimable(pool: GpuPoolId, provider: AccountId) -> Option<Balance> {
            GpuStaking::gpu_claimable(pool, provider)
        }
    }

    impl escrow::views::EscrowApi<Block, AccountId> for Runtime {
        fn get(id: EscrowId) -> Option<EscrowView<AccountId>> {
            Escrow::escrow(id)
        }

        fn list(
            account: AccountId,
            role: Option<Party>,
            limit: u32,
            after: Option<EscrowId>,
        ) -> Vec<EscrowView<AccountId>> {
            Escrow::escrows(account, role, limit, after)
        }

        fn check(draft: EscrowDraft<AccountId>) -> EscrowCheck {
            Escrow::check(draft)
        }

        fn get_stream(id: EscrowId) -> Option<StreamView<AccountId>> {
            Escrow::stream(id)
        }

        fn list_streams(
            account: AccountId,
            limit: u32,
            after: Option<EscrowId>,
        ) -> Vec<StreamView<AccountId>> {
            Escrow::streams(account, limit, after)
        }

        fn figures() -> EscrowFigures {
            Escrow::figures()
        }
    }

    impl registry::AgentsApi<Block, AccountId> for Runtime {
        fn agent(account: AccountId) -> Option<AgentView<AccountId>> {
            Agents::agent(account)
        }

        fn agents(
            filter: AgentFilter<AccountId>,
            limit: u32,
            offset: u32,
        ) -> Vec<AgentView<AccountId>> {
            Agents::agents(filter, limit, offset)
        }

        fn agents_match(tags: Vec<String>, limit: u32) -> Option<MatchView<AccountId>> {
            Agents::agents_match(tags, limit)
        }

        fn agent_nonce(account: AccountId) -> u32 {
            Agents::agent_nonce(account)
        }

        fn inbox(account: AccountId, limit: u32) -> InboxView<AccountId> {
            Agents::inbox(account, limit)
        }

        fn agent_figures() -> AgentFigures {
            Agents::agent_figures()
        }
    }

    impl wallets::WalletsApi<Block, AccountId> for Runtime {
        fn wallet(account: AccountId) -> Option<WalletView<AccountId>> {
            AgentWallet::wallet(account)
        }

        fn wallets_of(owner: AccountId, limit: u32, offset: u32) -> Vec<WalletView<AccountId>> {
            AgentWallet::wallets_of(owner, limit, offset)
        }

        fn decision(wallet: AccountId, proposal: ProposalId) -> Option<DecisionView> {
            AgentWallet::decision(wallet, proposal)
        }

        fn wallet_figures() -> WalletFigures {
            AgentWallet::figures()
        }
    }

    impl sp_session::SessionKeys<Block> for Runtime {
        fn generate_session_keys(
            owner: Vec<u8>,
            seed: Option<Vec<u8>>,
        ) -> OpaqueGeneratedSessionKeys {
            SessionKeys::generate(&owner, seed).into()
        }

        fn decode_session_keys(encoded: Vec<u8>) -> Option<Vec<(Vec<u8>, KeyTypeId)>> {
            SessionKeys::decode_into_raw_public_keys(&encoded)
        }
    }

    impl sp_consensus_grandpa::GrandpaApi<Block> for Runtime {
        fn grandpa_authorities() -> sp_consensus_grandpa::AuthorityList {
            Grandpa::grandpa_authorities()
        }

        fn current_set_id() -> sp_consensus_grandpa::SetId {
            pallet_grandpa::CurrentSetId::<Runtime>::get()
        }

        fn submit_report_equivocation_unsigned_extrinsic(
            equivocation: sp_consensus_grandpa::EquivocationProof<
                <Block as BlockT>::Hash,
                NumberFor<Block>,
            >,
            key_owner_proof: sp_consensus_grandpa::OpaqueKeyOwnershipProof,
        ) -> Option<()> {
            let key_owner_proof = key_owner_proof.decode()?;
            Grandpa::submit_unsigned_equivocation_report(equivocation, key_owner_proof)
        }

        fn generate_key_ownership_proof(
            set_id: sp_consensus_grandpa::SetId,
            authority: GrandpaId,
        ) -> Option<sp_consensus_grandpa::OpaqueKeyOwnershipProof> {
            use codec::Encode;

            // The last session with this set; all of them have the same keys.
            let session = pallet_grandpa::SetIdSession::<Runtime>::get(set_id)?;
            Equivocation::prove_at(session, sp_consensus_grandpa::KEY_TYPE, authority.as_ref())
                .map(|proof| proof.encode())
                .map(sp_consensus_grandpa::OpaqueKeyOwnershipProof::new)
        }
    }

    impl sp_authority_discovery::AuthorityDiscoveryApi<Block> for Runtime {
        fn authorities() -> Vec<sp_authority_discovery::AuthorityId> {
            AuthorityDiscovery::authorities()
        }
    }

    impl frame_system_rpc_runtime_api::AccountNonceApi<Block, AccountId, Nonce> for Runtime {
        fn account_nonce(account: AccountId) -> Nonce {
            System::account_nonce(account)
        }
    }

    impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentApi<Block, Balance>
        for Runtime
    {
        fn query_info(
            extrinsic: <Block as BlockT>::Extrinsic,
            length: u32,
        ) -> RuntimeDispatchInfo<Balance> {
            TransactionPayment::query_info(extrinsic, length)
        }

        fn query_fee_details(
            extrinsic: <Block as BlockT>::Extrinsic,
            length: u32,
        ) -> FeeDetails<Balance> {
            TransactionPayment::query_fee_details(extrinsic, length)
        }

        fn query_weight_to_fee(weight: Weight) -> Balance {
            TransactionPayment::weight_to_fee(weight)
        }

        fn query_length_to_fee(length: u32) -> Balance {
            TransactionPayment::length_to_fee(length)
        }
    }

    impl pallet_transaction_payment_rpc_runtime_api::TransactionPaymentCallApi<
        Block,
        Balance,
        RuntimeCall,
    > for Runtime
    {
        fn query_call_info(call: RuntimeCall, length: u32) -> RuntimeDispatchInfo<Balance> {
            TransactionPayment::query_call_info(call, length)
        }

        fn query_call_fee_details(call: RuntimeCall, length: u32) -> FeeDetails<Balance> {
            TransactionPayment::query_call_fee_details(call, length)
        }

        fn query_weight_to_fee(weight: Weight) -> Balance {
            TransactionPayment::weight_to_fee(weight)
        }

        fn query_length_to_fee(length: u32) -> Balance {
            TransactionPayment::length_to_fee(length)
        }
    }

    impl pallet_staking_runtime_api::StakingApi<Block, Balance, AccountId> for Runtime {
        fn nominations_quota(balance: Balance) -> u32 {
            Staking::api_nominations_quota(balance)
        }

        fn eras_stakers_page_count(
            era: sp_staking::EraIndex,
            account: AccountId,
        ) -> sp_staking::Page {
            Staking::api_eras_stakers_page_count(era, account)
        }

        fn pending_rewards(era: sp_staking::EraIndex, account: AccountId) -> bool {
            Staking::api_pending_rewards(era, account)
        }
    }

    impl sp_genesis_builder::GenesisBuilder<Block> for Runtime {
        fn build_state(json: Vec<u8>) -> sp_genesis_builder::Result {
            build_state::<RuntimeGenesisConfig>(json)
        }

        fn get_preset(name: &Option<PresetId>) -> Option<Vec<u8>> {
            get_preset::<RuntimeGenesisConfig>(name, crate::genesis::preset)
        }

        fn preset_names() -> Vec<PresetId> {
            crate::genesis::preset_names()
        }
    }

    #[cfg(feature = "runtime-benchmarks")]
    impl frame_benchmarking::Benchmark<Block> for Runtime {
        fn benchmark_metadata(
            extra: bool,
        ) -> (Vec<frame_benchmarking::BenchmarkList>, Vec<frame_support::traits::StorageInfo>) {
            crate::benchmarks::metadata(extra)
        }

        fn dispatch_benchmark(
            config: frame_benchmarking::BenchmarkConfig,
        ) -> Result<Vec<frame_benchmarking::BenchmarkBatch>, alloc::string::String> {
            crate::benchmarks::dispatch(config)
        }
    }

    #[cfg(feature = "try-runtime")]
    impl frame_try_runtime::TryRuntime<Block> for Runtime {
        fn on_runtime_upgrade(
            checks: frame_try_runtime::UpgradeCheckSelect,
        ) -> (Weight, Weight) {
            match Executive::try_runtime_upgrade(checks) {
                Ok(weight) => (weight, crate::limits::RuntimeBlockWeights::get().max_block),
                Err(error) => refuse("the runtime upgrade failed", error),
            }
        }

        fn execute_block(
            block: <Block as BlockT>::LazyBlock,
            state_root_check: bool,
            signature_check: bool,
            select: frame_try_runtime::TryStateSelect,
        ) -> Weight {
            match Executive::try_execute_block(block, state_root_check, signature_check, select) {
                Ok(weight) => weight,
                Err(error) => refuse("the block cannot be executed", error),
            }
        }
    }
}

/// Ends a try-runtime call, whose only way to fail is a panic. Never part of a production runtime.
#[cfg(feature = "try-runtime")]
#[allow(clippy::panic, reason = "see above")]
fn refuse<T>(what: &str, why: impl core::fmt::Debug) -> T {
    panic!("{what}: {why:?}")
}
