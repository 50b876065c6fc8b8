//! Lists of pools.

use super::*;
use aitbc_primitives::reputation::{pools::PoolFilter, REP};

#[test]
fn pools_are_listed_newest_first() {
    with_holders(|| {
        give(COMPUTE, ADA, REP);
        for domain in [GOVERNANCE, COMPUTE, GOVERNANCE, COMPUTE] {
            initiate(terms(domain));
        }
        initiate(Terms { duration: 1, ..terms(GOVERNANCE) });
        wait(1);
        poll(Weight::MAX);
        let list = |filter, offset, limit| -> Vec<PoolId> {
            let views = ValidationPool::pools(filter, offset, limit);
            views.into_iter().map(|view| view.id).collect()
        };
        let all = PoolFilter::default();
        assert_eq!(list(all, 0, 100), [4, 3, 2, 1, 0]);
        assert_eq!(list(all, 1, 2), [3, 2]);
        assert_eq!(list(PoolFilter { domain: Some(COMPUTE), open: None }, 0, 100), [3, 1]);
        assert_eq!(list(PoolFilter { domain: None, open: Some(false) }, 0, 100), [4]);
        let open = PoolFilter { domain: Some(GOVERNANCE), open: Some(true) };
        assert_eq!(list(open, 0, 100), [2, 0]);
        assert_eq!(list(open, 1, 100), [0]);
        assert_eq!(ValidationPool::pool(4).unwrap().outcome, Some(NoQuorum));
        assert_eq!(ValidationPool::pool(5), None);
    });
}
