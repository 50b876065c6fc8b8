//! `gpu_*`: GPUs that are staked, the pools that they are in, and rewards.

use super::{chain::Api, failure::Failure};
use aitbc_primitives::{
    json::Amount,
    market::gpu::{GpuPoolId, GpuPoolView, GpuPositionView, GpuStakingApi, PositionId, Unbonding},
    opaque::Block,
    AccountId,
};
use jsonrpsee::{core::RpcResult, proc_macros::rpc};
use sp_api::ProvideRuntimeApi;
use sp_blockchain::HeaderBackend;

/// Methods about GPUs that are staked, in the state after the best block. They run on threads that may block.
/// Errors are those of [`Failure`].
#[rpc(client, server, namespace = "gpu")]
pub trait GpuMethods {
    /// The pools, newest first: all that are open, of which there are at most 64, and those of the newest 64
    /// that are closed.
    #[method(name = "pools", blocking)]
    fn pools(&self) -> RpcResult<Vec<GpuPoolView>>;

    /// A pool: its utilisation, what it emits now, and for how many days its funds last at that.
    #[method(name = "pool", blocking)]
    fn pool(&self, id: GpuPoolId) -> RpcResult<GpuPoolView>;

    /// A position.
    #[method(name = "position", blocking)]
    fn position(&self, id: PositionId) -> RpcResult<GpuPositionView<AccountId>>;

    /// The positions of an account, newest first. There are at most 16.
    #[method(name = "positions", blocking)]
    fn positions(&self, provider: AccountId) -> RpcResult<Vec<GpuPositionView<AccountId>>>;

    /// The collateral of an account that is on its way out, the oldest first. There are at most 16 parts.
    #[method(name = "unbondings", blocking)]
    fn unbondings(&self, provider: AccountId) -> RpcResult<Vec<Unbonding>>;

    /// What an account could claim in a pool now, in the smallest unit.
    #[method(name = "claimable", blocking)]
    fn claimable(&self, pool: GpuPoolId, provider: AccountId) -> RpcResult<Amount>;
}

impl<C> GpuMethodsServer for Api<C, dyn GpuStakingApi<Block, AccountId>>
where
    C: ProvideRuntimeApi<Block> + HeaderBackend<Block> + 'static,
    C::Api: GpuStakingApi<Block, AccountId>,
{
    fn pools(&self) -> RpcResult<Vec<GpuPoolView>> {
        Ok(self.ask(None, |api, at| api.gpu_pools(at))?)
    }

    fn pool(&self, id: GpuPoolId) -> RpcResult<GpuPoolView> {
        let pool = self.ask(None, |api, at| api.gpu_pool(at, id))?;
        Ok(pool.ok_or(Failure::UnknownGpuPool(id))?)
    }

    fn position(&self, id: PositionId) -> RpcResult<GpuPositionView<AccountId>> {
        let position = self.ask(None, |api, at| api.gpu_position(at, id))?;
        Ok(position.ok_or(Failure::UnknownPosition(id))?)
    }

    fn positions(&self, provider: AccountId) -> RpcResult<Vec<GpuPositionView<AccountId>>> {
        Ok(self.ask(None, |api, at| api.gpu_positions(at, provider))?)
    }

    fn unbondings(&self, provider: AccountId) -> RpcResult<Vec<Unbonding>> {
        Ok(self.ask(None, |api, at| api.gpu_unbondings(at, provider))?)
    }

    fn claimable(&self, pool: GpuPoolId, provider: AccountId) -> RpcResult<Amount> {
        let amount = self.ask(None, |api, at| api.gpu_claimable(at, pool, provider))?;
        Ok(amount.map(Amount).ok_or(Failure::UnknownGpuPool(pool))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        mock::{account, Answer, MockChain},
        rpc::call::call,
    };
    use aitbc_primitives::{Balance, Hash};
    use jsonrpsee::types::ErrorObjectOwned;
    use serde_json::{json, Value};
    use sp_runtime::Permill;
    use std::sync::Arc;

    /// Pools 0 and 1, and positions 0 to 2 of account 1, of which the first two are on their way out.
    #[derive(Clone, Default)]
    struct Runtime;

    type Chain = MockChain<Runtime>;

    sp_api::mock_impl_runtime_apis! {
        impl GpuStakingApi<Block, AccountId> for MockChain<Runtime> {
            #[advanced]
            fn gpu_pools(&self, at: Hash) -> Answer<Vec<GpuPoolView>> {
                self.ask(at)?;
                Ok(vec![pool(1), pool(0)])
            }

            #[advanced]
            fn gpu_pool(&self, at: Hash, id: GpuPoolId) -> Answer<Option<GpuPoolView>> {
                self.ask(at)?;
                Ok((id < 2).then(|| pool(id)))
            }

            #[advanced]
            fn gpu_position(
                &self,
                at: Hash,
                id: PositionId,
            ) -> Answer<Option<GpuPositionView<AccountId>>> {
                self.ask(at)?;
                Ok((id < 3).then(|| position(id)))
            }

            #[advanced]
            fn gpu_positions(
                &self,
                at: Hash,
                provider: AccountId,
            ) -> Answer<Vec<GpuPositionView<AccountId>>> {
                self.ask(at)?;
                let ids = if provider == account(1) { 0..3 } else { 0..0 };
                Ok(ids.rev().map(position).collect())
            }

            #[advanced]
            fn gpu_unbondings(&self, at: Hash, provider: AccountId) -> Answer<Vec<Unbonding>> {
                self.ask(at)?;
                let of = if provider == account(1) { 0..2 } else { 0..0 };
                Ok(of.map(unbonding).collect())
            }

            #[advanced]
            fn gpu_claimable(
                &self,
                at: Hash,
                pool: GpuPoolId,
                provider: AccountId,
            ) -> Answer<Option<Balance>> {
                self.ask(at)?;
                let amount = if provider == account(1) { Balance::MAX } else { 0 };
                Ok((pool < 2).then_some(amount))
            }
        }
    }

    fn pool(id: GpuPoolId) -> GpuPoolView {
        GpuPoolView {
            id,
            name: "standard".into(),
            unit: "a unit".into(),
            closed: false,
            rate: 1,
            match_ratio: Permill::from_percent(50),
            min_price: 2,
            max_price: 3,
            per_unit: 4,
            audit: None,
            power: 400,
            allocated: 200,
            utilisation: Permill::from_percent(50),
            weight: 5,
            providers: 6,
            collateral: 7,
            funds: Balance::MAX,
            owed: 8,
            bootstrap_left: 9,
            allowance: 10,
            emission: 11,
            days_left: Some(22),
        }
    }

    fn position(id: PositionId) -> GpuPositionView<AccountId> {
        GpuPositionView {
            id,
            provider: account(1),
            pool: 1,
            power: 30,
            usable: 20,
            allocated: 10,
            free: 10,
            collateral: 200,
            earmarked: 5,
            per_unit: 10,
            lock: 604_800_000,
            locked_until: 1_797_897_600_000,
            multiplier: 1_000,
            spec_hash: Hash::repeat_byte(1),
        }
    }

    fn unbonding(position: PositionId) -> Unbonding {
        Unbonding { position, amount: Balance::MAX, matures: 1_797_897_600_000 }
    }

    async fn ask(method: &str, parameters: Value) -> Result<Value, ErrorObjectOwned> {
        ask_chain(&Chain::new(1), method, parameters).await
    }

    async fn ask_chain(
        chain: &Chain,
        method: &str,
        parameters: Value,
    ) -> Result<Value, ErrorObjectOwned> {
        let methods = Api::new(Arc::new(chain.clone()));
        call(methods.into_rpc(), method, parameters).await
    }

    /// The numbers of what is in a list.
    fn numbers(list: Value) -> Vec<u64> {
        list.as_array().unwrap().iter().map(|entry| entry["id"].as_u64().unwrap()).collect()
    }

    #[tokio::test]
    async fn pool_is_told_with_its_figures() {
        let pool = json!({
            "id": 1,
            "name": "standard",
            "unit": "a unit",
            "closed": false,
            "rate": "1",
            "matchRatio": 500_000,
            "minPrice": "2",
            "maxPrice": "3",
            "perUnit": "4",
            "audit": null,
            "power": 400,
            "allocated": 200,
            "utilisation": 500_000,
            "weight": "5",
            "providers": 6,
            "collateral": "7",
            "funds": "340282366920938463463374607431768211455",
            "owed": "8",
            "bootstrapLeft": "9",
            "allowance": "10",
            "emission": "11",
            "daysLeft": 22,
        });
        assert_eq!(ask("gpu_pool", json!([1])).await.unwrap(), pool);
        let pools = ask("gpu_pools", json!([])).await.unwrap();
        assert_eq!(pools[0], pool);
        assert_eq!(numbers(pools), [1, 0]);
    }

    #[tokio::test]
    async fn position_is_told_with_its_lock() {
        let position = json!({
            "id": 2,
            "provider": account(1).to_string(),
            "pool": 1,
            "power": 30,
            "usable": 20,
            "allocated": 10,
            "free": 10,
            "collateral": "200",
            "earmarked": "5",
            "perUnit": "10",
            "lock": 604_800_000,
            "lockedUntil": 1_797_897_600_000_u64,
            "multiplier": 1_000,
            "specHash": format!("0x{}", "01".repeat(32)),
        });
        assert_eq!(ask("gpu_position", json!([2])).await.unwrap(), position);
        let positions = ask("gpu_positions", json!([account(1).to_string()])).await.unwrap();
        assert_eq!(positions[0], position);
        assert_eq!(numbers(positions), [2, 1, 0]);
        let none = ask("gpu_positions", json!([account(2).to_string()])).await.unwrap();
        assert_eq!(none, json!([]));
    }

    #[tokio::test]
    async fn unbonding_is_told_with_its_end() {
        let part = |position| {
            json!({
                "position": position,
                "amount": "340282366920938463463374607431768211455",
                "matures": 1_797_897_600_000_u64,
            })
        };
        let unbondings = |index| ask("gpu_unbondings", json!([account(index).to_string()]));
        assert_eq!(unbondings(1).await.unwrap(), json!([part(0), part(1)]));
        assert_eq!(unbondings(2).await.unwrap(), json!([]));
    }

    #[tokio::test]
    async fn claimable_is_a_string_of_digits() {
        let claimable = |index| ask("gpu_claimable", json!([1, account(index).to_string()]));
        assert_eq!(claimable(1).await.unwrap(), "340282366920938463463374607431768211455");
        assert_eq!(claimable(2).await.unwrap(), "0");
    }

    #[tokio::test]
    async fn what_is_not_there_fails() {
        for (method, parameters, code, message) in [
            ("gpu_pool", json!([2]), 20_403, "there is no GPU pool 2"),
            ("gpu_claimable", json!([2, account(1).to_string()]), 20_403, "there is no GPU pool 2"),
            ("gpu_position", json!([3]), 20_404, "there is no position 3"),
        ] {
            let error = ask(method, parameters).await.unwrap_err();
            assert_eq!((error.code(), error.message()), (code, message));
        }
    }

    #[tokio::test]
    async fn garbage_is_refused_as_a_parameter() {
        for (method, parameters) in [
            ("gpu_pool", json!([])),
            ("gpu_pool", json!(["1"])),
            ("gpu_position", json!([-1])),
            ("gpu_positions", json!(["Alice"])),
            ("gpu_unbondings", json!([])),
            ("gpu_claimable", json!([1])),
        ] {
            let error = ask(method, parameters.clone()).await.unwrap_err();
            assert_eq!(error.code(), -32602, "{method} {parameters}");
        }
    }

    #[tokio::test]
    async fn failing_runtime_is_quoted() {
        let mut chain = Chain::new(1);
        chain.broken = Some(1);
        for (method, parameters) in [
            ("gpu_pools", json!([])),
            ("gpu_pool", json!([1])),
            ("gpu_position", json!([1])),
            ("gpu_positions", json!([account(1).to_string()])),
            ("gpu_unbondings", json!([account(1).to_string()])),
            ("gpu_claimable", json!([1, account(1).to_string()])),
        ] {
            let error = ask_chain(&chain, method, parameters).await.unwrap_err();
            assert_eq!(error.code(), 20_005, "{method}");
        }
    }
}
