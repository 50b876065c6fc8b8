//! What histories are measured against: accounts as pallet-balances stores them by itself. Only with
//! the feature `stock-accounts`, for `scripts/bench.sh voting-power`.

use crate::{AccountId, Balance, Runtime, System};
use frame_support::traits::StoredMap;
use pallet_voting_power::AccountData;
use sp_runtime::DispatchError;

type Stock = pallet_balances::AccountData<Balance>;

/// Takes the place of the pallet as `AccountStore`, and leaves the record of an account as it is.
/// That one is stored nevertheless is the only difference to a chain without the pallet: 48 bytes
/// more for each account.
pub struct StockAccounts;

impl StoredMap<AccountId, Stock> for StockAccounts {
    fn get(who: &AccountId) -> Stock {
        stock(&frame_system::Account::<Runtime>::get(who).data)
    }

    fn try_mutate_exists<R, E: From<DispatchError>>(
        who: &AccountId,
        f: impl FnOnce(&mut Option<Stock>) -> Result<R, E>,
    ) -> Result<R, E> {
        System::try_mutate_exists(who, |data: &mut Option<AccountData<Balance>>| {
            let record = data.as_ref().map(|data| data.record).unwrap_or_default();
            let mut known = data.as_ref().map(stock);
            let result = f(&mut known)?;
            *data = known.map(|known| AccountData {
                free: known.free,
                reserved: known.reserved,
                frozen: known.frozen,
                flags: known.flags,
                record,
            });
            Ok(result)
        })
    }
}

/// What pallet-balances knows of an account.
fn stock(data: &AccountData<Balance>) -> Stock {
    Stock {
        free: data.free,
        reserved: data.reserved,
        frozen: data.frozen,
        flags: data.flags.clone(),
    }
}
