//! To whom accounts belong, and belonged: an answer for a past moment never changes.

use super::*;
use aitbc_test_support::cases;
use proptest::{collection::vec, prelude::*, sample::select};
use sp_runtime::DispatchError;

#[test]
fn account_belongs_to_itself_until_it_is_given_away() {
    ExtBuilder.build_and_execute(|| {
        assert_eq!((Agents::owner_of(&DEE), Agents::owned_by(&ADA)), (None, 0));
        assert_ok!(Agents::give(&DEE, &ADA));
        assert_eq!((Agents::owner_of(&DEE), Agents::owned_by(&ADA)), (Some(ADA), 1));
        assert_ok!(Agents::give(&DEE, &BEN));
        assert_eq!((Agents::owned_by(&ADA), Agents::owned_by(&BEN)), (0, 1));
        assert_ok!(Agents::end(&DEE));
        assert_eq!((Agents::owner_of(&DEE), Agents::owned_by(&BEN)), (None, 0));
    });
}

#[test]
fn change_counts_for_later_moments_only() {
    ExtBuilder.build_and_execute(|| {
        let given_at = now();
        assert_ok!(Agents::give(&DEE, &ADA));
        // In its own block a snapshot does not see it.
        assert_eq!(Agents::owner(&DEE, given_at), DEE);
        assert_eq!(Agents::owner(&DEE, given_at + 1), ADA);
        wait(10);
        assert_ok!(Agents::give(&DEE, &BEN));
        assert_eq!(Agents::owner(&DEE, now()), ADA);
        wait(10);
        assert_ok!(Agents::end(&DEE));
        let answers = [0, 1, 10, 11, 20, 21].map(|after| Agents::owner(&DEE, given_at + after));
        assert_eq!(answers, [DEE, ADA, ADA, BEN, BEN, DEE]);
    });
}

#[test]
fn of_several_changes_in_a_block_the_last_counts() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(Agents::give(&DEE, &ADA));
        assert_ok!(Agents::give(&DEE, &BEN));
        assert_eq!(Agents::owner(&DEE, now()), DEE);
        assert_eq!(Agents::owner(&DEE, now() + 1), BEN);
    });
}

#[test]
fn ownership_is_one_step_deep() {
    ExtBuilder.build_and_execute(|| {
        assert_ok!(Agents::give(&DEE, &ADA));
        assert_noop!(Agents::give(&CYD, &DEE), Error::<Test>::NotAnOrdinaryAccount);
        assert_noop!(Agents::give(&CYD, &CYD), Error::<Test>::NotAnOrdinaryAccount);
        assert_noop!(Agents::give(&ADA, &BEN), Error::<Test>::OwnsSomething);
        assert_ok!(Agents::end(&DEE));
        assert_ok!(Agents::give(&ADA, &BEN));
    });
}

#[test]
fn fifth_change_in_45_days_is_refused() {
    ExtBuilder.build_and_execute(|| {
        let begin = now();
        for owner in [ADA, BEN, ADA, BEN] {
            assert_ok!(Agents::give(&DEE, &owner));
            wait(DAY);
        }
        assert_noop!(Agents::give(&DEE, &ADA), Error::<Test>::ChangedTooOften);
        assert_noop!(Agents::end(&DEE), Error::<Test>::ChangedTooOften);
        set_now(begin + 45 * DAY);
        assert_noop!(Agents::end(&DEE), Error::<Test>::ChangedTooOften);
        wait(1);
        assert_ok!(Agents::end(&DEE));
        // That is five: four changes, and what was before.
        assert_eq!(spans(DEE).len(), 5);
        // Then those fall out that nobody asks for.
        set_now(begin + 47 * DAY);
        assert_ok!(Agents::give(&DEE, &ADA));
        assert_eq!(spans(DEE).len(), 5);
        assert_eq!(spans(DEE)[0], (begin + DAY, BEN));
    });
}

/// Somebody who may own or be owned.
const PEOPLE: [u64; 5] = [ADA, BEN, CYD, DEE, BOT];

/// Something that happens to owners.
#[derive(Clone, Debug)]
enum Step {
    Give {
        account: u64,
        owner: u64,
    },
    End(u64),
    Wait(Moment),
    /// A snapshot in this block.
    Ask(u64),
    /// Somebody asks for a moment before.
    AskAgo(u64, Moment),
    Work,
}

fn step() -> impl Strategy<Value = Step> {
    let who = || select(PEOPLE.to_vec());
    let time = || prop_oneof![Just(1), 0..DAY, 0..30 * DAY, Just(15 * DAY), Just(45 * DAY)];
    prop_oneof![
        6 => (who(), who()).prop_map(|(account, owner)| Step::Give { account, owner }),
        3 => who().prop_map(Step::End),
        4 => time().prop_map(Step::Wait),
        4 => who().prop_map(Step::Ask),
        4 => (who(), time()).prop_map(|(who, ago)| Step::AskAgo(who, ago)),
        1 => Just(Step::Work),
    ]
}

/// All that has ever happened.
#[derive(Default)]
struct Book(Vec<(Moment, u64, u64)>);

impl Book {
    fn owner(&self, who: u64, at: Moment) -> u64 {
        let before = self.0.iter().rev().find(|(since, account, _)| *account == who && *since < at);
        before.map_or(who, |(_, _, owner)| *owner)
    }

    fn owns(&self, who: u64) -> bool {
        PEOPLE.iter().any(|other| *other != who && self.owner(*other, Moment::MAX) == who)
    }

    fn is_ordinary(&self, who: u64) -> bool {
        self.owner(who, Moment::MAX) == who
    }

    fn may_change(&self, who: u64, now: Moment) -> Result<(), DispatchError> {
        let lately =
            self.0.iter().filter(|(since, account, _)| *account == who && now - since <= 45 * DAY);
        match lately.count() {
            0..=3 => Ok(()),
            _ => Err(Error::<Test>::ChangedTooOften.into()),
        }
    }

    fn give(&mut self, account: u64, owner: u64, now: Moment) -> DispatchResult {
        if owner == account || !self.is_ordinary(owner) {
            return Err(Error::<Test>::NotAnOrdinaryAccount.into());
        }
        if self.owns(account) {
            return Err(Error::<Test>::OwnsSomething.into());
        }
        self.may_change(account, now)?;
        self.0.push((now, account, owner));
        Ok(())
    }

    fn end(&mut self, account: u64, now: Moment) -> DispatchResult {
        if !self.is_ordinary(account) {
            self.may_change(account, now)?;
            self.0.push((now, account, account));
        }
        Ok(())
    }
}

proptest! {
    #![proptest_config(cases())]

    /// What was once answered is answered again, for as long as anybody may ask: 45 days.
    #[test]
    fn answers_for_past_moments_never_change(steps in vec(step(), 1..60)) {
        ExtBuilder.build_and_execute(|| {
            let mut book = Book::default();
            let mut answers = Vec::new();
            for step in steps {
                match step {
                    Step::Give { account, owner } => {
                        let given = Agents::give(&account, &owner);
                        assert_eq!(given, book.give(account, owner, now()));
                    }
                    Step::End(account) => {
                        assert_eq!(Agents::end(&account), book.end(account, now()));
                    }
                    Step::Wait(time) => wait(time),
                    Step::Ask(who) => answers.push((who, now(), Agents::owner(&who, now()))),
                    Step::AskAgo(who, ago) => {
                        let at = now() - ago;
                        let answer = Agents::owner(&who, at);
                        assert_eq!(answer, book.owner(who, at));
                        answers.push((who, at, answer));
                    }
                    Step::Work => work(),
                }
                for (who, at, answer) in &answers {
                    if now() - at <= 45 * DAY {
                        assert_eq!(Agents::owner(who, *at), *answer, "{who} at {at}");
                        assert_eq!(book.owner(*who, *at), *answer);
                    }
                }
                for who in PEOPLE {
                    let owner = Agents::owner_of(&who).unwrap_or(who);
                    assert_eq!(owner, book.owner(who, Moment::MAX));
                }
                check_invariants();
            }
        });
    }
}

/// Something that agents and their controllers do.
#[derive(Clone, Debug)]
enum Deed {
    Register { controller: u64, agent: u64, role: Role, tags: usize },
    Update { who: u64, agent: u64, tags: usize },
    Suspend(u64, u64),
    Resume(u64, u64),
    SetRole(u64, u64, Role),
    Offer(u64, u64, Option<u64>),
    Accept(u64, u64),
    Retire(u64, u64),
    Heartbeat(u64),
    Wallet(u64, u64),
    Close(u64),
    Wait(Moment),
    Work,
}

fn deed() -> impl Strategy<Value = Deed> {
    let who = || select(vec![ADA, BEN, CYD, BOT]);
    let agent = || select(vec![BOT, IDA, JAN, CYD]);
    let role = || select(vec![Role::Provider, Role::Consumer, Role::Builder]);
    let wallet = || select(vec![31u64, 32]);
    prop_oneof![
        6 => (who(), agent(), role(), 0..8usize).prop_map(|(controller, agent, role, tags)| {
            Deed::Register { controller, agent, role, tags }
        }),
        3 => (who(), agent(), 0..8usize)
            .prop_map(|(who, agent, tags)| Deed::Update { who, agent, tags }),
        2 => (who(), agent()).prop_map(|(who, agent)| Deed::Suspend(who, agent)),
        2 => (who(), agent()).prop_map(|(who, agent)| Deed::Resume(who, agent)),
        2 => (who(), agent(), role()).prop_map(|(who, agent, role)| Deed::SetRole(who, agent, role)),
        4 => (who(), agent(), proptest::option::of(who()))
            .prop_map(|(who, agent, to)| Deed::Offer(who, agent, to)),
        4 => (who(), agent()).prop_map(|(who, agent)| Deed::Accept(who, agent)),
        4 => (who(), agent()).prop_map(|(who, agent)| Deed::Retire(who, agent)),
        2 => agent().prop_map(Deed::Heartbeat),
        2 => (wallet(), who()).prop_map(|(wallet, owner)| Deed::Wallet(wallet, owner)),
        1 => wallet().prop_map(Deed::Close),
        3 => prop_oneof![Just(0), 0..DAY, 0..40 * DAY].prop_map(Deed::Wait),
        2 => Just(Deed::Work),
    ]
}

/// Those of three tags whose bits are set.
fn tags_of(bits: usize) -> Vec<&'static str> {
    let named = ["cpu", "gpu", "fpga"].into_iter().enumerate();
    named.filter(|(index, _)| bits >> index & 1 == 1).map(|(_, tag)| tag).collect()
}

fn act(deed: Deed) -> DispatchResult {
    match deed {
        Deed::Register { controller, agent, role, tags } => {
            try_register(controller, agent, role, &tags_of(tags))
        }
        Deed::Update { who, agent, tags } => {
            Agents::update(signed(who), agent, profile(&tags_of(tags)))
        }
        Deed::Suspend(who, agent) => Agents::suspend(signed(who), agent),
        Deed::Resume(who, agent) => Agents::resume(signed(who), agent),
        Deed::SetRole(who, agent, role) => Agents::set_role(signed(who), agent, role),
        Deed::Offer(who, agent, to) => Agents::offer_control(signed(who), agent, to),
        Deed::Accept(who, agent) => {
            let role = crate::Agents::<Test>::get(agent).map_or(Role::Provider, |agent| agent.role);
            Agents::accept_control(signed(who), agent, consent(agent, who, role))
        }
        Deed::Retire(who, agent) => Agents::retire(signed(who), agent),
        Deed::Heartbeat(agent) => {
            Agents::heartbeat(signed(agent)).map(drop).map_err(|failure| failure.error)
        }
        Deed::Wallet(wallet, owner) => Agents::give(&wallet, &owner),
        Deed::Close(wallet) => Agents::end(&wallet),
        Deed::Wait(time) => {
            wait(time);
            Ok(())
        }
        Deed::Work => {
            work();
            Ok(())
        }
    }
}

proptest! {
    #![proptest_config(cases())]

    /// Whatever is called, the invariants hold, deposits add up, and in the end all of it is forgotten.
    #[test]
    fn calls_in_any_order_keep_the_invariants(deeds in vec(deed(), 1..60)) {
        ExtBuilder.build_and_execute(|| {
            for deed in deeds {
                let before = sp_io::storage::root(Default::default());
                if act(deed.clone()).is_err() {
                    let after = sp_io::storage::root(Default::default());
                    assert_eq!(before, after, "{deed:?} has failed and changed something");
                }
                check_invariants();
            }
            wait(RETENTION + 1);
            for (account, agent) in crate::Agents::<Test>::iter().collect::<Vec<_>>() {
                if agent.is_registered() {
                    assert_ok!(Agents::retire(signed(agent.controller), account));
                }
            }
            assert_ok!(Agents::end(&31));
            assert_ok!(Agents::end(&32));
            wait(RETENTION + 1);
            work();
            for who in [ADA, BEN, CYD] {
                assert_eq!(Balances::free_balance(who), BALANCE);
            }
            assert_eq!(crate::Agents::<Test>::iter().count(), 0);
            assert_eq!(crate::Nonces::<Test>::iter().count(), 0);
            assert_eq!(crate::Spans::<Test>::iter().count(), 0);
            assert_eq!(crate::Owned::<Test>::iter().count(), 0);
            assert_eq!(crate::Census::<Test>::iter().count(), 0);
        });
    }
}
