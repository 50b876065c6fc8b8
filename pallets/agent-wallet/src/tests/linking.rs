//! Wallets of agents.

use crate::{mock::*, Error, Event};
use aitbc_primitives::agents::{Obligations, Wallets};
use aitbc_test_support::{events, signed, ADA, BEN, DEE, EVE, FAY};
use frame_support::{assert_noop, assert_ok};

#[test]
fn wallet_is_linked_to_an_agent_that_its_owner_controls() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        register(EVE, ADA);
        register(FAY, DEE);
        // Not to one of another controller, to no agent, to a wallet or to itself.
        for agent in [FAY, BEN, create(ADA, 1), id] {
            assert_noop!(AgentWallet::link(signed(ADA), id, agent), Error::<Test>::NotController);
        }
        assert_noop!(AgentWallet::link(signed(BEN), id, EVE), Error::<Test>::NotOwner);
        System::reset_events();
        assert_ok!(AgentWallet::link(signed(ADA), id, EVE));
        assert_eq!(events::<Test, Event<Test>>(), [Event::Linked { wallet: id, agent: EVE }]);
        assert_eq!(<AgentWallet as Wallets<u64>>::agent(&id), Some(EVE));
        assert_eq!(AgentWallet::linked(&EVE), 1);
        assert_eq!(Told::get(), [id]);
        assert_noop!(AgentWallet::link(signed(ADA), id, EVE), Error::<Test>::AlreadyLinked);
    });
}

#[test]
fn wallet_is_linked_as_it_is_created() {
    ExtBuilder.build_and_execute(|| {
        register(EVE, ADA);
        assert_noop!(
            try_call(ADA, crate::Call::create { index: 0, agent: Some(FAY), guardian: None }),
            Error::<Test>::NotController
        );
        assert_ok!(AgentWallet::create(signed(ADA), 0, Some(EVE), None));
        let id = AgentWallet::address(ADA, 0);
        assert_eq!(<AgentWallet as Wallets<u64>>::agent(&id), Some(EVE));
        assert_eq!(Told::get(), [id]);
    });
}

#[test]
fn wallet_with_obligations_stays_linked() {
    ExtBuilder.build_and_execute(|| {
        let id = wallet();
        register(EVE, ADA);
        assert_noop!(AgentWallet::unlink(signed(ADA), id), Error::<Test>::NotLinked);
        assert_ok!(AgentWallet::link(signed(ADA), id, EVE));
        Obliged::set(&vec![id]);
        assert_noop!(AgentWallet::unlink(signed(ADA), id), Error::<Test>::HasObligations);
        Obliged::set(&vec![]);
        assert_noop!(AgentWallet::unlink(signed(BEN), id), Error::<Test>::NotOwner);
        System::reset_events();
        assert_ok!(AgentWallet::unlink(signed(ADA), id));
        assert_eq!(events::<Test, Event<Test>>(), [Event::Unlinked { wallet: id, agent: EVE }]);
        assert_eq!(AgentWallet::linked(&EVE), 0);
        assert_eq!(Told::get(), [id, id]);
    });
}

#[test]
fn agent_with_wallets_has_obligations() {
    ExtBuilder.build_and_execute(|| {
        register(EVE, ADA);
        assert!(!AgentWallet::open(&EVE));
        for index in 0..3 {
            assert_ok!(AgentWallet::create(signed(ADA), index, Some(EVE), None));
        }
        assert_eq!(AgentWallet::linked(&EVE), 3);
        assert!(AgentWallet::open(&EVE));
        // Closing a wallet unlinks it.
        for index in 0..3 {
            assert!(AgentWallet::open(&EVE));
            assert_ok!(AgentWallet::close(signed(ADA), AgentWallet::address(ADA, index)));
        }
        assert!(!AgentWallet::open(&EVE));
        assert_eq!(Told::get().len(), 6);
    });
}
