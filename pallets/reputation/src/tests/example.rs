//! The example of the crate documentation, step by step.

use super::*;
use crate::{Delegations, SlashDebts};
use frame_support::assert_ok;

#[test]
fn example_of_the_readme() {
    ExtBuilder::default().build_and_execute(|| {
        // 1
        for (who, amount) in [(ADA, 100), (BEN, 200), (CYD, 300)] {
            mint(who, amount);
        }
        assert_eq!(Reputation::issuance(BLOCK), 600);
        // 2
        pay(1_000);
        let state = crate::Domains::<Test>::get(BLOCK);
        assert_eq!(state.accumulator, 1_666_666_666_666);
        assert_eq!(state.carry, 400);
        // 3
        assert_eq!([ADA, BEN, CYD].map(claimable), [166, 333, 499]);
        assert_ok!(claim(ADA));
        assert_ok!(claim_for(ADA, BEN));
        assert_eq!([ADA, BEN].map(received), [166, 333]);
        // 4
        hold(AVAILABILITY, CYD, 200);
        assert_eq!(parts(CYD), [100, 200, 0]);
        // 5
        set_at_stake(CYD, 150);
        events();
        Reputation::slash_held(BLOCK, AVAILABILITY, &CYD, 200);
        let (domain, who) = (BLOCK, CYD);
        assert_eq!(
            events(),
            [
                Event::Burned { domain, who, amount: 50 },
                Event::DebtIncurred { domain, who, amount: 150 },
                Event::DebtCollected { domain, who, amount: 100 },
            ]
        );
        assert_eq!(Reputation::issuance(BLOCK), 450);
        assert_eq!(claimable(CYD), 499);
        // 6
        set_at_stake(CYD, 0);
        assert_ok!(Reputation::release(BLOCK, AVAILABILITY, &CYD, 150));
        assert_eq!(parts(CYD), [100, 0, 0]);
        assert!(!SlashDebts::<Test>::contains_key(BLOCK, CYD));
        // 7
        assert_ok!(Reputation::delegate(signed(BEN), BLOCK, ADA, 80));
        assert!(Delegations::<Test>::contains_key(BLOCK, BEN));
        assert_ok!(Reputation::undelegate(signed(BEN), BLOCK));
        assert!(!Delegations::<Test>::contains_key(BLOCK, BEN));
    });
}
