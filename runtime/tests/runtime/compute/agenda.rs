//! What the agenda does when nobody else does anything.

use super::*;
use aitbc_primitives::market::deadlines::ActiveClock;
use aitbc_test_support::cases;
use frame_support::traits::fungible::InspectHold;
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{Config, TestRunner},
};
use sp_runtime::Permill;

/// Something that has to end by itself.
#[derive(Clone, Debug)]
enum Thing {
    /// An escrow: the number of its milestones, its rule, its default, and whether each is accepted and
    /// delivered.
    Escrow { milestones: u8, rule: u8, default: u8, accepted: bool, delivered: u8, minutes: u8 },
    /// A stream: for how many seconds it is prepaid and topped up, and when it is told to end.
    Stream { seconds: u16, more: u16, ends: Option<u16> },
}

fn thing() -> impl Strategy<Value = Thing> {
    prop_oneof![
        (1..=10u8, 0..4u8, 0..3u8, prop::bool::weighted(0.8), any::<u8>(), 1..10u8).prop_map(
            |(milestones, rule, default, accepted, delivered, minutes)| Thing::Escrow {
                milestones,
                rule,
                default,
                accepted,
                delivered,
                minutes,
            }
        ),
        (60..600u16, 0..300u16, prop::option::of(60..600u16))
            .prop_map(|(seconds, more, ends)| Thing::Stream { seconds, more, ends }),
    ]
}

/// Makes it, and does what somebody might do at once.
fn make(thing: &Thing) {
    let id = pallet_escrow::NextId::<Runtime>::get();
    let bob = Bob.to_account_id();
    match *thing {
        Thing::Escrow { milestones, rule, default, accepted, delivered, minutes } => {
            let signers =
                [Charlie, Dave].map(|who| who.to_account_id()).to_vec().try_into().unwrap();
            let deadline_in = Moment::from(minutes) * MINUTE;
            let rule = match rule {
                0 => Rule::Manual,
                1 => Rule::TimeBased(deadline_in / 2),
                2 => Rule::MultiSig { threshold: 2, signers },
                _ => Rule::Oracle { threshold: 1, signers },
            };
            let default = match default {
                0 => Fallback::Refund,
                1 => Fallback::Pay,
                _ => Fallback::Split(Permill::from_percent(30)),
            };
            let terms = Terms {
                amounts: vec![MILLI; milestones.into()].try_into().unwrap(),
                accept_within: MINUTE,
                deadline_in,
                review: 10 * MINUTE,
                default,
                rule: rule.clone(),
                ..terms(MILLI)
            };
            Escrow::create(signed(Alice), bob.clone(), terms).unwrap();
            if accepted {
                Escrow::accept(signed_by(&bob), id).unwrap();
                let places = 0..u32::from(milestones);
                let places = places.filter(|place| (delivered >> (place % 8)) & 1 > 0);
                for place in places {
                    let done = match rule {
                        Rule::Manual => Escrow::deliver(signed_by(&bob), id, place, Hash::zero()),
                        Rule::TimeBased(_) => Escrow::refund(signed_by(&bob), id, place),
                        _ => Escrow::approve(signed(Charlie), id, place),
                    };
                    done.unwrap();
                }
            }
        }
        Thing::Stream { seconds, more, ends } => {
            let ends = ends.map(|ends| Deadlines::now() + Moment::from(ends) * SECOND);
            let prepaid = MILLI * Balance::from(seconds);
            Escrow::open_stream(signed(Alice), bob, MILLI, prepaid, ends).unwrap();
            if more > 0 {
                Escrow::top_up(signed(Alice), id, MILLI * Balance::from(more)).unwrap();
            }
        }
    }
}

/// A block takes time here. The macro `proptest` would go by `PROPTEST_CASES` again.
fn few() -> Config {
    let mut config = cases();
    config.cases = config.cases.div_ceil(500);
    config
}

/// With the real agenda. The longest takes ten minutes and a review.
#[test]
fn everything_ends_when_only_the_agenda_acts() {
    let all = |things: Vec<Thing>| {
        let mut chain = Chain::development();
        chain.blocks(2);
        let end = chain.inspect(|| {
            things.iter().for_each(make);
            Deadlines::now() + 22 * MINUTE
        });
        while chain.inspect(Deadlines::now) < end {
            let later = now(&mut chain) + 30 * SECOND;
            to(&mut chain, later);
        }
        chain.inspect(|| {
            prop_assert_eq!(Escrow::figures(), Default::default());
            prop_assert_eq!(Deadlines::clock().waiting.active, 0);
            use pallet_escrow::HoldReason;
            for reason in [HoldReason::Payment, HoldReason::Stream, HoldReason::Deposit] {
                let held = Balances::balance_on_hold(&reason.into(), &Alice.to_account_id());
                prop_assert_eq!(held, 0, "{:?}", reason);
            }
            Ok(())
        })
    };
    TestRunner::new(few()).run(&vec(thing(), 1..40), all).unwrap();
}
