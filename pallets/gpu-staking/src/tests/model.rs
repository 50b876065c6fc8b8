//! The pallet against a model that is slow and simple: no accumulator, no checkpoints. Whenever something
//! is distributed, each member gets its part at once, and all sums are made anew from the positions.

use super::*;
use aitbc_test_support::cases;
use proptest::{collection::vec, prelude::*, sample::select};
use sp_core::U256;
use sp_runtime::traits::Convert as _;
use std::collections::{BTreeMap, BTreeSet};

const PEOPLE: [u64; 3] = [ADA, BEN, CYD];
const POOLS: [GpuPoolId; 2] = [0, 1];
/// Parts of a unit in which the model counts rewards.
const PARTS: u128 = 1_000_000_000_000;

/// Something that happens.
#[derive(Clone, Debug)]
enum Step {
    Stake { who: u64, pool: GpuPoolId, power: u32, extra: Balance, lock: Moment },
    Add { who: u64, id: PositionId, power: u32, collateral: Balance },
    Relock { who: u64, id: PositionId, lock: Moment },
    Unstake { who: u64, id: PositionId, power: u32, collateral: Balance },
    Leave(PositionId),
    Withdraw(u64),
    Claim { who: u64, pool: GpuPoolId },
    Refresh { who: u64, pool: GpuPoolId },
    Fund { pool: GpuPoolId, amount: Balance },
    FundFrom { pot: SpendingPot, pool: GpuPoolId, amount: Balance },
    TakeBack { pool: GpuPoolId, amount: Balance },
    Allocate { id: PositionId, power: u32, earmark: Balance },
    Release { id: PositionId, power: u32 },
    Unearmark { id: PositionId, amount: Balance },
    Slash { id: PositionId, amount: Balance, injured: Option<u64> },
    Fraud { id: PositionId, injured: Option<u64> },
    Audit(PositionId),
    Fee { pool: GpuPoolId, amount: Balance },
    Score { who: u64, score: u32 },
    Rate { pool: GpuPoolId, rate: Balance },
    Match { pool: GpuPoolId, percent: u32 },
    Bootstrap { pool: GpuPoolId, amount: Balance },
    PerUnit { pool: GpuPoolId, amount: Balance },
    Price { pool: GpuPoolId, min: Balance, max: Balance },
    Audits { pool: GpuPoolId, rows: Option<u32> },
    Failed { id: PositionId, failed: bool },
    Freeze { who: u64, left: Balance },
    Role { who: u64, provides: bool },
    Close(GpuPoolId),
    Wait(Moment),
}

fn step() -> impl Strategy<Value = Step> {
    let who = || select(PEOPLE.to_vec());
    let pool = || prop_oneof![4 => Just(0), 2 => Just(1), 1 => Just(2)];
    let id = || 0..8u64;
    let power = || prop_oneof![0..40u32, Just(10)];
    let tokens = || (0..400u128).prop_map(|tokens| tokens * AITBC);
    let amount = || prop_oneof![Just(0), 1..10u128, tokens(), 0..400 * AITBC];
    let lock = || select(vec![6, 7, 29, 30, 90, 180, 364, 365, 366]).prop_map(|days| days * DAY);
    let per_unit = || {
        prop_oneof![
            (1..20u128).prop_map(|tokens| tokens * AITBC),
            select(vec![0, AITBC - 1, AITBC, 100_000 * AITBC, 100_000 * AITBC + 1])
        ]
    };
    let injured = || proptest::option::of(select(vec![ADA, EVE]));
    prop_oneof![
        6 => (who(), pool(), power(), amount(), lock())
            .prop_map(|(who, pool, power, extra, lock)| Step::Stake { who, pool, power, extra, lock }),
        3 => (who(), id(), power(), amount())
            .prop_map(|(who, id, power, collateral)| Step::Add { who, id, power, collateral }),
        2 => (who(), id(), lock()).prop_map(|(who, id, lock)| Step::Relock { who, id, lock }),
        3 => (who(), id(), power(), amount())
            .prop_map(|(who, id, power, collateral)| Step::Unstake { who, id, power, collateral }),
        2 => id().prop_map(Step::Leave),
        2 => who().prop_map(Step::Withdraw),
        4 => (who(), pool()).prop_map(|(who, pool)| Step::Claim { who, pool }),
        1 => (who(), pool()).prop_map(|(who, pool)| Step::Refresh { who, pool }),
        4 => (pool(), amount()).prop_map(|(pool, amount)| Step::Fund { pool, amount }),
        1 => (pool(), amount()).prop_map(|(pool, amount)| Step::TakeBack { pool, amount }),
        6 => (id(), power(), amount())
            .prop_map(|(id, power, earmark)| Step::Allocate { id, power, earmark }),
        3 => (id(), power()).prop_map(|(id, power)| Step::Release { id, power }),
        2 => (id(), amount()).prop_map(|(id, amount)| Step::Unearmark { id, amount }),
        2 => (id(), amount(), injured())
            .prop_map(|(id, amount, injured)| Step::Slash { id, amount, injured }),
        2 => (id(), injured()).prop_map(|(id, injured)| Step::Fraud { id, injured }),
        1 => id().prop_map(Step::Audit),
        4 => (pool(), amount()).prop_map(|(pool, amount)| Step::Fee { pool, amount }),
        2 => (who(), 100..=1_000u32).prop_map(|(who, score)| Step::Score { who, score }),
        1 => (pool(), 0..=AITBC + 1).prop_map(|(pool, rate)| Step::Rate { pool, rate }),
        1 => (pool(), 0..=100u32).prop_map(|(pool, percent)| Step::Match { pool, percent }),
        1 => (pool(), amount()).prop_map(|(pool, amount)| Step::Bootstrap { pool, amount }),
        1 => (pool(), per_unit()).prop_map(|(pool, amount)| Step::PerUnit { pool, amount }),
        1 => (pool(), 0..3u128, 0..3u128)
            .prop_map(|(pool, min, max)| Step::Price { pool, min, max }),
        2 => (pool(), select(vec![None, Some(0), Some(64)]))
            .prop_map(|(pool, rows)| Step::Audits { pool, rows }),
        3 => (id(), any::<bool>()).prop_map(|(id, failed)| Step::Failed { id, failed }),
        2 => (who(), prop_oneof![Just(BALANCE), 0..2_000 * AITBC])
            .prop_map(|(who, left)| Step::Freeze { who, left }),
        1 => (who(), any::<bool>()).prop_map(|(who, provides)| Step::Role { who, provides }),
        1 => (select(SpendingPot::ALL.to_vec()), pool(), amount())
            .prop_map(|(pot, pool, amount)| Step::FundFrom { pot, pool, amount }),
        1 => select(vec![1, 2]).prop_map(Step::Close),
        8 => prop_oneof![0..DAY, 0..30 * DAY, Just(7 * DAY)].prop_map(Step::Wait),
    ]
}

#[derive(Clone, Default)]
struct ModelPool {
    rate: u128,
    percent: u128,
    per_unit: u128,
    bootstrap: u128,
    allowance: u128,
    funds: u128,
    audited: bool,
    closed: bool,
    counted_to: u64,
    /// By whom, in units and in the model's parts of one.
    rewards: BTreeMap<u64, U256>,
    claimed: BTreeMap<u64, u128>,
    distributed: u128,
    /// The most that may have been distributed.
    granted: u128,
    matched: u128,
}

impl ModelPool {
    fn paid_out(&self) -> u128 {
        self.claimed.values().sum()
    }

    /// What is in the pot for nobody.
    fn left(&self) -> u128 {
        self.funds - (self.distributed - self.paid_out())
    }
}

#[derive(Clone)]
struct ModelPosition {
    who: u64,
    pool: GpuPoolId,
    power: u128,
    collateral: u128,
    per_unit: u128,
    lock: u64,
    until: u64,
    used: u128,
    bonds: u128,
    /// What it has counted since it was touched last: a failed audit is noticed only then.
    counted: u128,
}

impl ModelPosition {
    fn usable(&self) -> u128 {
        self.power.min(self.collateral / self.per_unit)
    }

    fn counts(&self, now: u64) -> u128 {
        let days = if now < self.until { self.lock / DAY } else { 0 };
        let thousandths = match days {
            0..=29 => 1_000,
            30..=89 => 1_100,
            90..=179 => 1_250,
            180..=364 => 1_500,
            _ => 2_000,
        };
        self.usable() * thousandths
    }
}

#[derive(Clone, Default)]
struct Model {
    pools: BTreeMap<GpuPoolId, ModelPool>,
    positions: BTreeMap<PositionId, ModelPosition>,
    next: PositionId,
    unbonding: Vec<(u64, PositionId, u128, u64)>,
    scores: BTreeMap<u64, u128>,
    failed: BTreeSet<PositionId>,
    frozen: BTreeMap<u64, u128>,
    /// Who provides no more.
    lost: BTreeSet<u64>,
    /// What accounts have gained or lost.
    gains: BTreeMap<u64, i128>,
    /// What members weigh, as of the last change.
    weights: BTreeMap<(GpuPoolId, u64), u128>,
    now: u64,
}

impl Model {
    fn of(&self, pool: GpuPoolId) -> impl Iterator<Item = &ModelPosition> {
        self.positions.values().filter(move |position| position.pool == pool)
    }

    fn gain(&mut self, who: u64, amount: u128) {
        *self.gains.entry(who).or_default() += amount as i128;
    }

    fn lose(&mut self, who: u64, amount: u128) {
        *self.gains.entry(who).or_default() -= amount as i128;
    }

    fn weigh_all(&mut self) {
        self.weights.clear();
        for position in self.positions.values() {
            let score = self.scores.get(&position.who).copied().unwrap_or(100);
            let weight = position.counted * (1_000 + score);
            *self.weights.entry((position.pool, position.who)).or_default() += weight;
        }
    }

    /// Has a position count what it does now.
    fn count(&mut self, id: PositionId) {
        let Some(position) = self.positions.get_mut(&id) else { return };
        let fails = self.pools[&position.pool].audited && self.failed.contains(&id);
        position.counted = if fails { 0 } else { position.counts(self.now) };
    }

    /// Puts a position in place of what it was.
    fn put(&mut self, id: PositionId, position: ModelPosition) {
        self.positions.insert(id, position);
        self.count(id);
    }

    fn held(&self, who: u64) -> u128 {
        let locked = self.positions.values().filter(|position| position.who == who);
        let unbonding = self.unbonding.iter().filter(|(of, ..)| *of == who);
        locked.map(|position| position.collateral).sum::<u128>()
            + unbonding.map(|(_, _, amount, _)| amount).sum::<u128>()
    }

    /// Whether so much more of somebody's tokens can be held, without counting on frozen ones.
    fn covers(&self, who: u64, amount: u128) -> bool {
        let gain = self.gains.get(&who).copied().unwrap_or_default();
        let outside = BALANCE as i128 + gain - (self.held(who) + amount) as i128;
        let frozen = self.frozen.get(&who).copied().unwrap_or_default();
        amount == 0 || outside >= frozen.max(EXISTENTIAL_DEPOSIT) as i128
    }

    /// Gives `amount` to the members of a pool. Returns whether there are some.
    fn share_out(&mut self, pool: GpuPoolId, amount: u128) -> bool {
        let weights: Vec<_> = self.weights.iter().filter(|((of, _), _)| *of == pool).collect();
        let total: u128 = weights.iter().map(|(_, weight)| **weight).sum();
        if total == 0 {
            return false;
        }
        let state = self.pools.get_mut(&pool).unwrap();
        for ((_, who), weight) in weights {
            let part =
                U256::from(amount) * U256::from(PARTS) * U256::from(*weight) / U256::from(total);
            *state.rewards.entry(*who).or_default() += part;
        }
        state.distributed += amount;
        true
    }

    /// Counts emission until now.
    fn emit(&mut self, id: GpuPoolId) {
        let total: u128 = self.of(id).map(|position| position.power).sum();
        let used: u128 = self.of(id).map(|position| position.used).sum();
        let now = self.now;
        let Some(pool) = self.pools.get_mut(&id).filter(|pool| !pool.closed) else { return };
        let time = u128::from(now - pool.counted_to);
        pool.counted_to = now;
        let demand = if total == 0 { 0 } else { pool.rate * time * used / (1_000 * total) };
        let mut at_once = demand.min(pool.bootstrap).min(pool.left());
        if !self.share_out(id, at_once) {
            at_once = 0;
        }
        let pool = self.pools.get_mut(&id).unwrap();
        pool.bootstrap -= at_once;
        // Beyond what is left nothing is earned, but what was earned stays.
        pool.allowance = pool.allowance.max((pool.allowance + demand - at_once).min(pool.left()));
    }

    fn open(&self, id: GpuPoolId) -> Option<&ModelPool> {
        self.pools.get(&id).filter(|pool| !pool.closed)
    }

    fn lock_is_good(lock: u64) -> bool {
        (7 * DAY..=365 * DAY).contains(&lock)
    }

    fn needed(power: u128, per_unit: u128) -> u128 {
        (power * per_unit).max(100 * AITBC)
    }

    fn pay_slash(&mut self, who: u64, amount: u128, injured: Option<u64>) {
        let half = if injured.is_some() { amount / 2 } else { 0 };
        self.lose(who, amount);
        if let Some(injured) = injured {
            self.gain(injured, half);
        }
        self.gain(TREASURY, amount - half);
    }

    /// Whether the step can be made; then it is made.
    fn step(&mut self, step: &Step) -> bool {
        let mut after = self.clone();
        let done = after.try_step(step).is_some();
        if done {
            after.weigh_all();
            *self = after;
        }
        done
    }

    fn try_step(&mut self, step: &Step) -> Option<()> {
        let now = self.now;
        let when = |holds: bool| holds.then_some(());
        match *step {
            Step::Stake { who, pool, power, extra, lock } => {
                let per_unit = self.open(pool)?.per_unit;
                let power = u128::from(power);
                let needed = Self::needed(power, per_unit);
                when(power > 0 && Self::lock_is_good(lock) && !self.lost.contains(&who))?;
                when(self.covers(who, needed + extra))?;
                when(self.positions.values().filter(|position| position.who == who).count() < 16)?;
                self.emit(pool);
                let position = ModelPosition {
                    who,
                    pool,
                    power,
                    collateral: needed + extra,
                    per_unit,
                    lock,
                    until: now + lock,
                    used: 0,
                    bonds: 0,
                    counted: 0,
                };
                self.put(self.next, position);
                self.next += 1;
            }
            Step::Add { who, id, power, collateral } => {
                let mut position = self.positions.get(&id)?.clone();
                let per_unit = self.open(position.pool)?.per_unit;
                when(position.who == who && (power > 0 || collateral > 0))?;
                when(!self.lost.contains(&who) && self.covers(who, collateral))?;
                position.collateral += collateral;
                if power > 0 {
                    position.power += u128::from(power);
                    position.per_unit = per_unit;
                    when(position.collateral >= Self::needed(position.power, per_unit))?;
                    position.until = position.until.max(now + position.lock);
                }
                self.emit(position.pool);
                self.put(id, position);
            }
            Step::Relock { who, id, lock } => {
                let position = self.positions.get(&id)?.clone();
                when(position.who == who && Self::lock_is_good(lock))?;
                when(now + lock > position.until)?;
                self.emit(position.pool);
                self.put(id, ModelPosition { lock, until: now + lock, ..position });
            }
            Step::Unstake { who, id, power, collateral } => {
                let mut position = self.positions.get(&id)?.clone();
                let closed = self.pools[&position.pool].closed;
                when(position.who == who && (closed || now >= position.until))?;
                when(power > 0 || collateral > 0)?;
                position.power = position.power.checked_sub(power.into())?;
                position.collateral = position.collateral.checked_sub(collateral)?;
                when(position.power >= position.used && position.collateral >= position.bonds)?;
                if position.power == 0 {
                    when(position.collateral == 0)?;
                } else if collateral > 0 {
                    let needed = Self::needed(position.power, position.per_unit);
                    when(position.collateral >= needed)?;
                }
                if collateral > 0 {
                    when(self.unbonding.iter().filter(|(of, ..)| *of == who).count() < 16)?;
                    self.unbonding.push((who, id, collateral, now + 7 * DAY));
                }
                self.emit(position.pool);
                if position.power == 0 {
                    self.positions.remove(&id);
                } else {
                    self.put(id, position);
                }
            }
            Step::Leave(id) => {
                let ModelPosition { who, power, collateral, .. } = *self.positions.get(&id)?;
                let power = power as u32;
                return self.try_step(&Step::Unstake { who, id, power, collateral });
            }
            Step::Withdraw(who) => {
                let before = self.unbonding.len();
                self.unbonding.retain(|(of, _, _, matures)| *of != who || *matures > now);
                when(self.unbonding.len() < before)?;
            }
            // What exactly is there is for whoever compares: the parts of a unit decide.
            Step::Claim { pool, .. } => {
                self.pools.get(&pool)?;
                self.emit(pool);
            }
            Step::Refresh { who, pool } => {
                self.pools.get(&pool)?;
                let is_his =
                    |position: &ModelPosition| position.pool == pool && position.who == who;
                let his = self.positions.iter().filter(|(_, position)| is_his(position));
                let his: Vec<_> = his.map(|(id, _)| *id).collect();
                when(!his.is_empty())?;
                self.emit(pool);
                his.into_iter().for_each(|id| self.count(id));
            }
            Step::Fund { pool, amount } => {
                self.open(pool)?;
                when(amount > 0)?;
                self.emit(pool);
                self.pools.get_mut(&pool)?.funds += amount;
                self.lose(EVE, amount);
            }
            Step::FundFrom { pot, pool, amount } => {
                self.open(pool)?;
                when(amount > 0)?;
                self.emit(pool);
                self.pools.get_mut(&pool)?.funds += amount;
                self.lose(Pots::convert(pot), amount);
            }
            Step::TakeBack { pool, amount } => {
                self.pools.get(&pool)?;
                when(amount > 0)?;
                self.emit(pool);
                let state = self.pools.get_mut(&pool)?;
                when(amount <= state.left())?;
                state.funds -= amount;
                self.gain(TREASURY, amount);
            }
            Step::Allocate { id, power, earmark } => {
                let position = self.positions.get(&id)?;
                let power = u128::from(power);
                when(position.used + power <= position.usable() || power == 0)?;
                when(position.bonds + earmark <= position.collateral)?;
                self.emit(position.pool);
                let position = self.positions.get_mut(&id)?;
                position.used += power;
                position.bonds += earmark;
                self.count(id);
            }
            Step::Release { id, power } => {
                let position = self.positions.get(&id)?;
                when(position.used >= power.into())?;
                self.emit(position.pool);
                self.positions.get_mut(&id)?.used -= u128::from(power);
                self.count(id);
            }
            Step::Unearmark { id, amount } => {
                let position = self.positions.get_mut(&id)?;
                position.bonds -= amount.min(position.bonds);
            }
            Step::Slash { id, amount, injured } => {
                let position = self.positions.get(&id)?;
                let (who, amount) = (position.who, amount.min(position.bonds));
                if amount > 0 {
                    self.emit(position.pool);
                    let position = self.positions.get_mut(&id)?;
                    position.bonds -= amount;
                    position.collateral -= amount;
                    self.count(id);
                    self.pay_slash(who, amount, injured);
                }
            }
            Step::Fraud { id, injured } => {
                let unbonding: u128 = self
                    .unbonding
                    .iter()
                    .filter(|(_, of, _, matures)| *of == id && *matures > now)
                    .map(|(_, _, amount, _)| amount)
                    .sum();
                let collateral = self.positions.get(&id).map_or(0, |position| position.collateral);
                let amount = (collateral + unbonding) / 10;
                let who = match self.positions.get(&id) {
                    Some(position) => position.who,
                    None => self.unbonding.iter().find(|(_, of, ..)| *of == id)?.0,
                };
                let mut left = amount;
                for (_, of, part, matures) in &mut self.unbonding {
                    if *of == id && *matures > now {
                        let taken = left.min(*part);
                        *part -= taken;
                        left -= taken;
                    }
                }
                self.unbonding.retain(|(_, _, part, _)| *part > 0);
                if left > 0 {
                    self.emit(self.positions.get(&id)?.pool);
                    let position = self.positions.get_mut(&id)?;
                    position.collateral -= left;
                    position.bonds = position.bonds.min(position.collateral);
                    self.count(id);
                }
                self.pay_slash(who, amount, injured);
            }
            Step::Audit(id) => {
                let position = self.positions.get(&id)?;
                let (who, amount) = (position.who, position.collateral / 100);
                if amount > 0 {
                    self.emit(position.pool);
                    let position = self.positions.get_mut(&id)?;
                    position.collateral -= amount;
                    position.bonds = position.bonds.min(position.collateral);
                    self.count(id);
                    self.pay_slash(who, amount, None);
                }
            }
            Step::Fee { pool, amount } => {
                self.emit(pool);
                let state = self.open(pool)?;
                let most = amount * state.percent / 100;
                let paid = most.min(state.allowance).min(state.left());
                let paid = if self.share_out(pool, paid) { paid } else { 0 };
                let state = self.pools.get_mut(&pool)?;
                state.allowance -= paid;
                state.matched += most;
            }
            Step::Score { who, score } => {
                let pools: Vec<_> = POOLS
                    .into_iter()
                    .filter(|pool| self.of(*pool).any(|position| position.who == who))
                    .collect();
                for pool in pools {
                    self.emit(pool);
                }
                self.scores.insert(who, score.into());
            }
            Step::Rate { pool, rate } => {
                self.open(pool)?;
                when(rate <= AITBC)?;
                self.emit(pool);
                self.pools.get_mut(&pool)?.rate = rate;
            }
            Step::Match { pool, percent } => {
                self.open(pool)?;
                self.emit(pool);
                self.pools.get_mut(&pool)?.percent = percent.into();
            }
            Step::Bootstrap { pool, amount } => {
                self.open(pool)?;
                self.emit(pool);
                let state = self.pools.get_mut(&pool)?;
                state.granted += amount.saturating_sub(state.bootstrap);
                state.bootstrap = amount;
            }
            Step::PerUnit { pool, amount } => {
                self.open(pool)?;
                when((AITBC..=100_000 * AITBC).contains(&amount))?;
                self.emit(pool);
                self.pools.get_mut(&pool)?.per_unit = amount;
            }
            // What the market may ask for is nobody's money.
            Step::Price { pool, min, max } => {
                self.open(pool)?;
                when(0 < min && min <= max)?;
                self.emit(pool);
            }
            Step::Audits { pool, rows } => {
                self.open(pool)?;
                when(rows != Some(0))?;
                self.emit(pool);
                self.pools.get_mut(&pool)?.audited = rows.is_some();
            }
            Step::Failed { id, failed } => {
                if failed {
                    self.failed.insert(id);
                } else {
                    self.failed.remove(&id);
                }
            }
            Step::Freeze { who, left } => {
                self.frozen.insert(who, BALANCE - left);
            }
            Step::Role { who, provides } => {
                if provides {
                    self.lost.remove(&who);
                } else {
                    self.lost.insert(who);
                }
            }
            Step::Close(pool) => {
                self.open(pool)?;
                self.emit(pool);
                self.pools.get_mut(&pool)?.closed = true;
            }
            Step::Wait(time) => {
                let over = |position: &ModelPosition, now: u64| position.until <= now;
                let running: Vec<_> = self
                    .positions
                    .iter()
                    .filter(|(_, p)| !over(p, now))
                    .map(|(id, _)| *id)
                    .collect();
                self.now += time;
                // At the ends of locks, which the agenda finds when the time has passed.
                for id in running {
                    let position = &self.positions[&id];
                    if over(position, self.now) {
                        self.emit(position.pool);
                        self.count(id);
                    }
                }
            }
        }
        Some(())
    }
}

/// Has the pallet make a step. Returns whether it did.
fn act(step: &Step) -> bool {
    let result = match *step {
        Step::Stake { who, pool, power, extra, lock } => {
            let per_unit = Pools::<Test>::get(pool).map_or(0, |pool| pool.spec.per_unit);
            let needed = (per_unit * Balance::from(power)).max(MIN_COLLATERAL);
            try_stake(who, pool, power, needed + extra, lock)
        }
        Step::Add { who, id, power, collateral } => {
            GpuStaking::add(signed(who), id, power, collateral)
        }
        Step::Relock { who, id, lock } => GpuStaking::relock(signed(who), id, lock),
        Step::Unstake { who, id, power, collateral } => {
            GpuStaking::unstake(signed(who), id, power, collateral)
        }
        Step::Leave(id) => match Positions::<Test>::get(id) {
            Some(of) => GpuStaking::unstake(signed(of.provider), id, of.power, of.collateral),
            None => Err(DispatchError::Unavailable),
        },
        Step::Withdraw(who) => GpuStaking::withdraw_unbonded(signed(who)),
        Step::Claim { who, pool } => GpuStaking::claim(signed(who), pool),
        Step::Refresh { who, pool } => GpuStaking::refresh(signed(EVE), pool, who),
        Step::Fund { pool, amount } => GpuStaking::fund(signed(EVE), pool, amount),
        Step::TakeBack { pool, amount } => GpuStaking::take_back(root(), pool, amount),
        Step::Allocate { id, power, earmark } => GpuStaking::allocate(id, power, earmark),
        Step::Release { id, power } => GpuStaking::release(id, power),
        Step::Unearmark { id, amount } => GpuStaking::unearmark(id, amount),
        Step::Rate { pool, rate } => GpuStaking::update_pool(root(), pool, PoolChange::Rate(rate)),
        Step::Match { pool, percent } => {
            let change = PoolChange::MatchRatio(Permill::from_percent(percent));
            GpuStaking::update_pool(root(), pool, change)
        }
        Step::Bootstrap { pool, amount } => {
            GpuStaking::update_pool(root(), pool, PoolChange::Bootstrap(amount))
        }
        Step::PerUnit { pool, amount } => {
            GpuStaking::update_pool(root(), pool, PoolChange::PerUnit(amount))
        }
        Step::Price { pool, min, max } => {
            GpuStaking::update_pool(root(), pool, PoolChange::Price(PriceRange { min, max }))
        }
        Step::Audits { pool, rows } => {
            let audit = rows.map(|rows| AuditSpec { rows });
            GpuStaking::update_pool(root(), pool, PoolChange::Audit(audit))
        }
        Step::FundFrom { pot, pool, amount } => {
            GpuStaking::fund_from(signed(ALLOCATOR), pot, pool, amount)
        }
        Step::Close(pool) => GpuStaking::close_pool(root(), pool),
        Step::Failed { id, failed } => {
            let mut all = Failed::get();
            all.retain(|other| *other != id);
            if failed {
                all.push(id);
            }
            Failed::set(&all);
            Ok(())
        }
        Step::Freeze { who, left } => Balances::set_freeze(&0, &who, BALANCE - left),
        Step::Role { who, provides } => {
            let class = if provides { VoterClass::Provider } else { VoterClass::Consumer };
            TestAgents::set_class(who, class);
            Ok(())
        }
        Step::Slash { id, amount, injured } => {
            GpuStaking::slash(id, amount, injured.as_ref(), SlashReason::Bond);
            Ok(())
        }
        Step::Fraud { id, injured } => {
            GpuStaking::slash_fraud(id, injured.as_ref());
            Ok(())
        }
        Step::Audit(id) => {
            GpuStaking::slash_audit(id);
            Ok(())
        }
        Step::Fee { pool, amount } => {
            GpuStaking::fee_paid(pool, amount);
            Ok(())
        }
        Step::Score { who, score } => {
            set_score(who, score);
            Ok(())
        }
        Step::Wait(time) => {
            pass(time);
            Ok(())
        }
    };
    result.is_ok()
}

/// What fails changes nothing, as in a block.
fn in_a_layer(step: &Step) -> bool {
    frame_support::storage::with_storage_layer(|| match act(step) {
        true => Ok(()),
        false => Err(DispatchError::Other("rolled back")),
    })
    .is_ok()
}

/// Whether those steps can fail at all.
fn can_fail(step: &Step) -> bool {
    !matches!(
        step,
        Step::Slash { .. }
            | Step::Fraud { .. }
            | Step::Audit(_)
            | Step::Fee { .. }
            | Step::Score { .. }
            | Step::Failed { .. }
            | Step::Role { .. }
            | Step::Wait(_)
    )
}

fn compare(model: &mut Model) {
    for (id, expected) in &model.pools {
        let actual = state(*id);
        let sum = |of: fn(&ModelPosition) -> u128| model.of(*id).map(of).sum::<u128>();
        assert_eq!(u128::from(actual.total), sum(|position| position.power));
        assert_eq!(u128::from(actual.allocated), sum(|position| position.used));
        assert_eq!(actual.collateral, sum(|position| position.collateral));
        let weights = model.weights.iter().filter(|((of, _), _)| of == id);
        assert_eq!(actual.weight, weights.clone().map(|(_, weight)| weight).sum::<u128>());
        for ((_, who), weight) in weights {
            assert_eq!(Members::<Test>::get(id, who).unwrap().weight, *weight);
        }
        assert_eq!(actual.bootstrap_left, expected.bootstrap);
        assert_eq!(actual.allowance, expected.allowance);
        assert_eq!(actual.funds, expected.funds);
        assert_eq!(actual.owed, expected.distributed - expected.paid_out());
        assert_eq!(pool(*id).closed, expected.closed);
        assert!(expected.distributed <= expected.granted + expected.matched);
        // Each has what its weight has earned, to the unit.
        for who in PEOPLE {
            let reward =
                expected.rewards.get(&who).copied().unwrap_or_default() / U256::from(PARTS);
            let mut member = Members::<Test>::get(id, who).unwrap_or_default();
            member.settle(actual.accumulator);
            let got = member.owed + expected.claimed.get(&who).copied().unwrap_or_default();
            assert!(got.abs_diff(reward.as_u128()) <= 1, "{got} instead of {reward}");
        }
    }
    for who in PEOPLE {
        assert_eq!(held(who), model.held(who));
    }
    let pot = model.pools.values().map(|pool| pool.funds).sum::<u128>() + EXISTENTIAL_DEPOSIT;
    assert_eq!(Balances::total_balance(&GpuStaking::pot()), pot);
    for who in PEOPLE.into_iter().chain([EVE, TREASURY, ECOSYSTEM, DEVELOPMENT]) {
        let gain = Balances::total_balance(&who) as i128 - BALANCE as i128;
        assert_eq!(gain, model.gains.get(&who).copied().unwrap_or_default(), "{who}");
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn pallet_does_what_the_model_does(steps in vec(step(), 1..80)) {
        ExtBuilder::default().build_and_execute(|| {
            let issuance = Balances::total_issuance();
            let mut model = Model { now: now(), ..Default::default() };
            for id in POOLS {
                pool_with(50 * AITBC, 100 * AITBC);
                model.pools.insert(id, ModelPool {
                    rate: MILLI,
                    percent: 50,
                    per_unit: UNIT,
                    bootstrap: 50 * AITBC,
                    granted: 50 * AITBC,
                    funds: 100 * AITBC,
                    counted_to: now(),
                    ..Default::default()
                });
                model.lose(EVE, 100 * AITBC);
            }
            for step in &steps {
                let before: Vec<_> = PEOPLE.map(|who| Balances::total_balance(&who)).to_vec();
                let done = in_a_layer(step);
                // A claim that finds nothing counts nothing.
                if done || !matches!(step, Step::Claim { .. }) {
                    let expected = model.step(step);
                    assert!(!can_fail(step) || done == expected, "{step:?}: {done}");
                }
                if let (true, Step::Claim { who, pool }) = (done, step) {
                    let place = PEOPLE.iter().position(|one| one == who).unwrap();
                    let amount = Balances::total_balance(who) - before[place];
                    let state = model.pools.get_mut(pool).unwrap();
                    *state.claimed.entry(*who).or_default() += amount;
                    state.funds -= amount;
                    model.gain(*who, amount);
                }
                compare(&mut model);
            }
            assert_eq!(Balances::total_issuance(), issuance);
        });
    }
}
