//! The clock of sealed blocks. It stands still between them, and clients can put it forward, by
//! [`Travels`](super::travel::Travels).

use crate::date::Date;
use aitbc_primitives::{opaque::Block, Hash, Header, Moment};
use sc_consensus_aura::{find_pre_digest, SlotDuration};
use sp_blockchain::HeaderBackend;
use sp_consensus_aura::{sr25519::AuthoritySignature, Slot};
use sp_runtime::traits::Header as _;
use sp_timestamp::Timestamp;
use std::{
    error::Error,
    fmt,
    sync::{
        atomic::{AtomicU64, Ordering},
        Arc,
    },
};

/// The first moment that cannot be travelled to: the year 2101. The runtime counts slots in 32 bits,
/// and if they take a second, there are none left in 2106.
const END: Moment = 4_133_980_800_000;

/// Why the chain has no time.
type Fault = Box<dyn Error + Send + Sync>;

/// The clock of the blocks that are sealed on one chain.
pub struct Clock<C> {
    client: Arc<C>,
    slot_duration: SlotDuration,
    /// What the clock was put forward to: no block takes a slot before this one. Blocks do not take
    /// it away, since not every attempt to make one succeeds.
    earliest: AtomicU64,
}

impl<C: HeaderBackend<Block>> Clock<C> {
    /// A clock that goes from slot to slot.
    pub fn new(client: Arc<C>, slot_duration: SlotDuration) -> Self {
        Self { client, slot_duration, earliest: AtomicU64::new(0) }
    }

    /// Lets the next block take the first slot that begins at `date` or later, in place of any date
    /// set before and not reached yet. Returns when that slot begins.
    ///
    /// It is not known any more after a restart of the node, unless a block was made.
    pub fn travel(&self, date: Date) -> Result<Moment, TravelFault> {
        let unknown = |fault: Fault| TravelFault::UnknownTime(fault.to_string());
        let now = self.now().map_err(unknown)?;
        // The chain is at 0 or later, so for what lies before 1970 this is refused as well.
        let moment = Moment::try_from(date.0).unwrap_or_default();
        if moment <= now {
            let now = Date(now.try_into().unwrap_or(i64::MAX));
            return Err(TravelFault::NotAhead { date, now });
        }
        if moment >= END {
            return Err(TravelFault::TooFar { date });
        }

        let slot = Slot::from(moment.div_ceil(self.slot_duration.as_millis()));
        let beginning = self.beginning(slot).map_err(unknown)?;
        self.earliest.store(slot.into(), Ordering::SeqCst);
        Ok(beginning.as_millis())
    }

    /// The time of the block after `parent`: when the slot after the parent's begins or the one that
    /// the clock was put forward to. For the first block it is now, unless it was.
    pub fn time_after(&self, parent: Hash) -> Result<Timestamp, Fault> {
        let parent = self.header(parent)?;
        let earliest = Slot::from(self.earliest.load(Ordering::SeqCst));
        if *parent.number() == 0 && earliest == Slot::default() {
            return Ok(Timestamp::current());
        }
        let next = slot(&parent)?.saturating_add(1u64);
        self.beginning(next.max(earliest))
    }

    /// The time of the chain: when the slot of its best block began, 0 at genesis.
    fn now(&self) -> Result<Moment, Fault> {
        let best = self.header(self.client.info().best_hash)?;
        Ok(self.beginning(slot(&best)?)?.as_millis())
    }

    fn beginning(&self, slot: Slot) -> Result<Timestamp, Fault> {
        slot.timestamp(self.slot_duration).ok_or_else(|| "the end of time is reached".into())
    }

    fn header(&self, block: Hash) -> Result<Header, Fault> {
        let header = self.client.header(block)?;
        header.ok_or_else(|| format!("block {block:?} is unknown").into())
    }
}

/// The slot of a block, 0 for that of genesis.
fn slot(header: &Header) -> Result<Slot, Fault> {
    Ok(find_pre_digest::<Block, AuthoritySignature>(header)?)
}

/// Why a clock was not put forward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TravelFault {
    /// The chain has reached that date.
    NotAhead {
        /// What was asked for.
        date: Date,
        /// The time of the chain.
        now: Date,
    },
    /// Slots could run out soon after that date.
    TooFar {
        /// What was asked for.
        date: Date,
    },
    /// The best block could not be read.
    UnknownTime(String),
}

impl fmt::Display for TravelFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAhead { date, now } => write!(
                f,
                "time only goes forward: {date} is not after the time of the chain, {now}"
            ),
            Self::TooFar { date } => write!(f, "{date} is too far: the last year is 2100"),
            Self::UnknownTime(fault) => write!(f, "the time of the chain is unknown: {fault}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::{MockChain, GENESIS_SLOT};

    const SLOT: Moment = 2_000;
    /// The time of block 0, had it a slot.
    const START: Moment = GENESIS_SLOT * SLOT;

    fn clock(best: u32) -> Clock<MockChain> {
        let chain = Arc::new(MockChain::new(best));
        Clock::new(chain, SlotDuration::from_millis(SLOT))
    }

    fn date(moment: Moment) -> Date {
        Date(moment as i64)
    }

    impl Clock<MockChain> {
        /// The time of the block after block `number`.
        fn after(&self, number: u32) -> Moment {
            let parent = self.client.hash_of(number);
            self.time_after(parent).unwrap().as_millis()
        }
    }

    #[test]
    fn blocks_take_one_slot_after_the_other() {
        let clock = clock(7);
        assert_eq!(clock.after(7), START + 8 * SLOT);
        assert_eq!(clock.after(3), START + 4 * SLOT);
    }

    #[test]
    fn first_block_takes_the_time_of_the_machine() {
        let before = Timestamp::current().as_millis();
        let time = clock(0).after(0);
        assert!((before..=Timestamp::current().as_millis()).contains(&time));
    }

    #[test]
    fn next_block_takes_the_first_slot_at_the_date_or_later() {
        let far = START + 1_000 * SLOT;
        for (wanted, time) in [
            (far, far),
            (far + 1, far + SLOT),
            (far + SLOT, far + SLOT),
            // The chain is at slot 7: nothing changes.
            (START + 7 * SLOT + 1, START + 8 * SLOT),
            (START + 8 * SLOT, START + 8 * SLOT),
        ] {
            let clock = clock(7);
            assert_eq!(clock.travel(date(wanted)), Ok(time), "{wanted}");
            assert_eq!(clock.after(7), time, "{wanted}");
            // An attempt that failed changes nothing, and other branches cannot be earlier.
            assert_eq!(clock.after(7), time, "{wanted}");
            assert_eq!(clock.after(3), time, "{wanted}");
        }
    }

    #[test]
    fn later_blocks_go_on_slot_by_slot() {
        let clock = clock(9);
        // Now block 9 is in the slot that was travelled to.
        clock.earliest.store(GENESIS_SLOT + 9, Ordering::SeqCst);
        assert_eq!(clock.after(9), START + 10 * SLOT);
    }

    #[test]
    fn first_block_takes_any_date() {
        let clock = clock(0);
        assert_eq!(clock.travel(Date(1)), Ok(SLOT));
        assert_eq!(clock.after(0), SLOT);
    }

    #[test]
    fn date_that_was_not_reached_is_replaced() {
        let clock = clock(7);
        clock.travel(date(START + 1_000 * SLOT)).unwrap();
        clock.travel(date(START + 500 * SLOT)).unwrap();
        assert_eq!(clock.after(7), START + 500 * SLOT);
    }

    #[test]
    fn time_does_not_go_back() {
        let now = START + 7 * SLOT;
        for wanted in [date(now), date(now - 1), Date(0), Date(-1), Date(i64::MIN)] {
            let clock = clock(7);
            assert_eq!(
                clock.travel(wanted),
                Err(TravelFault::NotAhead { date: wanted, now: date(now) })
            );
            assert_eq!(clock.after(7), now + SLOT);
        }
        assert_eq!(
            clock(0).travel(Date(0)),
            Err(TravelFault::NotAhead { date: Date(0), now: Date(0) })
        );
    }

    #[test]
    fn last_year_is_2100() {
        let end = "2101-01-01".parse::<Date>().unwrap();
        assert_eq!(end, date(END));
        assert_eq!(clock(7).travel(date(END - SLOT)), Ok(END - SLOT));
        assert_eq!(clock(7).travel(date(END - 1)), Ok(END));
        for wanted in [end, Date(i64::MAX)] {
            assert_eq!(clock(7).travel(wanted), Err(TravelFault::TooFar { date: wanted }));
        }
    }

    #[test]
    fn missing_block_has_no_time() {
        let mut chain = <MockChain>::new(7);
        chain.first_with_header = 8;
        let clock = Clock::new(Arc::new(chain), SlotDuration::from_millis(SLOT));
        assert!(matches!(clock.travel(date(START + 8 * SLOT)), Err(TravelFault::UnknownTime(_))));
        assert!(clock.time_after(clock.client.hash_of(7)).is_err());
    }

    #[test]
    fn refusals_tell_the_time_of_the_chain() {
        let [now, wanted] = [START + 7 * SLOT, START].map(date);
        assert_eq!(
            clock(7).travel(wanted).unwrap_err().to_string(),
            format!("time only goes forward: {wanted} is not after the time of the chain, {now}")
        );
    }
}
