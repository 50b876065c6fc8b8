//! Posts that exist from the start.

use super::*;
use crate::GenesisPost;

fn genesis_post(authors: &[(u64, u32)]) -> GenesisPost<u64> {
    GenesisPost { domain: BLOCK, authors: authors.to_vec(), content: Hash::repeat_byte(1) }
}

#[test]
fn posts_of_genesis_are_numbered_from_0_and_cost_nothing() {
    let posts = [genesis_post(&[(ADA, PPM)]), genesis_post(&[(BEN, PPM / 2), (CYD, PPM / 2)])];
    ExtBuilder::default().posts(&posts).contract(1).build_and_execute(|| {
        assert_eq!(Forum::active_contract(), Some(1));
        for (id, expected) in posts.iter().enumerate() {
            let stored = Posts::<Test>::get(id as PostId).unwrap();
            assert_eq!(stored.authors.as_slice(), expected.authors);
            assert_eq!((stored.content, stored.deposit), (expected.content, None));
        }
        assert_eq!(publish(ADA, &[(post(1), 10)]), 2);
    });
}

#[test]
fn without_posts_there_is_no_contract() {
    ExtBuilder::default().build_and_execute(|| assert_eq!(Forum::active_contract(), None));
}

#[test]
#[should_panic = "a genesis post is not valid"]
fn genesis_post_is_checked() {
    ExtBuilder::default().posts(&[genesis_post(&[(ADA, 1)])]).build();
}

#[test]
#[should_panic = "a genesis post is not valid"]
fn contract_of_genesis_is_one_of_the_posts() {
    ExtBuilder::default().posts(&[genesis_post(&[(ADA, PPM)])]).contract(1).build();
}

#[test]
fn genesis_is_read_as_presets_write_it() {
    let json = format!(
        r#"{{"posts":[{{"domain":"block","authors":[[1,1000000]],"content":"0x{}"}}],"contract":0}}"#,
        "01".repeat(32)
    );
    let genesis: crate::GenesisConfig<Test> = serde_json::from_str(&json).unwrap();
    assert_eq!(genesis.posts, [genesis_post(&[(ADA, PPM)])]);
    assert_eq!(genesis.contract, Some(0));
}
