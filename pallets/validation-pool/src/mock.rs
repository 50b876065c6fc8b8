//! A chain whose producers, their keys, outputs and reputation the tests set.

use crate::{self as pallet_validation_pool, Contract, CreditOf};
use aitbc_primitives::{
    reputation::{
        pool_vote,
        pools::{
            BlockFacts, BlockPools, BlockVote, Candidates, Delegations, Encumber, Initiator,
            LatestBlock, OnResolved, Outcome, PoolId, Salary, Side,
        },
        Domain, HoldReason, Rep, RepLedger,
    },
    Balance, BlockNumber, Hash,
};
pub use aitbc_test_support::AccountId;
use aitbc_test_support::{
    block_1, wait, LedgerWith, TestAgents, TestClock, TestExternalities, TestPosts,
};
use frame_support::{
    construct_runtime, derive_impl,
    pallet_prelude::{OptionQuery, ValueQuery},
    parameter_types, storage_alias,
    traits::{
        fungible::Balanced, ConstU128, ConstU32, Get, Imbalance, OnFinalize, OnInitialize,
        OneSessionHandler,
    },
    weights::Weight,
    Twox64Concat,
};
use sp_core::{sr25519::Pair, Pair as _, H256};
use sp_runtime::{DispatchError, DispatchResult};

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        ValidationPool: pallet_validation_pool,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
    type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
    type Balance = Balance;
    type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
    type RuntimeHoldReason = RuntimeHoldReason;
    type MaxFreezes = ConstU32<1>;
    type FreezeIdentifier = u8;
}

/// Below this a balance is dust.
pub const EXISTENTIAL_DEPOSIT: Balance = 10;
/// Gets the salary of all domains.
pub const SALARY: AccountId = 101;
/// Pays the fees of pools.
pub const PAYER: AccountId = 102;
/// Has whatever reputation nobody else has.
pub const REST: AccountId = 103;
/// What the payer has.
pub const FUNDS: Balance = 1_000_000;

#[storage_alias]
pub type CurrentContract = StorageValue<Mock, Contract, OptionQuery>;
/// Who produces, with what counts for them.
#[storage_alias]
pub type Producers = StorageValue<Mock, Vec<(AccountId, Rep)>, ValueQuery>;
/// The block that is executed.
#[storage_alias]
pub type Facts = StorageValue<Mock, BlockFacts<AccountId>, OptionQuery>;
/// Whether nothing is encumbered.
#[storage_alias]
pub type EncumbersNothing = StorageValue<Mock, bool, ValueQuery>;
#[storage_alias]
type Salaries = StorageMap<Mock, Twox64Concat, Domain, Balance, ValueQuery>;
#[storage_alias]
type Delegates = StorageMap<Mock, Twox64Concat, (Domain, AccountId), (AccountId, Rep), OptionQuery>;
/// What initiators were told.
#[storage_alias]
pub type Told = StorageValue<Mock, Vec<(Initiator, PoolId, Outcome)>, ValueQuery>;

parameter_types! {
    pub storage MaxStakers: u32 = 256;
    pub storage MinDomainIssuance: Rep = 0;
    pub storage MinComputeIssuance: Rep = 0;
    pub storage HookWeight: Weight = Weight::from_parts(100_000_000_000, u64::MAX);
    pub storage CreditWeight: Weight = Weight::from_parts(1_000_000_000_000, u64::MAX);
}

pub struct Doubles;

impl Get<Contract> for Doubles {
    fn get() -> Contract {
        CurrentContract::get().unwrap_or_default()
    }
}

impl Salary<CreditOf<Test>> for Doubles {
    fn pay(domain: Domain, salary: CreditOf<Test>) {
        Salaries::mutate(domain, |all| *all += salary.peek());
        Balances::resolve(&SALARY, salary).unwrap();
    }
}

impl LatestBlock<AccountId> for Doubles {
    fn latest() -> Option<BlockFacts<AccountId>> {
        Facts::get()
    }
}

impl Candidates<AccountId> for Doubles {
    fn candidates() -> Vec<(AccountId, Rep)> {
        Producers::get()
    }
}

impl Encumber<AccountId> for Doubles {
    fn encumber(who: &AccountId, amount: Rep) {
        if !EncumbersNothing::get() {
            let amount = amount.min(Ledger::free(Domain::Block, who));
            Ledger::hold(Domain::Block, HoldReason::Availability, who, amount).unwrap();
        }
    }
}

impl Delegations<AccountId> for Doubles {
    fn delegation(domain: Domain, holder: &AccountId) -> Option<(AccountId, Rep)> {
        Delegates::get((domain, *holder))
    }
}

/// Challenges always fail to hear how their pools end.
impl OnResolved for Doubles {
    fn on_resolved(initiator: Initiator, pool: PoolId, outcome: Outcome) -> DispatchResult {
        Told::append((initiator, pool, outcome));
        if matches!(initiator, Initiator::Challenge(_)) {
            return Err(DispatchError::Unavailable);
        }
        Ok(())
    }

    fn weight() -> Weight {
        Weight::from_parts(1_000, 0)
    }
}

pub type Ledger = LedgerWith<ValidationPool>;

#[cfg(feature = "runtime-benchmarks")]
impl pallet_validation_pool::BenchmarkHelper<AccountId> for Doubles {
    fn set_producers(producers: Vec<(AccountId, Rep)>) {
        Producers::put(producers);
    }

    fn set_delegate(domain: Domain, holder: &AccountId, delegate: &AccountId, limit: Rep) {
        self::delegate(domain, *holder, *delegate, limit);
    }

    fn set_holders(domain: Domain, holders: impl Iterator<Item = AccountId>, each: Rep) {
        holders.for_each(|who| give(domain, who, each));
    }
}

impl pallet_validation_pool::Config for Test {
    #[cfg(feature = "runtime-benchmarks")]
    type BenchmarkHelper = Doubles;
    type Candidates = Doubles;
    type Clock = TestClock;
    type Contract = Doubles;
    type CreditWeight = CreditWeight;
    type Currency = Balances;
    type Delegations = Doubles;
    type Encumber = Doubles;
    type HookWeight = HookWeight;
    type LatestBlock = Doubles;
    type Ledger = Ledger;
    type MaxComputePools = ConstU32<32>;
    type MaxOpenPools = ConstU32<64>;
    type MaxStakers = MaxStakers;
    type MinComputeIssuance = MinComputeIssuance;
    type MinDomainIssuance = MinDomainIssuance;
    type OnResolved = Doubles;
    type Owners = TestAgents;
    type Posts = TestPosts;
    type RuntimeHoldReason = RuntimeHoldReason;
    type Salary = Doubles;
    type WeightInfo = ();
}

/// Makes a chain on which some accounts have tokens and nobody has reputation.
#[derive(Default)]
pub struct ExtBuilder {
    contract: Contract,
}

impl ExtBuilder {
    /// Changes the parameters of the work contract.
    pub fn contract(mut self, change: impl FnOnce(&mut Contract)) -> Self {
        change(&mut self.contract);
        self
    }

    /// The chain at block 2, the first that is judged.
    pub fn build(self) -> TestExternalities {
        let mut chain = block_1::<Test>(RuntimeGenesisConfig {
            balances: pallet_balances::GenesisConfig {
                balances: vec![(PAYER, FUNDS), (SALARY, EXISTENTIAL_DEPOSIT)],
                ..Default::default()
            },
            ..Default::default()
        });
        chain.execute_with(|| {
            CurrentContract::put(self.contract);
            run_to(2);
        });
        #[cfg(feature = "runtime-benchmarks")]
        {
            use sp_keystore::{testing::MemoryKeystore, KeystoreExt};
            chain.register_extension(KeystoreExt::new(MemoryKeystore::new()));
        }
        chain
    }

    /// Runs `test` in block 2, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            ValidationPool::do_try_state().unwrap();
        });
    }
}

/// The pool vote key of an account.
pub fn pair(who: AccountId) -> Pair {
    let mut seed = [7; 32];
    seed[..8].copy_from_slice(&who.to_le_bytes());
    Pair::from_seed(&seed)
}

/// The public part of it.
pub fn key(who: AccountId) -> pool_vote::AuthorityId {
    pair(who).public().into()
}

/// Makes these accounts producers with these weights, and gives them as much encumbered reputation beyond
/// what they have.
pub fn set_producers(producers: &[(AccountId, Rep)]) {
    Producers::put(producers);
    for (who, weight) in producers {
        give_encumbered(Domain::Block, *who, *weight);
    }
    begin_session();
}

/// Begins a session with the producers as they are.
pub fn begin_session() {
    let keys: Vec<_> = Producers::get().into_iter().map(|(who, _)| (who, key(who))).collect();
    begin_session_with(keys, true);
}

/// Begins a session with these keys.
pub fn begin_session_with(keys: Vec<(AccountId, pool_vote::AuthorityId)>, changed: bool) {
    fn borrowed(
        keys: &[(AccountId, pool_vote::AuthorityId)],
    ) -> impl Iterator<Item = (&AccountId, pool_vote::AuthorityId)> {
        keys.iter().map(|(who, key)| (who, key.clone()))
    }
    ValidationPool::on_new_session(changed, borrowed(&keys), borrowed(&[]));
}

/// Creates free reputation.
pub fn give(domain: Domain, who: AccountId, amount: Rep) {
    Ledger::mint(domain, &who, amount).unwrap();
}

/// Creates encumbered reputation.
pub fn give_encumbered(domain: Domain, who: AccountId, amount: Rep) {
    give(domain, who, amount);
    Ledger::hold(domain, HoldReason::Availability, &who, amount).unwrap();
}

/// Lets a holder be staked for.
pub fn delegate(domain: Domain, holder: AccountId, delegate: AccountId, limit: Rep) {
    Delegates::insert((domain, holder), (delegate, limit));
}

/// What a domain got as salary.
pub fn salary(domain: Domain) -> Balance {
    Salaries::get(domain)
}

/// The number of the block.
pub fn height() -> BlockNumber {
    ValidationPool::block_number()
}

/// The hash of a block.
pub fn hash(block: BlockNumber) -> Hash {
    H256::from_low_u64_be(0xb10c_0000 + u64::from(block))
}

/// Ends this block, which `author` has produced with these outputs, and begins the next, up to where the
/// work contract opens pools.
pub fn end_block(author: AccountId, parent_output: H256, output: H256) {
    Facts::put(BlockFacts { author, output, parent_output });
    skip_block();
}

/// The same without an author.
pub fn skip_block() {
    let number = System::block_number();
    ValidationPool::on_finalize(number);
    Facts::kill();
    let ended = height();
    System::set_block_number(number + 1);
    frame_system::BlockHash::<Test>::insert(number, hash(ended));
    ValidationPool::on_initialize(number + 1);
    wait(aitbc_primitives::time::SLOT_DURATION);
}

/// Goes on to block `number` without opening pools.
pub fn run_to(number: BlockNumber) {
    while height() < number {
        skip_block();
    }
}

/// Ends this block, which `author` has produced, and opens its pool with so much of revenue for the Block
/// salary; of the subsidy there is more than enough. Returns its number.
pub fn open(author: AccountId, revenue: Balance) -> BlockNumber {
    open_with(author, H256::repeat_byte(1), H256::repeat_byte(2), revenue)
}

/// The same with outputs.
pub fn open_with(
    author: AccountId,
    parent_output: H256,
    output: H256,
    revenue: Balance,
) -> BlockNumber {
    let block = height();
    end_block(author, parent_output, output);
    <ValidationPool as BlockPools>::open(block, revenue, revenue * 10 + 10);
    block
}

/// Closes all pools that are open.
pub fn close_all() {
    run_to(height() + 20);
}

/// The vote of `voter` on one block.
pub fn vote_on(voter: AccountId, block: BlockNumber, side: Side) -> BlockVote<AccountId> {
    let (for_blocks, against_blocks) = match side {
        Side::For => (1, 0),
        Side::Against => (0, 1),
    };
    BlockVote { voter, last: block, hash: hash(block), for_blocks, against_blocks }
}

/// Signs a vote with the key of `who`.
pub fn sign(who: AccountId, vote: &BlockVote<AccountId>) -> pool_vote::AuthoritySignature {
    pair(who).sign(&vote.payload(&genesis())).into()
}

/// The hash of genesis.
pub fn genesis() -> Hash {
    System::block_hash(0)
}

/// Sends a vote, signed by its voter, as a block would have it.
pub fn send(vote: BlockVote<AccountId>) -> DispatchResult {
    let signature = sign(vote.voter, &vote);
    ValidationPool::vote(RuntimeOrigin::none(), vote, signature)
}

/// Votes on one block.
pub fn cast(voter: AccountId, block: BlockNumber, side: Side) {
    send(vote_on(voter, block, side)).unwrap();
}

/// The events of this pallet since the last call.
pub fn events() -> Vec<crate::Event<Test>> {
    aitbc_test_support::events::<Test, _>()
}
