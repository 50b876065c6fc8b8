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
        frame_system::Account::<Runtime>::get(who).data.split().0
    }

    fn try_mutate_exists<R, E: From<DispatchError>>(
        who: &AccountId,
        f: impl FnOnce(&mut Option<Stock>) -> Result<R, E>,
    ) -> Result<R, E> {
        System::try_mutate_exists(who, |data: &mut Option<AccountData<Balance>>| {
            let (mut stock, record) = data.take().map(AccountData::split).unzip();
            let result = f(&mut stock)?;
            *data = stock.map(|stock| AccountData::join(stock, record.unwrap_or_default()));
            Ok(result)
        })
    }
}
