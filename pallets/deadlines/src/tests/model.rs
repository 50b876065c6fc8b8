//! The pallet against two sorted lists, and a clock that is a sum.

use super::*;
use proptest::{collection::vec, prelude::*, sample::select};

/// A task that waits.
struct Waiting {
    bucket: u64,
    at: Moment,
    /// When it was scheduled.
    since: Moment,
    task: Task,
}

/// What waits by one clock, sorted by bucket, and in a bucket as it came.
struct Line {
    size: u64,
    /// No task comes into a bucket before this one.
    earliest: u64,
    list: Vec<Waiting>,
}

impl Line {
    fn new(size: u64) -> Self {
        Self { size, earliest: 0, list: vec![] }
    }

    fn add(&mut self, now: Moment, at: Moment, task: Task) {
        if self.list.is_empty() {
            self.earliest = self.earliest.max(now / self.size);
        }
        let mut bucket = at / self.size;
        while bucket * self.size < at || bucket < self.earliest {
            bucket += 1;
        }
        self.list.push(Waiting { bucket, at, since: now, task });
        self.list.sort_by_key(|waiting| waiting.bucket);
    }

    /// The first task, if its bucket has begun.
    fn due(&self, now: Moment) -> Option<&Task> {
        let first = self.list.first()?;
        (first.bucket * self.size <= now).then_some(&first.task)
    }

    fn remove_first(&mut self, now: Moment) {
        let first = self.list.remove(0);
        assert!(first.at <= now, "a task was done too early");
        let is_last_of_bucket = self.list.iter().all(|other| other.bucket != first.bucket);
        self.earliest = first.bucket + u64::from(is_last_of_bucket);
    }

    /// What comes after a look at all buckets that have begun.
    fn look_at_all(&mut self, now: Moment) {
        if let Some(first) = self.list.first() {
            self.earliest = self.earliest.max(first.bucket.min(now / self.size + 1));
        }
    }

    /// That nothing waits that should have been done.
    fn check_pace(&self, now: Moment) {
        assert_eq!(self.due(now), None);
        for Waiting { at, since, .. } in &self.list {
            assert!(now < *at.max(since) + self.size, "a task is more than a bucket late");
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Block(Moment),
    Halt(Option<Why>),
    /// By which clock, how much before or after now, how many follow in which distance, and what each costs.
    Schedule(DeadlineClock, i64, u32, Moment),
    Heavy(DeadlineClock, i64, u64),
    /// Room for tasks, or for all.
    Poll(Option<u64>),
}

fn offset() -> impl Strategy<Value = i64> {
    prop_oneof![
        -100_000..=0_i64,
        0..=100_000_i64,
        (-3..=20_i64).prop_map(|buckets| buckets * 10_000),
        (-3..=20_i64).prop_map(|buckets| buckets * 60_000 - 1),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let clock = || select(&DeadlineClock::ALL[..]);
    let later = prop_oneof![
        6 => (1..=15_u64).prop_map(|seconds| seconds * SECOND),
        3 => 0..=40_000_u64,
        1 => select(vec![HOUR, DAY]),
    ];
    let why = select(vec![None, Some(Why::Migration), Some(Why::SafeMode), Some(Why::Paused)]);
    prop_oneof![
        6 => later.prop_map(Step::Block),
        1 => why.prop_map(Step::Halt),
        6 => (clock(), offset(), prop_oneof![3 => Just(0), 1 => 1..4_u32], 0..30_000_u64)
            .prop_map(|(clock, offset, left, later)| Step::Schedule(clock, offset, left, later)),
        1 => (clock(), offset(), 0..2_000_u64)
            .prop_map(|(clock, offset, weight)| Step::Heavy(clock, offset, weight)),
        4 => prop_oneof![1 => Just(None), 2 => (0..2_000_u64).prop_map(Some)].prop_map(Step::Poll),
    ]
}

struct Model {
    lines: [Line; 2],
    now: [Moment; 2],
    was_halted: bool,
    next_id: u32,
}

impl Model {
    fn new() -> Self {
        Self {
            lines: [Line::new(10_000), Line::new(60_000)],
            now: [0, START],
            was_halted: false,
            next_id: 0,
        }
    }

    /// Does `step` to the model and to the pallet.
    fn apply(&mut self, step: Step) {
        match step {
            Step::Block(later) => {
                let is_halted = Halted::get().is_some();
                if !is_halted && !self.was_halted {
                    self.now[0] += if later > 30_000 { 30_000 } else { later };
                }
                self.now[1] += later;
                self.was_halted = is_halted;
                next_block(later);
            }
            Step::Halt(why) => halt(why),
            Step::Schedule(clock, offset, left, later) => {
                let at = self.now[clock as usize].saturating_add_signed(offset);
                let chain = Chain { id: self.next_id, clock, at, later, left };
                self.schedule(clock, at, Task::Next(chain));
            }
            Step::Heavy(clock, offset, weight) => {
                let at = self.now[clock as usize].saturating_add_signed(offset);
                self.schedule(clock, at, Task::Heavy(self.next_id, weight));
            }
            Step::Poll(room) => self.poll(room),
        }
    }

    fn schedule(&mut self, clock: DeadlineClock, at: Moment, task: Task) {
        self.next_id += 1;
        self.lines[clock as usize].add(self.now[clock as usize], at, task.clone());
        Deadlines::schedule(clock, at, task);
    }

    fn poll(&mut self, room: Option<u64>) {
        let share = room.map_or(u64::MAX, |room| POLL + 2 * (TAKE + 2_000) + room);
        HookWeight::set(&micros(share));
        let consumed = poll();
        assert!(consumed <= share);
        for task in done() {
            let clock =
                (0..2).find(|clock| self.lines[*clock].due(self.now[*clock]) == Some(&task));
            let clock = clock.unwrap_or_else(|| panic!("{task:?} was not next"));
            self.lines[clock].remove_first(self.now[clock]);
            if let Task::Next(Chain { id, at, later, left: left @ 1.., .. }) = task {
                let (at, left, by) = (at + later, left - 1, DeadlineClock::ALL[clock]);
                let next = Task::Next(Chain { id, clock: by, at, later, left });
                self.lines[clock].add(self.now[clock], at, next);
            }
        }
        for (line, now) in self.lines.iter_mut().zip(self.now) {
            line.look_at_all(now);
            if room.is_none() {
                line.check_pace(now);
            } else if let Some(task) = line.due(now) {
                // Three times at most something was looked at that did not fit.
                let act = if let Task::Heavy(_, weight) = task { *weight } else { ACT };
                assert!(share - consumed < 3 * TAKE + TAKE + act, "there was room for {task:?}");
            }
        }
    }

    fn compare(&self) {
        assert_eq!([Deadlines::now(), now()], self.now);
        assert!(Deadlines::now() <= now() - START, "no more active time than time since block 1");
        assert_eq!(waiting(), [0, 1].map(|clock: usize| self.lines[clock].list.len() as u64));
        Deadlines::do_try_state().unwrap();
    }
}

proptest! {
    #![proptest_config(aitbc_test_support::cases())]

    #[test]
    fn agenda_does_what_a_sorted_list_would_do(steps in vec(step(), 1..60)) {
        ExtBuilder.build_and_execute(|| {
            // Cursors then pass all empty buckets, as the lists do.
            Pass::set(&micros(0));
            let mut model = Model::new();
            for step in steps {
                model.apply(step);
                model.compare();
            }
            // When all is over, all is done.
            model.apply(Step::Halt(None));
            for _ in 0..100 {
                model.apply(Step::Block(15 * SECOND));
                model.apply(Step::Poll(None));
            }
            model.compare();
            assert_eq!(waiting(), [0, 0]);
        });
    }
}
