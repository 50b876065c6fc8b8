use crate::{self as pallet_deadlines, WeightInfo};
use aitbc_primitives::{
    market::deadlines::{ActiveClock, Agenda, DeadlineClock, OnDeadline, Why},
    time::SECOND,
    Moment,
};
use aitbc_test_support::{block_1, TestExternalities, START};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
    construct_runtime, derive_impl,
    dispatch::DispatchClass,
    pallet_prelude::{OptionQuery, Twox64Concat, ValueQuery},
    parameter_types, storage_alias,
    traits::{Hooks, OnTimestampSet},
    weights::{Weight, WeightMeter},
};
use scale_info::TypeInfo;

construct_runtime! {
    pub enum Test {
        System: frame_system,
        Deadlines: pallet_deadlines,
    }
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = frame_system::mocking::MockBlock<Test>;
}

/// So many microseconds of a block. Weights of the mock are whole ones, so that sums can be read.
pub fn micros(number: u64) -> Weight {
    Weight::from_parts(number, 0)
}

/// 3 % of 1 333 ms.
pub const SHARE: u64 = 40_000;
/// What a look at the agenda costs.
pub const POLL: u64 = 100;
/// What an empty bucket costs.
pub const PASS: u64 = 10;
/// What taking a task costs.
pub const TAKE: u64 = 140;
/// What most tasks cost themselves.
pub const ACT: u64 = 100;
/// What those cost themselves that are out of date.
pub const STALE: u64 = 10;
/// What most tasks cost in all.
pub const TASK: u64 = PASS + TAKE + ACT;

parameter_types! {
    pub storage Halted: Option<Why> = None;
    pub storage HookWeight: Weight = micros(SHARE);
    pub storage Pass: Weight = micros(PASS);
    pub storage EveryTask: Vec<Task> =
        vec![
            Task::Note(0),
            Task::Job(0),
            Task::Next(Chain::default()),
            Task::Heavy(0, 10_000),
            Task::Stale(0),
            Task::Besides(0, ACT),
        ];
}

pub struct Costs;

impl WeightInfo for Costs {
    fn on_timestamp_set() -> Weight {
        micros(POLL)
    }

    fn schedule() -> Weight {
        micros(TAKE)
    }

    fn poll() -> Weight {
        micros(POLL)
    }

    fn pass() -> Weight {
        Pass::get()
    }

    fn take() -> Weight {
        micros(TAKE)
    }
}

/// What can be on the agenda here.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Task {
    /// To be noted.
    #[codec(index = 0)]
    Note(u32),
    /// A job is to be settled, if it still is there.
    #[codec(index = 1)]
    Job(u32),
    /// Others follow.
    #[codec(index = 4)]
    Next(Chain),
    /// One that costs so much.
    #[codec(index = 5)]
    Heavy(u32, u64),
    /// One that is out of date.
    #[codec(index = 6)]
    Stale(u32),
    /// One that registers so much of what it costs with the block itself.
    #[codec(index = 7)]
    Besides(u32, u64),
}

/// Tasks of which each schedules the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Chain {
    pub id: u32,
    pub clock: DeadlineClock,
    /// The time of this one, and how much later that of the next one is.
    pub at: Moment,
    pub later: Moment,
    /// How many follow.
    pub left: u32,
}

impl Default for Chain {
    fn default() -> Self {
        Self { id: 0, clock: DeadlineClock::Active, at: 0, later: 0, left: 0 }
    }
}

impl Chain {
    /// What follows.
    pub fn next(self) -> Option<Self> {
        let left = self.left.checked_sub(1)?;
        Some(Self { at: self.at + self.later, left, ..self })
    }
}

/// The tasks that were done, in order.
#[storage_alias]
type Done = StorageValue<TestSupport, Vec<Task>, ValueQuery>;

/// When jobs can be settled.
#[storage_alias]
pub type Jobs = StorageMap<TestSupport, Twox64Concat, u32, Moment, OptionQuery>;

/// The jobs that were settled, in order.
#[storage_alias]
pub type Settled = StorageValue<TestSupport, Vec<u32>, ValueQuery>;

pub struct Worker;

impl Worker {
    /// Makes a job that can be settled at `at` of active time.
    pub fn open(id: u32, at: Moment) {
        Jobs::insert(id, at);
        Deadlines::schedule(DeadlineClock::Active, at, Task::Job(id));
    }

    /// Settles a job, as anybody may. Returns whether it was there and its time has come.
    pub fn settle(id: u32) -> bool {
        let is_due = Jobs::get(id).is_some_and(|at| at <= Deadlines::now());
        if is_due {
            Jobs::remove(id);
            Settled::append(id);
        }
        is_due
    }
}

impl OnDeadline<Task> for Worker {
    fn weight(task: &Task) -> Weight {
        match task {
            Task::Heavy(_, weight) => micros(*weight),
            _ => micros(ACT),
        }
    }

    fn act(task: Task) -> Weight {
        let mut used = Self::weight(&task);
        match task {
            Task::Job(id) => {
                Self::settle(id);
            }
            Task::Next(chain) => {
                if let Some(next) = chain.next() {
                    Deadlines::schedule(chain.clock, next.at, Task::Next(next));
                }
            }
            Task::Stale(_) => used = micros(STALE),
            Task::Besides(_, besides) => {
                used = used.saturating_sub(micros(besides));
                let class = DispatchClass::Normal;
                System::register_extra_weight_unchecked(micros(besides), class);
            }
            Task::Note(_) | Task::Heavy(..) => {}
        }
        Done::append(task);
        used
    }
}

impl pallet_deadlines::Config for Test {
    type EveryTask = EveryTask;
    type Halted = Halted;
    type HookWeight = HookWeight;
    type Task = Task;
    type Tasks = Worker;
    type WeightInfo = Costs;
}

/// Makes a chain with nothing on the agenda.
#[derive(Default)]
pub struct ExtBuilder;

impl ExtBuilder {
    /// The chain at block 1, which has stated its time: [`START`].
    pub fn build(self) -> TestExternalities {
        let mut chain = block_1::<Test>(RuntimeGenesisConfig::default());
        chain.execute_with(|| Deadlines::on_timestamp_set(START));
        chain
    }

    /// Runs `test` in block 1, then checks the invariants.
    pub fn build_and_execute(self, test: impl FnOnce()) {
        self.build().execute_with(|| {
            test();
            Deadlines::do_try_state().unwrap();
        });
    }
}

/// What time it is.
pub fn now() -> Moment {
    pallet_deadlines::Last::<Test>::get()
}

/// The next block, which states a time so much later.
pub fn next_block(later: Moment) {
    System::set_block_number(System::block_number() + 1);
    Deadlines::on_timestamp_set(now() + later);
}

/// Blocks 10 s apart, until so much time has passed. Tasks are not done in them.
pub fn blocks(duration: Moment) {
    let end = now() + duration;
    while now() < end {
        next_block((end - now()).min(10 * SECOND));
    }
}

/// Works off the agenda in a block with room for everything else. Returns what it took.
pub fn poll() -> u64 {
    poll_within(u64::MAX)
}

/// Works off the agenda in a block that has so much left.
pub fn poll_within(left: u64) -> u64 {
    let mut meter = WeightMeter::with_limit(micros(left));
    Deadlines::on_poll(System::block_number(), &mut meter);
    assert!(meter.consumed().all_lte(HookWeight::get()), "more than the share was taken");
    meter.consumed().ref_time()
}

/// The tasks that were done since the last call.
pub fn done() -> Vec<Task> {
    Done::take()
}
