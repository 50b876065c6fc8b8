//! Questions to the runtime in the state after a block.

use super::failure::{Failure, Place};
use aitbc_primitives::{opaque::Block, BlockNumber, Hash};
use sp_api::{ApiError, ApiExt, ProvideRuntimeApi, RuntimeApiInfo};
use sp_blockchain::HeaderBackend;
use sp_runtime::traits::Header;
use std::{any::type_name, marker::PhantomData, sync::Arc};

/// A chain whose runtime can be asked through the runtime API `A`, a trait object.
///
/// A namespace of methods about that API is a trait of `jsonrpsee` that this implements.
pub struct Api<C, A: ?Sized> {
    /// The chain itself.
    pub client: Arc<C>,
    api: PhantomData<fn(&A)>,
}

impl<C, A: ?Sized> Api<C, A> {
    /// Asks through `client`.
    pub fn new(client: Arc<C>) -> Self {
        Self { client, api: PhantomData }
    }

    /// What people call the API: the name of the trait, without its path and parameters.
    fn name() -> &'static str {
        let path = type_name::<A>();
        let path = path.split_once('<').map_or(path, |(path, _)| path);
        path.rsplit_once(':').map_or(path, |(_, name)| name)
    }
}

impl<C, A> Api<C, A>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block>,
    A: RuntimeApiInfo + ?Sized,
{
    /// Height of the best block.
    pub fn best(&self) -> BlockNumber {
        self.client.info().best_number
    }

    /// The block `at`, or the best one.
    pub fn place(&self, at: Option<Hash>) -> Result<Place, Failure> {
        let info = self.client.info();
        let Some(hash) = at else {
            return Ok(Place { number: info.best_number, hash: info.best_hash });
        };
        let number = self.client.number(hash)?.ok_or(Failure::UnknownBlock(hash))?;
        Ok(Place { number, hash })
    }

    /// The block `from` and those after it up to `to`, which must not be less.
    ///
    /// They are one chain even if the best chain changes meanwhile: those of the parents of `to`.
    pub fn blocks(&self, from: BlockNumber, to: BlockNumber) -> Result<Vec<Place>, Failure> {
        let mut hash = self.client.hash(to)?.ok_or(Failure::MissingBlock(to))?;
        let mut blocks = vec![Place { number: to, hash }];
        for number in (from..to).rev() {
            let child = self.client.header(hash)?;
            hash = *child.ok_or(Failure::MissingBlock(number + 1))?.parent_hash();
            blocks.push(Place { number, hash });
        }
        blocks.reverse();
        Ok(blocks)
    }

    /// Asks the runtime in the state after the block `at`, or after the best block.
    ///
    /// It takes as long as the runtime does: an RPC method that asks is `blocking`, so that others do
    /// not wait for it.
    pub fn ask<R>(
        &self,
        at: Option<Hash>,
        question: impl FnOnce(&C::Api, Hash) -> Result<R, ApiError>,
    ) -> Result<R, Failure> {
        let hash = at.unwrap_or_else(|| self.client.info().best_hash);
        let api = self.client.runtime_api();
        question(&api, hash).map_err(|error| self.reason(hash, error, api.has_api::<A>(hash)))
    }

    /// Why a question to the runtime failed with `error`, when `has_api` says whether the runtime has
    /// the API. Looking only then costs nothing when it does not.
    fn reason(&self, hash: Hash, error: ApiError, has_api: Result<bool, ApiError>) -> Failure {
        let number = match self.client.number(hash) {
            Ok(Some(number)) => number,
            Ok(None) => return Failure::UnknownBlock(hash),
            Err(error) => return error.into(),
        };
        let place = Place { number, hash };
        match (error, has_api) {
            // As the client knows the block, this is how it says that the state is missing.
            (ApiError::UnknownBlock(_), _) => Failure::NoState(place),
            (_, Ok(false)) => Failure::NoApi { name: Self::name(), place },
            (error, _) => Failure::Runtime { place, error: error.to_string() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::MockChain;
    use aitbc_primitives::{consensus::PorApi, AccountId};

    /// A runtime that is never asked.
    #[derive(Clone, Default)]
    struct Silent;

    type Chain = MockChain<Silent>;

    sp_api::mock_impl_runtime_apis! {
        impl PorApi<Block, AccountId> for MockChain<Silent> {}
    }

    fn api(chain: Chain) -> Api<Chain, dyn PorApi<Block, AccountId>> {
        Api::new(Arc::new(chain))
    }

    fn reason(hash: Hash, error: ApiError, has_api: Result<bool, ApiError>) -> Failure {
        api(Chain::new(2)).reason(hash, error, has_api)
    }

    fn trap() -> ApiError {
        ApiError::Application("it trapped".into())
    }

    fn unknown_block() -> ApiError {
        ApiError::UnknownBlock("so it is".into())
    }

    #[test]
    fn failures_are_told_apart() {
        let hash = Chain::new(2).hash_of(2);
        let place = Place { number: 2, hash };
        let unknown = Hash::repeat_byte(1);
        assert_eq!(
            reason(unknown, unknown_block(), Err(unknown_block())),
            Failure::UnknownBlock(unknown)
        );
        assert_eq!(reason(hash, unknown_block(), Err(unknown_block())), Failure::NoState(place));
        let name = "PorApi";
        assert_eq!(reason(hash, trap(), Ok(false)), Failure::NoApi { name, place });
        for has_api in [Ok(true), Err(trap())] {
            assert_eq!(
                reason(hash, trap(), has_api),
                Failure::Runtime { place, error: "it trapped".into() }
            );
        }
    }

    #[test]
    fn place_is_that_of_a_block_or_of_the_best() {
        let mut mock = Chain::new(5);
        mock.best = 4;
        let place = |number| Place { number, hash: mock.hash_of(number) };
        let api = api(mock.clone());
        assert_eq!(api.place(None).unwrap(), place(4));
        assert_eq!(api.place(Some(mock.hash_of(2))).unwrap(), place(2));
        let unknown = Hash::repeat_byte(1);
        assert_eq!(api.place(Some(unknown)).unwrap_err(), Failure::UnknownBlock(unknown));
    }

    #[test]
    fn blocks_are_in_ascending_order() {
        let mock = Chain::new(5);
        let place = |number| Place { number, hash: mock.hash_of(number) };
        let blocks = |from, to| api(mock.clone()).blocks(from, to);
        assert_eq!(blocks(2, 4).unwrap(), [2, 3, 4].map(place));
        assert_eq!(blocks(5, 5).unwrap(), [place(5)]);
        assert_eq!(blocks(5, 6).unwrap_err(), Failure::MissingBlock(6));
    }
}
