//! Staked GPUs on a chain that stands still, is paused and in safe mode at random: exits always work, money
//! is where the books say, and no more is emitted than was granted, matched, and earned by the time that has
//! passed.

use super::*;
use crate::safety::full_name;
use aitbc_primitives::market::gpu::{Capacity, PositionId};
use aitbc_test_support::cases;
use frame_support::traits::fungible::{InspectHold, Mutate};
use pallet_gpu_staking::{Call, Error, UNBONDING};
use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{Config, TestRunner},
};
use std::collections::BTreeMap;

/// The pool of genesis, and what it has been given and granted.
const POOL: u32 = 0;
const FUNDS: Balance = 1_000 * AITBC;
/// Who stakes, and what each has.
const PEOPLE: [u8; 2] = [7, 8];
const TOKENS: Balance = 100_000 * AITBC;

fn account(who: u8) -> AccountId {
    super::account(&key(who.into()))
}

#[derive(Clone, Debug)]
enum Step {
    Stake {
        who: u8,
        power: u32,
        days: u64,
    },
    /// All of a position, which is one of those there are.
    Unstake(usize),
    Withdraw(u8),
    Claim(u8),
    /// The market takes all of a position.
    Use(usize),
    /// And gives it back.
    Free(usize),
    /// A fee of which so much has reached the treasury.
    Fee(Balance),
    /// Nobody makes a block for so many slots.
    Halt(u64),
    Pause(bool),
    SafeMode(bool),
}

fn step() -> impl Strategy<Value = Step> {
    let who = || select(PEOPLE.to_vec());
    let slots = |duration: Moment| duration / SLOT_DURATION;
    prop_oneof![
        4 => (who(), 10..40u32, select(vec![7, 10]))
            .prop_map(|(who, power, days)| Step::Stake { who, power, days }),
        3 => (0..8usize).prop_map(Step::Unstake),
        1 => who().prop_map(Step::Withdraw),
        2 => who().prop_map(Step::Claim),
        4 => (0..8usize).prop_map(Step::Use),
        2 => (0..8usize).prop_map(Step::Free),
        2 => (0..100 * AITBC).prop_map(Step::Fee),
        4 => prop_oneof![0..3u64, 0..slots(DAY), Just(slots(7 * DAY))]
            .prop_map(Step::Halt),
        2 => any::<bool>().prop_map(Step::Pause),
        2 => any::<bool>().prop_map(Step::SafeMode),
    ]
}

/// Few cases: each has a chain of its own. The macro `proptest` would go by `PROPTEST_CASES` again.
fn few() -> Config {
    let mut config = cases();
    config.cases = config.cases.div_ceil(500);
    config
}

#[derive(Clone)]
struct Staked {
    id: PositionId,
    who: u8,
    power: u32,
    collateral: Balance,
    until: Moment,
    used: bool,
}

struct World {
    chain: Chain,
    begin: Moment,
    positions: Vec<Staked>,
    /// Whose, how much, and from when on it can be withdrawn.
    unbonding: Vec<(u8, Balance, Moment)>,
    claimed: BTreeMap<u8, Balance>,
    /// The most of fees that may be matched.
    matched: Balance,
    paused: bool,
}

fn refused<T>(error: Error<Runtime>) -> Result<T, DispatchError> {
    Err(error.into())
}

impl World {
    fn begin() -> Self {
        let mut chain = Chain::development();
        chain.blocks(2);
        chain.inspect(|| {
            for who in PEOPLE {
                Balances::mint_into(&account(who), TOKENS).unwrap();
                make_agent(&key(who.into()), &AccountId::new([who; 32]), Role::Provider);
            }
        });
        let begin = now(&mut chain);
        Self {
            chain,
            begin,
            positions: vec![],
            unbonding: vec![],
            claimed: BTreeMap::new(),
            matched: 0,
            paused: false,
        }
    }

    fn now(&mut self) -> Moment {
        now(&mut self.chain)
    }

    fn by(&mut self, who: u8, call: Call<Runtime>) -> Result<(), DispatchError> {
        self.chain.inspect(|| made_by(&account(who), call))
    }

    fn held(&self, who: u8) -> Balance {
        let staked = self.positions.iter().filter(|position| position.who == who);
        let unbonding = self.unbonding.iter().filter(|part| part.0 == who);
        staked.map(|position| position.collateral).sum::<Balance>()
            + unbonding.map(|part| part.1).sum::<Balance>()
    }

    fn make(&mut self, step: &Step) {
        match *step {
            Step::Stake { who, power, days } => self.stake(who, power, days * DAY),
            Step::Unstake(index) if index < self.positions.len() => self.unstake(index),
            Step::Withdraw(who) => self.withdraw(who),
            Step::Claim(who) => self.claim(who),
            Step::Use(index) if index < self.positions.len() => self.set_used(index, true),
            Step::Free(index) if index < self.positions.len() => self.set_used(index, false),
            Step::Unstake(_) | Step::Use(_) | Step::Free(_) => {}
            Step::Fee(reached) => {
                self.chain.inspect(|| {
                    <GpuStaking as Capacity<AccountId>>::fee_paid(POOL, reached);
                });
                self.matched += reached / 2;
            }
            Step::Halt(slots) => {
                self.chain.skip_slots(slots);
                self.chain.blocks(1);
            }
            Step::Pause(on) => self.pause(on),
            Step::SafeMode(on) => self.chain.inspect(|| {
                let root = RuntimeOrigin::root();
                match (SafeMode::is_entered(), on) {
                    (false, true) => SafeMode::force_enter(root).unwrap(),
                    (true, false) => SafeMode::force_exit(root).unwrap(),
                    _ => {}
                }
            }),
        }
    }

    fn pause(&mut self, on: bool) {
        if self.paused == on {
            return;
        }
        self.paused = on;
        self.chain.inspect(|| {
            let (root, stake) = (RuntimeOrigin::root(), full_name("GpuStaking", "stake"));
            if on {
                TxPause::pause(root, stake).unwrap();
            } else {
                TxPause::unpause(root, stake).unwrap();
            }
        });
    }

    /// The only thing here that brakes stop.
    fn stake(&mut self, who: u8, power: u32, lock: Moment) {
        let id = self.chain.inspect(pallet_gpu_staking::NextPosition::<Runtime>::get);
        let collateral = Balance::from(power) * 10 * AITBC;
        let stake = Call::stake { pool: POOL, power, collateral, lock, spec_hash: Hash::zero() };
        let is_stopped = self.paused || self.chain.inspect(SafeMode::is_entered);
        let many = self.positions.iter().filter(|position| position.who == who).count() >= 16;
        let expected = match (is_stopped, many) {
            (true, _) => Err(frame_system::Error::<Runtime>::CallFiltered.into()),
            (_, true) => refused(Error::TooManyPositions),
            _ => Ok(()),
        };
        assert_eq!(self.by(who, stake), expected);
        if expected.is_ok() {
            let until = self.now() + lock;
            self.positions.push(Staked { id, who, power, collateral, until, used: false });
        }
    }

    fn unstake(&mut self, index: usize) {
        let Staked { id, who, power, collateral, until, used } = self.positions[index].clone();
        let now = self.now();
        let many = self.unbonding.iter().filter(|part| part.0 == who).count() >= 16;
        let expected = match (now < until, used, many) {
            (true, ..) => refused(Error::StillLocked),
            (_, true, _) => refused(Error::Allocated),
            (.., true) => refused(Error::TooManyUnbondings),
            _ => Ok(()),
        };
        let unstaked = self.by(who, Call::unstake { position: id, power, collateral });
        assert_eq!(unstaked, expected);
        if expected.is_ok() {
            self.positions.remove(index);
            self.unbonding.push((who, collateral, now + UNBONDING));
        }
    }

    fn withdraw(&mut self, who: u8) {
        let (now, before) = (self.now(), self.unbonding.len());
        self.unbonding.retain(|(of, _, matures)| *of != who || *matures > now);
        let nothing = self.unbonding.len() == before;
        let expected = if nothing { refused(Error::NothingToWithdraw) } else { Ok(()) };
        assert_eq!(self.by(who, Call::withdraw_unbonded {}), expected);
    }

    fn claim(&mut self, who: u8) {
        let told = self.chain.inspect(|| GpuStaking::gpu_claimable(POOL, account(who)).unwrap());
        let expected = if told == 0 { refused(Error::NothingToClaim) } else { Ok(()) };
        assert_eq!(self.by(who, Call::claim { pool: POOL }), expected);
        *self.claimed.entry(who).or_default() += told;
    }

    fn set_used(&mut self, index: usize, used: bool) {
        let position = &mut self.positions[index];
        if position.used == used {
            return;
        }
        position.used = used;
        let (id, power) = (position.id, position.power);
        self.chain.inspect(|| {
            if used {
                <GpuStaking as Capacity<AccountId>>::allocate(id, power, 0).unwrap();
            } else {
                <GpuStaking as Capacity<AccountId>>::release(id, power).unwrap();
            }
        });
    }

    fn check(&mut self) {
        let passed = self.now() - self.begin;
        let (claimed, matched) = (self.claimed.values().sum::<Balance>(), self.matched);
        let books: Vec<_> = PEOPLE
            .map(|who| (who, self.held(who), self.claimed.get(&who).copied().unwrap_or_default()))
            .to_vec();
        self.chain.inspect(|| {
            GpuStaking::do_try_state().unwrap();
            for (who, held, claimed) in books {
                let reason = pallet_gpu_staking::HoldReason::Collateral.into();
                assert_eq!(Balances::balance_on_hold(&reason, &account(who)), held);
                assert_eq!(Balances::total_balance(&account(who)), TOKENS + claimed);
            }
            let pool = GpuStaking::gpu_pool(POOL).unwrap();
            assert_eq!(pool.funds, FUNDS - claimed);
            let distributed = claimed + pool.owed;
            assert!(distributed <= FUNDS - pool.bootstrap_left + matched);
            // However long it was that nobody made a block.
            assert!(distributed <= pool.rate * Balance::from(passed) / 1_000);
        });
    }

    /// When the last lock is over the agenda alone has ended them all.
    fn require_ended_locks(&mut self) {
        self.make(&Step::Halt(11 * DAY / SLOT_DURATION));
        let mut blocks = 0;
        while self.chain.inspect(|| Deadlines::clock().overdue.wall) > 0 {
            self.chain.blocks(1);
            blocks += 1;
            assert!(blocks < 100, "the agenda does not catch up");
        }
        let power: u128 = self.positions.iter().map(|position| u128::from(position.power)).sum();
        let weight = self.chain.inspect(|| GpuStaking::gpu_pool(POOL).unwrap().weight);
        assert_eq!(weight, power * 1_000 * 1_100);
    }

    /// Everybody takes all that is theirs, whatever is paused.
    fn leave(&mut self) {
        while !self.positions.is_empty() {
            self.set_used(0, false);
            let before = self.positions.len();
            self.unstake(0);
            if self.positions.len() == before {
                // Sixteen parts unbond.
                self.wait_and_withdraw();
            }
        }
        self.wait_and_withdraw();
        for who in PEOPLE {
            self.claim(who);
            assert_eq!(self.held(who), 0);
        }
    }

    fn wait_and_withdraw(&mut self) {
        self.make(&Step::Halt(UNBONDING / SLOT_DURATION));
        for who in PEOPLE {
            self.withdraw(who);
        }
    }
}

#[test]
fn exits_work_and_books_agree_whatever_stands_still() {
    let all = |steps: Vec<Step>| {
        let mut world = World::begin();
        for step in &steps {
            world.make(step);
            world.check();
        }
        world.require_ended_locks();
        world.leave();
        world.check();
        Ok(())
    };
    TestRunner::new(few()).run(&vec(step(), 1..12), all).unwrap();
}
