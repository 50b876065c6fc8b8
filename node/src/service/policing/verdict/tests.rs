use super::*;
use crate::mock::account;
use frame_support::weights::Weight;

const CENSOR: u8 = 1;
const HONEST: u8 = 2;
const OTHER: u8 = 3;

/// The sender that is left out, or not.
const SENDER: u8 = 9;

/// Judges blocks as `Strict` unless told otherwise.
struct Bench {
    record: Record,
    policing: Policing,
}

impl Bench {
    fn new() -> Self {
        Self { record: Record::default(), policing: Policing::Strict }
    }

    /// Judges a block of `author` in which these senders are eligible.
    fn block(&mut self, author: u8, eligible: &[(u8, bool)]) -> Judgement {
        let eligible: Vec<_> =
            eligible.iter().map(|(sender, included)| (account(*sender), *included)).collect();
        self.record.judge(&account(author), &eligible, self.policing)
    }

    /// Judges blocks of an author, in each of which the sender is eligible, and included or not.
    fn blocks(&mut self, author: u8, included: &[bool]) -> Vec<Judgement> {
        included.iter().map(|included| self.block(author, &[(SENDER, *included)])).collect()
    }

    /// Judges as many good blocks with nobody eligible, so that the network is not to blame.
    fn calm(&mut self, blocks: usize) {
        for _ in 0..blocks {
            assert_eq!(self.block(OTHER, &[]), good());
        }
    }
}

fn good() -> Judgement {
    Judgement { verdict: Some(Side::For), left_out: None }
}

fn bad() -> Judgement {
    Judgement { verdict: Some(Side::Against), left_out: Some(account(SENDER)) }
}

#[test]
fn fourth_block_in_a_row_that_leaves_out_is_bad() {
    let mut bench = Bench::new();
    bench.blocks(HONEST, &[true; 8]);
    let judgements = bench.blocks(CENSOR, &[false; 5]);
    assert_eq!(judgements, [good(), good(), good(), bad(), bad()]);
}

#[test]
fn lenient_node_waits_for_the_eighth() {
    let mut bench = Bench { policing: Policing::Lenient, ..Bench::new() };
    bench.blocks(HONEST, &[true; 8]);
    let judgements = bench.blocks(CENSOR, &[false; 8]);
    assert_eq!(judgements[..7], vec![good(); 7]);
    assert_eq!(judgements[7], bad());
}

#[test]
fn one_inclusion_ends_the_row() {
    let mut bench = Bench::new();
    bench.blocks(HONEST, &[true; 8]);
    bench.calm(16);
    let judgements = bench.blocks(CENSOR, &[false, false, false, true, false, false, false, false]);
    assert_eq!(judgements[..7], vec![good(); 7]);
    assert_eq!(judgements[7], bad());
}

#[test]
fn verdict_rests_on_blocks_in_which_the_sender_was_eligible() {
    let mut bench = Bench::new();
    bench.blocks(HONEST, &[true; 8]);
    for _ in 0..3 {
        bench.blocks(CENSOR, &[false]);
        assert_eq!(bench.block(CENSOR, &[]), good());
        assert_eq!(bench.block(CENSOR, &[(SENDER + 1, true)]), good());
    }
    assert_eq!(bench.block(CENSOR, &[]), good());
    assert_eq!(bench.blocks(CENSOR, &[false]), [bad()]);
    // With the sender gone, there is nothing to blame the next block for.
    assert_eq!(bench.block(CENSOR, &[]), good());
}

#[test]
fn half_of_the_last_eight_of_others_must_include() {
    // The blocks of others, oldest first, and whether the censor is one then.
    let table: [(&[bool], bool); 7] = [
        (&[true; 7], false),
        (&[true; 8], true),
        (&[true, true, true, true, false, false, false, false], true),
        (&[true, true, true, false, false, false, false, false], false),
        (&[false, false, false, false, true, true, true, true], true),
        // A ninth is too old.
        (&[true, true, true, true, false, false, false, false, false], false),
        (&[false, true, true, true, true, false, false, false, false], true),
    ];
    for (others, is_bad) in table {
        let mut bench = Bench::new();
        for (index, included) in others.iter().enumerate() {
            let author = if index % 2 == 0 { HONEST } else { OTHER };
            bench.blocks(author, &[*included]);
        }
        bench.calm(16);
        let last = bench.blocks(CENSOR, &[false; 4]).pop().unwrap();
        assert_eq!(last, if is_bad { bad() } else { good() }, "{others:?}");
    }
}

#[test]
fn blocks_of_the_author_are_not_those_of_others() {
    let mut bench = Bench::new();
    bench.blocks(HONEST, &[true; 7]);
    bench.blocks(CENSOR, &[true; 8]);
    assert_eq!(bench.blocks(CENSOR, &[false; 4]), vec![good(); 4]);
    bench.blocks(HONEST, &[true]);
    assert_eq!(bench.blocks(CENSOR, &[false]), [bad()]);
}

#[test]
fn sender_that_all_leave_out_is_no_reason() {
    let mut bench = Bench::new();
    for _ in 0..8 {
        for author in [CENSOR, HONEST, OTHER] {
            assert_eq!(bench.blocks(author, &[false]), [good()]);
        }
    }
}

#[test]
fn sender_that_is_left_out_is_named() {
    let mut bench = Bench::new();
    let others = [(SENDER, true), (SENDER + 1, true)];
    for _ in 0..8 {
        bench.block(HONEST, &others);
    }
    let judgements: Vec<_> =
        (0..4).map(|_| bench.block(CENSOR, &[(SENDER, true), (SENDER + 1, false)])).collect();
    assert_eq!(judgements[3].left_out, Some(account(SENDER + 1)));
}

#[test]
fn more_than_a_third_of_bad_blocks_is_the_network() {
    let mut bench = Bench::new();
    bench.blocks(HONEST, &[true; 8]);
    bench.calm(14);
    bench.blocks(CENSOR, &[false; 3]);
    // Of the last 32 blocks, 10 are bad, and then 11.
    assert_eq!(bench.blocks(CENSOR, &[false; 10]), vec![bad(); 10]);
    let network = Judgement { verdict: None, left_out: Some(account(SENDER)) };
    assert_eq!(bench.blocks(CENSOR, &[false]), [network]);
    // Nothing is said of good blocks either.
    assert_eq!(bench.block(HONEST, &[]), Judgement { verdict: None, left_out: None });
}

#[test]
fn verdicts_come_back_when_the_network_does() {
    let mut bench = Bench::new();
    bench.blocks(HONEST, &[true; 8]);
    bench.calm(14);
    bench.blocks(CENSOR, &[false; 14]);
    let silent = (0..32).take_while(|_| bench.block(HONEST, &[]).verdict.is_none()).count();
    // The first bad block has left the last 32.
    assert_eq!(silent, 21);
}

#[test]
fn own_blocks_count_as_good_ones() {
    let with_own = |own| {
        let mut bench = Bench::new();
        bench.blocks(HONEST, &[true; 8]);
        bench.blocks(CENSOR, &[false; 3]);
        (0..own).for_each(|_| bench.record.note_own());
        (0..20)
            .map(|_| bench.blocks(CENSOR, &[false]).remove(0))
            .filter(|one| *one == bad())
            .count()
    };
    // Of 11 blocks before, and with 9 own ones of 20, as many may be bad as are a third of all.
    assert_eq!((with_own(0), with_own(9)), (5, 10));
}

#[test]
fn own_blocks_say_nothing_of_others() {
    let mut bench = Bench::new();
    bench.blocks(HONEST, &[true; 7]);
    bench.record.note_own();
    assert_eq!(bench.blocks(CENSOR, &[false; 4]), vec![good(); 4]);
}

#[test]
fn interest_grows_with_what_others_include_and_the_author_leaves_out() {
    let mut bench = Bench::new();
    let interest =
        |bench: &Bench, sender| bench.record.interest(&account(CENSOR), &account(sender));
    assert_eq!(interest(&bench, SENDER), (0, 0));
    bench.blocks(HONEST, &[true, true, false]);
    bench.blocks(CENSOR, &[false, true, false, false]);
    assert_eq!(interest(&bench, SENDER), (2, 2));
}

#[test]
fn memory_is_bounded() {
    let mut record = Record::default();
    let sender = |index: u32| {
        let mut bytes = [0; 32];
        bytes[..4].copy_from_slice(&index.to_be_bytes());
        AccountId::new(bytes)
    };
    let author = account(CENSOR);
    for block in 0..4 {
        let eligible: Vec<_> =
            (0..3_000).map(|index| (sender(10_000 * block + index), true)).collect();
        record.judge(&author, &eligible, Policing::Strict);
        assert!(record.senders.len() <= 4_096);
    }
    // Those of the last block are there, and none of the one before.
    assert_eq!(record.senders.len(), 3_000);
    assert_eq!(record.interest(&account(HONEST), &sender(30_000)), (1, 0));
    assert_eq!(record.interest(&account(HONEST), &sender(20_000)), (0, 0));

    let many: Vec<_> = (0..10_000).map(|index| (sender(index), true)).collect();
    record.judge(&author, &many, Policing::Strict);
    assert_eq!(record.senders.len(), 4_096);

    let mut history = History::default();
    for block in 0..3_000 {
        history.add(&sender(block % 300), block.into(), true);
    }
    assert_eq!(history.authors.len(), 256);
    assert!(history.authors.values().all(|blocks| blocks.len() <= 8));
}

const SLOT: SlotNumber = 900_000_000;

/// A block in time, long after anything has happened.
fn usual() -> Circumstances {
    Circumstances {
        slot: SLOT,
        slot_duration: 2_000,
        came: 2_000 * SLOT + 300,
        syncing: false,
        begins_session: false,
        started: 0,
        reorganised: None,
        flooded: None,
    }
}

#[test]
fn nothing_is_said_for_these_reasons_only() {
    let late = |by| 2_000 * (SLOT + 2) + by;
    let table = [
        (usual(), None),
        (Circumstances { syncing: true, ..usual() }, Some(Reason::Syncing)),
        (Circumstances { started: SLOT - 8, ..usual() }, Some(Reason::Started)),
        (Circumstances { started: SLOT - 9, ..usual() }, None),
        (Circumstances { reorganised: Some(SLOT - 8), ..usual() }, Some(Reason::Reorganised)),
        (Circumstances { reorganised: Some(SLOT - 9), ..usual() }, None),
        (Circumstances { flooded: Some(SLOT - 8), ..usual() }, Some(Reason::Flooded)),
        (Circumstances { flooded: Some(SLOT - 9), ..usual() }, None),
        // A block of an older slot that comes after the event is no better.
        (Circumstances { reorganised: Some(SLOT + 3), ..usual() }, Some(Reason::Reorganised)),
        (Circumstances { came: late(0), ..usual() }, None),
        (Circumstances { came: late(1), ..usual() }, Some(Reason::Late)),
        (Circumstances { came: 0, ..usual() }, None),
        (Circumstances { begins_session: true, ..usual() }, Some(Reason::SessionBegins)),
        (Circumstances { begins_session: true, came: late(1), ..usual() }, Some(Reason::Late)),
    ];
    for (circumstances, reason) in table {
        assert_eq!(circumstances.abstention(), reason, "{circumstances:?}");
    }
}

#[test]
fn transactions_must_be_there_half_a_slot_before_the_slot() {
    assert_eq!(usual().deadline(), 2_000 * SLOT - 1_000);
    assert_eq!(Circumstances { slot_duration: 1_001, ..usual() }.deadline(), 1_001 * SLOT - 500);
}

#[test]
fn half_of_weight_or_length_is_full() {
    let fullness = |time, proof| Fullness {
        used: Weight::from_parts(time, proof),
        max_weight: Weight::from_parts(1_000, 501),
        max_length: 401,
    };
    let table = [
        (fullness(499, 250), 200, false),
        (fullness(500, 0), 0, true),
        (fullness(0, 251), 0, true),
        (fullness(0, 0), 201, true),
        (fullness(0, 0), u64::MAX, true),
        (Fullness { max_weight: Weight::MAX, ..fullness(u64::MAX / 2, 0) }, 0, false),
    ];
    for (fullness, length, full) in table {
        assert_eq!(is_full(&fullness, length), full, "{fullness:?} {length}");
    }
}
