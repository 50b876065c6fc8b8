//! What users do in full blocks: one thing after the other, each user for itself.

use crate::{
    chain::Chain,
    world::{holder, Prefix, ALWAYS, RECENTLY},
};
use aitbc_bench_support::{
    users::{transfer, Users},
    Result,
};
use aitbc_primitives::{
    governance::proposals::{Category, Position, ProposalKind, Wishes},
    market::escrow::{Fallback, Rule, Terms},
    time::{DAY, HOUR, MINUTE, SECOND},
    token::{AITBC, MILLI},
    AccountId, Moment,
};
use aitbc_runtime::{AgentWallet, Runtime, RuntimeCall};
use frame_support::{
    storage::{generator::StorageDoubleMap, StoragePrefixedMap},
    BoundedVec,
};
use pallet_balances::Holds;
use pallet_escrow::NextId;

/// What a call is made from.
pub struct Turn<'a> {
    /// All users. They come in this order.
    pub users: &'a [AccountId],
    /// Which of them it is.
    pub index: usize,
    /// The index of the first who takes part.
    pub first: usize,
    /// The number of the first escrow that is made. Each makes one.
    pub first_escrow: u64,
}

impl Turn<'_> {
    fn user(&self) -> AccountId {
        self.users.get(self.index).cloned().unwrap_or_else(|| holder(0))
    }

    /// An account that nobody else has to do with.
    fn other(&self) -> AccountId {
        holder(self.index as u32)
    }

    /// An account that does not exist.
    fn stranger(&self) -> AccountId {
        holder(u32::MAX - self.index as u32)
    }

    fn escrow(&self) -> u64 {
        self.first_escrow + (self.index - self.first) as u64
    }

    fn wallet(&self) -> AccountId {
        AgentWallet::address(self.user(), 0)
    }
}

/// A call, and its name.
pub type Step = (&'static str, fn(&Turn<'_>) -> RuntimeCall);

/// Things that the same users do one after the other.
pub struct Story {
    /// Since when they have had their tokens.
    pub since: Moment,
    /// The maps that they write to, which others have filled before.
    pub crowded: fn() -> Vec<Prefix>,
    /// What has to happen before.
    pub begin: fn(&mut Chain<'_>) -> Result<()>,
    /// What each of them does.
    pub steps: &'static [Step],
}

impl Story {
    const fn of(steps: &'static [Step]) -> Self {
        Self::among(Vec::new, steps)
    }

    const fn among(crowded: fn() -> Vec<Prefix>, steps: &'static [Step]) -> Self {
        Self { since: RECENTLY, crowded, begin: |_| Ok(()), steps }
    }
}

/// All there are.
pub const STORIES: &[Story] = &[
    Story::of(&[("a transfer", |turn| transfer(turn.other(), AITBC))]),
    Story::of(&[("a transfer to a new account", |turn| transfer(turn.stranger(), AITBC))]),
    Story::of(&[("a remark of 32 bytes", |_| {
        frame_system::Call::remark { remark: vec![0; 32] }.into()
    })]),
    Story::of(&[("a batch of 10 transfers", |turn| {
        let receivers = (0..10).map(|each| holder(turn.index as u32 * 10 + each));
        let calls = receivers.map(|receiver| transfer(receiver, AITBC)).collect();
        pallet_utility::Call::batch_all { calls }.into()
    })]),
    Story::among(
        wallets,
        &[
            ("a new wallet", |_| {
                pallet_agent_wallet::Call::create { index: 0, agent: None, guardian: None }.into()
            }),
            ("a transfer to the wallet", |turn| transfer(turn.wallet(), 100 * AITBC)),
            ("a transfer from the wallet", |turn| {
                let call = Box::new(transfer(turn.other(), AITBC));
                pallet_agent_wallet::Call::execute { wallet: turn.wallet(), call }.into()
            }),
        ],
    ),
    Story::among(
        escrows,
        &[
            ("a new escrow", |turn| {
                let terms = Terms {
                    amounts: BoundedVec::truncate_from(vec![AITBC]),
                    rule: Rule::Manual,
                    default: Fallback::default(),
                    arbiter: None,
                    // No two share an entry of the agenda.
                    accept_within: HOUR + turn.index as u64 * 10 * SECOND,
                    deadline_in: 30 * DAY,
                    review: 10 * MINUTE,
                    terms_hash: None,
                };
                pallet_escrow::Call::create { beneficiary: turn.other(), terms }.into()
            }),
            ("the end of an escrow", |turn| {
                pallet_escrow::Call::cancel { id: turn.escrow() }.into()
            }),
        ],
    ),
    Story::among(
        escrows,
        &[
            ("a new stream", |turn| {
                pallet_escrow::Call::open_stream {
                    beneficiary: turn.other(),
                    rate: MILLI,
                    // No two share an entry of the agenda.
                    prepaid: 100 * AITBC + turn.index as u128 * 10 * MILLI,
                    ends: None,
                }
                .into()
            }),
            ("more for a stream", |turn| {
                pallet_escrow::Call::top_up { stream: turn.escrow(), amount: AITBC }.into()
            }),
            ("a withdrawal from a stream", |turn| {
                pallet_escrow::Call::withdraw { stream: turn.escrow() }.into()
            }),
            ("the end of a stream", |turn| {
                pallet_escrow::Call::close_stream { stream: turn.escrow() }.into()
            }),
        ],
    ),
    Story {
        since: ALWAYS,
        crowded: votes,
        begin: begin_vote,
        steps: &[("a vote", |_| {
            let (proposal, position) = (0, Position::For);
            let (max_power, reason) = (None, None);
            pallet_openclaw::Call::vote { proposal, position, max_power, reason }.into()
        })],
    },
];

/// What wallets have to do with.
fn wallets() -> Vec<Prefix> {
    use pallet_agent_wallet::{LinkedWallets, Spent, Wallets, WalletsOf};
    use pallet_agents::{Owned, Spans};

    vec![
        Wallets::<Runtime>::map_storage_final_prefix(),
        WalletsOf::<Runtime>::final_prefix().to_vec(),
        LinkedWallets::<Runtime>::final_prefix().to_vec(),
        Spent::<Runtime>::final_prefix().to_vec(),
        Spans::<Runtime>::final_prefix().to_vec(),
        Owned::<Runtime>::final_prefix().to_vec(),
        Holds::<Runtime>::final_prefix().to_vec(),
    ]
}

/// What escrows and streams have to do with.
fn escrows() -> Vec<Prefix> {
    use pallet_deadlines::{Lengths, Tasks};
    use pallet_escrow::{Escrows, EscrowsOf, Obliged, Streams, StreamsOf};

    vec![
        Escrows::<Runtime>::final_prefix().to_vec(),
        EscrowsOf::<Runtime>::final_prefix().to_vec(),
        Streams::<Runtime>::final_prefix().to_vec(),
        StreamsOf::<Runtime>::final_prefix().to_vec(),
        Obliged::<Runtime>::final_prefix().to_vec(),
        Tasks::<Runtime>::final_prefix().to_vec(),
        Lengths::<Runtime>::final_prefix().to_vec(),
        Holds::<Runtime>::final_prefix().to_vec(),
    ]
}

/// What votes on the first proposal have to do with.
fn votes() -> Vec<Prefix> {
    use pallet_agents::{Agents, Spans};
    use pallet_openclaw::{VoteOrder, Votes};
    use pallet_voting_power::{
        ArchivedPoints, Ballots, Delegators, Freezes, OwnerSums, RecentPoints, Visits,
    };

    vec![
        Votes::<Runtime>::storage_double_map_final_key1(0),
        VoteOrder::<Runtime>::storage_double_map_final_key1(0),
        Ballots::<Runtime>::storage_double_map_final_key1(0),
        OwnerSums::<Runtime>::storage_double_map_final_key1(0),
        Delegators::<Runtime>::final_prefix().to_vec(),
        Freezes::<Runtime>::final_prefix().to_vec(),
        ArchivedPoints::<Runtime>::final_prefix().to_vec(),
        RecentPoints::<Runtime>::final_prefix().to_vec(),
        Visits::<Runtime>::final_prefix().to_vec(),
        pallet_balances::Freezes::<Runtime>::final_prefix().to_vec(),
        Agents::<Runtime>::final_prefix().to_vec(),
        Spans::<Runtime>::final_prefix().to_vec(),
    ]
}

/// Lets Alice propose something that all can vote on at once.
fn begin_vote(chain: &mut Chain<'_>) -> Result<()> {
    let name = |name: &[u8]| BoundedVec::truncate_from(name.to_vec());
    let calls = BoundedVec::truncate_from(vec![(name(b"Staking"), name(b"chill"))]);
    let pause = pallet_openclaw::Call::pause { calls, duration: None };
    let propose = pallet_openclaw::Call::propose {
        kind: ProposalKind::Emergency,
        title: b"A proposal to vote on".to_vec(),
        description: vec![b'x'; 200],
        link: Vec::new(),
        category: Category::Security,
        calls: vec![pause.into()],
        wishes: Wishes::default(),
    };
    let alice = Users::development("//Alice")?;
    chain.block(alice.sign(0, chain.genesis(), 0, |_| propose.clone().into()))?;
    Ok(())
}

/// The number of the next escrow.
pub fn next_escrow(chain: &Chain<'_>) -> Result<u64> {
    let number: Option<u64> = chain.get(&NextId::<Runtime>::hashed_key())?;
    Ok(number.unwrap_or_default())
}
