//! The example of the documentation.

use crate::{mock::*, Error, Event};
use aitbc_primitives::consensus::equivocation::EquivocationProof;
use aitbc_test_support::{events, signed};
use frame_support::{assert_noop, assert_ok};
use frame_system::RawOrigin;
use sp_core::{Pair as _, H256};
use sp_runtime::Perbill;

#[test]
fn example_of_the_documentation() {
    ExtBuilder::default().build_and_execute(|| {
        // 1. Sessions of ten slots; session 3 begins with the block of slot 1 030.
        run_to_session(3);
        let ada = pair(ADA).public();
        assert_eq!(Equivocation::session_of(1_030), Some(2));
        assert_eq!(Equivocation::session_of(1_031), Some(3));

        // 2. Two blocks in slot 1 035, one of them on a fork whose session is another.
        let proof = EquivocationProof {
            offender: ada,
            slot: 1_035,
            session: 3,
            first: proven(&pair(ADA), 1_035, RHO, 1),
            second: proven(&pair(ADA), 1_035, H256([8; 32]), 2),
        };

        // 3. She gives herself new keys, and leaves.
        block_with(1_036, || {
            set_keys(ADA, 1);
            Elected::put(vec![BEN, CYD]);
        });

        // 4. A node asks for the transaction, which reaches Dee's block.
        assert!(Equivocation::report(proof.clone()).is_some());
        assert!(!Equivocation::is_known(ada, 1_035));
        block_with(1_037, || {
            assert_ok!(Equivocation::report_equivocation_unsigned(
                RawOrigin::None.into(),
                Box::new(proof.clone())
            ));
            let (offender, slot, session) = (ADA, 1_035, 3);
            assert_eq!(
                events::<Test, Event<Test>>(),
                [Event::EquivocationReported { offender, slot, session }]
            );
        });
        assert_eq!(Punished::get(), [(ADA, Perbill::from_percent(50), 3, vec![])]);

        // 5. It is known, and nobody gets anything for it again.
        assert!(Equivocation::is_known(ada, 1_035));
        assert!(Equivocation::report(proof.clone()).is_none());
        let mut swapped = proof.clone();
        core::mem::swap(&mut swapped.first, &mut swapped.second);
        for again in [proof.clone(), swapped] {
            assert_noop!(
                Equivocation::report_equivocation(signed(CYD), Box::new(again)),
                Error::<Test>::AlreadyReported
            );
        }

        // 6. Eleven sessions later the session leaves the log.
        run_to_session(13);
        assert!(Equivocation::is_known(ada, 1_035));
        run_to_session(14);
        assert_noop!(
            Equivocation::report_equivocation(signed(CYD), Box::new(proof)),
            Error::<Test>::SessionUnknown
        );
        assert_eq!(Punished::get().len(), 1);
    });
}
