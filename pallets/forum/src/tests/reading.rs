//! What clients read.

use super::*;
use aitbc_primitives::reputation::pools::PostFilter;

/// The numbers of the posts of an author or a domain.
fn listed(author: Option<u64>, domain: Option<Domain>, offset: u32, limit: u32) -> Vec<PostId> {
    let posts = Forum::posts(PostFilter { author, domain }, offset, limit);
    posts.into_iter().map(|post| post.id).collect()
}

#[test]
fn post_is_read_with_all_that_it_says() {
    ExtBuilder::default().build_and_execute(|| {
        let first = publish(ADA, &[]);
        let second = publish(BEN, &[(post(first), 50)]);
        credit(second, 100);
        let view = Forum::view_post(second).unwrap();
        assert_eq!((view.id, view.domain, view.value), (second, BLOCK, 50));
        assert_eq!(view.authors, [(BEN, PPM)]);
        assert_eq!(view.refs, refs(&[(post(first), 50)]));
        assert_eq!((view.validated, view.content), (false, Hash::repeat_byte(7)));
        assert_eq!(Forum::view_post(2), None);
    });
}

#[test]
fn posts_are_listed_newest_first() {
    ExtBuilder::default().build_and_execute(|| {
        for who in [ADA, BEN, ADA] {
            publish(who, &[]);
        }
        publish_by(&[(CYD, PPM / 2), (ADA, PPM / 2)], vec![]);
        let authors = vec![(ADA, PPM)];
        assert_ok!(Forum::post(signed(ADA), Hash::zero(), authors, vec![], GOVERNANCE));
        assert_eq!(listed(None, None, 0, 100), [4, 3, 2, 1, 0]);
        assert_eq!(listed(None, None, 1, 2), [3, 2]);
        assert_eq!(listed(Some(ADA), None, 0, 100), [4, 3, 2, 0]);
        assert_eq!(listed(Some(ADA), Some(BLOCK), 1, 2), [2, 0]);
        assert_eq!(listed(None, Some(GOVERNANCE), 0, 100), [4]);
        assert!(listed(Some(DEE), None, 0, 100).is_empty());
        assert!(listed(None, None, 0, 0).is_empty());
        assert!(listed(None, None, 5, 1).is_empty());
        assert_ok!(Forum::remove(signed(BEN), 1));
        assert_eq!(listed(None, Some(BLOCK), 0, 100), [3, 2, 0]);
    });
}

#[test]
fn at_most_100_posts_are_listed() {
    ExtBuilder::default().build_and_execute(|| {
        for _ in 0..101 {
            publish(ADA, &[]);
        }
        assert_eq!(listed(None, None, 0, u32::MAX).len(), 100);
        assert_eq!(listed(None, None, 100, u32::MAX), [0]);
    });
}
