//! A runtime, and a state in which many accounts hold tokens.

use crate::chain::Chain;
use aitbc_bench_support::{wasm::Wasm, Result};
use aitbc_primitives::{presets, time::MINUTE, token::AITBC, AccountId, Balance, Moment};
use aitbc_runtime::{Nonce, Runtime};
use aitbc_test_support::START;
use codec::{Decode, Encode};
use frame_system::{Account, AccountInfo};
use pallet_balances::TotalIssuance;
use pallet_voting_power::{AccountData, Record};
use sp_io::hashing::blake2_256;
use sp_storage::Storage;

/// What each account has.
const BALANCE: Balance = 10_000 * AITBC;

/// How many entries a crowded map has, as many as there are accounts where the database was measured, of so many bytes.
const CROWD: u32 = 1_000_000;
const BYTES: usize = 64;

/// What the keys of a map begin with.
pub type Prefix = Vec<u8>;

/// So recently that another change of a balance keeps no point of its history.
pub const RECENTLY: Moment = START - MINUTE;

/// Long enough ago to vote with a balance. The next change of it keeps the first point of its history.
pub const ALWAYS: Moment = 0;

/// A runtime, and what is in the state besides its genesis.
pub struct World {
    wasm: Wasm,
    accounts: u32,
}

impl World {
    /// The runtime of this build, and so many accounts.
    pub fn new(accounts: u32) -> Result<Self> {
        let code = aitbc_runtime::WASM_BINARY.ok_or("this was built without the runtime's Wasm")?;
        Ok(Self { wasm: Wasm::new(code.to_vec()), accounts })
    }

    /// How many accounts there are besides users.
    pub fn accounts(&self) -> u32 {
        self.accounts
    }

    /// A chain on which each of these users has had tokens since a time, and these maps have many entries.
    pub fn chain(&self, users: &[(&[AccountId], Moment)], crowded: &[Prefix]) -> Result<Chain<'_>> {
        let mut genesis = self.wasm.genesis(presets::DEVELOPMENT)?;
        crowded.iter().for_each(|map| crowd(&mut genesis, map));
        put_accounts(&mut genesis, (0..self.accounts).map(holder), RECENTLY)?;
        for (users, since) in users {
            put_accounts(&mut genesis, users.iter().cloned(), *since)?;
        }
        Chain::start(&self.wasm, genesis)
    }
}

/// The account with this number, of which nobody has the keys.
pub fn holder(number: u32) -> AccountId {
    AccountId::new(blake2_256(&("holder", number).encode()))
}

/// Where the account of `who` is stored.
pub fn key_of(who: &AccountId) -> Vec<u8> {
    Account::<Runtime>::hashed_key_for(who)
}

/// What is stored of an account with so many tokens, whose balance has not changed since this time.
pub fn account(free: Balance, since: Moment) -> Vec<u8> {
    let record = Record { since, kept: since, ..Default::default() };
    let data = AccountData { free, record, ..Default::default() };
    let info: AccountInfo<Nonce, AccountData<Balance>> =
        AccountInfo { providers: 1, data, ..Default::default() };
    info.encode()
}

/// Gives a map entries that nobody looks at, so that a path to one of the others is as long as on a chain that has been
/// used for long.
fn crowd(state: &mut Storage, map: &Prefix) {
    let keys = (0..CROWD).map(|number| [&map[..], &blake2_256(&number.encode())].concat());
    state.top.extend(keys.map(|key| (key, vec![0; BYTES])));
}

/// Gives all of them tokens, which they have had since this time.
fn put_accounts(
    state: &mut Storage,
    owners: impl Iterator<Item = AccountId>,
    since: Moment,
) -> Result<()> {
    let info = account(BALANCE, since);
    let mut new: Balance = 0;
    for who in owners {
        state.top.insert(key_of(&who), info.clone());
        new += BALANCE;
    }
    let key = TotalIssuance::<Runtime>::hashed_key().to_vec();
    let before = match state.top.get(&key) {
        Some(bytes) => Balance::decode(&mut &bytes[..])?,
        None => 0,
    };
    state.top.insert(key, (before + new).encode());
    Ok(())
}
