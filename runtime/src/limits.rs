//! What bounds types, blocks and the state of the chain.
//!
//! Sizes are constants, since storage relies on them; rates and periods are
//! [`parameters`](crate::parameters).

use crate::{
    shared_entries::SHARED_ENTRIES,
    weights::{
        base::{BLOCK_EXECUTION, EXTRINSIC_BASE},
        database::DATABASE,
    },
};
use aitbc_primitives::{token::MILLI, Balance};
use frame_support::{
    dispatch::DispatchClass,
    parameter_types,
    traits::Get,
    weights::{constants::WEIGHT_REF_TIME_PER_MILLIS, Weight},
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::{PerThing, Perbill};

pub use crate::weights::base::EMPTY_EXTRINSIC;

/// The most validators that can be elected.
pub const MAX_VALIDATORS: u32 = 200;

/// The most entries of the block production schedule.
pub const MAX_SCHEDULE: u32 = 2_000;

/// The most validators one nominator may name.
pub const MAX_NOMINATIONS: u32 = 16;

/// Eras for which rewards can be claimed and stake can be slashed.
pub const HISTORY_DEPTH: u32 = 84;

/// Nominators that the weight of a slash accounts for.
pub const MAX_NOMINATORS_OF_WEIGHT: u32 = 512;

/// Nominators and validators that an election looks at, by stake.
///
/// It runs in the block that begins a session, which has to do more than that, so it may take half of
/// a block: 666 ms. For 200 seats and 500 candidates, with 16 votes of each nominator, the computation
/// was measured in Wasm on an AMD EPYC: 2 500 voters take 890 to 960 ms, 1 500 take 350 to 430 ms. A
/// whole block with the election of 1 500 took 430 to 530 ms to execute, without the database.
pub const MAX_ELECTING_VOTERS: u32 = 1_500;

/// Candidates that an election looks at.
pub const MAX_ELECTABLE_TARGETS: u32 = 500;

/// Seats of the council.
pub const COUNCIL_SEATS: u32 = 5;

/// The most members of the council. Its stock benchmarks need more than five to see what one costs.
pub const MAX_MEMBERS: u32 = if cfg!(feature = "runtime-benchmarks") { 20 } else { COUNCIL_SEATS };

/// Motions of all members that the chain keeps at a time.
pub const MAX_MOTIONS: u32 = 32;

/// How many motions of one member the chain keeps. Three members together cannot take all places.
/// The stock benchmarks fill them with the motions of one.
pub const MAX_MOTIONS_OF_MEMBER: u32 =
    if cfg!(feature = "runtime-benchmarks") { MAX_MOTIONS } else { 8 };

/// The most accounts that can share one. The rehearsed upgrade changes it, for clients to see.
pub const MAX_SIGNATORIES: u32 = if cfg!(feature = "next-version") { 128 } else { 100 };

/// What an account must set aside for `items` entries with `bytes` of data in the chain's state:
/// a tenth of a token for an entry and a thousandth for a byte.
pub const fn deposit(items: u32, bytes: u32) -> Balance {
    let for_items = (items as Balance).saturating_mul(100).saturating_mul(MILLI);
    let for_bytes = (bytes as Balance).saturating_mul(MILLI);
    for_items.saturating_add(for_bytes)
}

/// The part of a block's weight that normal transactions may fill: a third of a slot. Weights are times, and as long as
/// the author has built a block, others need to execute it before the next slot begins; the last third is for
/// the way between them, and for machines that are slower. The other half of the weight is for hooks and for
/// operational transactions.
const NORMAL_RATIO: Perbill = Perbill::from_percent(50);

/// The same of its bytes. A new runtime, which has more than one MiB, fits into the rest.
const NORMAL_LENGTH_RATIO: Perbill = Perbill::from_percent(75);

/// The part of a block that one transaction may take. What a normal one makes the block do beyond its
/// weight, such as keeping points of histories, is charged while it runs, so it should not be large; and
/// one operational transaction must not take the room that is kept for the others.
const LARGEST_RATIO: Perbill = Perbill::from_percent(25);

/// Time to execute a block: two thirds of a 2 s slot, as much as an author takes to build it.
const MAXIMUM_BLOCK_WEIGHT: Weight =
    Weight::from_parts(WEIGHT_REF_TIME_PER_MILLIS.saturating_mul(1_333), u64::MAX);

/// A block without transactions, and what all transactions share.
const EMPTY_BLOCK: Weight = BLOCK_EXECUTION.saturating_add(Weight::from_parts(
    DATABASE.read.saturating_add(DATABASE.write).saturating_mul(SHARED_ENTRIES),
    0,
));

/// Of a block's weight, what is assumed to be taken by hooks when limits are derived.
const EXPECTED_HOOK_WEIGHT: Perbill = Perbill::from_percent(5);

/// Bytes of transactions in a block.
const MAXIMUM_BLOCK_LENGTH: u32 = 5 * 1024 * 1024;

/// Bytes of a header. Once a session it carries the authorities of Aura (32 bytes for each entry of
/// the schedule) and of GRANDPA (40 bytes for each validator).
const MAXIMUM_HEADER_SIZE: u32 = 80 * 1024;

parameter_types! {
    pub RuntimeBlockLength: BlockLength = BlockLength::builder()
        .max_length(MAXIMUM_BLOCK_LENGTH)
        .modify_max_length_for_class(DispatchClass::Normal, |max| {
            *max = NORMAL_LENGTH_RATIO.mul_floor(MAXIMUM_BLOCK_LENGTH)
        })
        .max_header_size(MAXIMUM_HEADER_SIZE)
        .build();

    pub RuntimeBlockWeights: BlockWeights = BlockWeights::builder()
        .base_block(EMPTY_BLOCK)
        .for_class(DispatchClass::all(), |weights| {
            weights.base_extrinsic = EXTRINSIC_BASE;
        })
        .for_class(DispatchClass::Normal, |weights| {
            weights.max_total = Some(NORMAL_RATIO * MAXIMUM_BLOCK_WEIGHT);
            weights.max_extrinsic = Some(LARGEST_RATIO * MAXIMUM_BLOCK_WEIGHT);
        })
        .for_class(DispatchClass::Operational, |weights| {
            weights.max_total = Some(MAXIMUM_BLOCK_WEIGHT);
            weights.max_extrinsic = Some(LARGEST_RATIO * MAXIMUM_BLOCK_WEIGHT);
            // Operational transactions have a room of their own that normal ones cannot fill.
            weights.reserved = Some(NORMAL_RATIO.left_from_one() * MAXIMUM_BLOCK_WEIGHT);
        })
        .avg_block_initialization(EXPECTED_HOOK_WEIGHT)
        .build_or_panic();
}

/// So many percent of a block's weight.
pub struct PercentOfBlock<const PERCENT: u32>;

impl<const PERCENT: u32> Get<Weight> for PercentOfBlock<PERCENT> {
    fn get() -> Weight {
        Perbill::from_percent(PERCENT) * RuntimeBlockWeights::get().max_block
    }
}

/// The part of a block that a migration may take.
pub type MigrationServiceWeight = PercentOfBlock<80>;
