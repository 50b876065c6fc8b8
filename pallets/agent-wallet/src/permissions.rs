//! What callers may do: an allow list over calls that carry no others, with a look at their arguments.

use crate::{
    types::{Caller, Permissions},
    Config, Error, Pallet,
};
use aitbc_primitives::agents::wallets::Permission;
use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::DispatchResult;

/// What a call is to a wallet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallClass<AccountId> {
    /// Callers may make it who have all of these permissions, at least one. It carries no other call and leaves
    /// nobody standing authority over tokens.
    Leaf {
        /// The permissions. [`Permission::Any`] is none of them: it stands for all.
        permissions: &'static [Permission],
        /// Whom it pays: each has to be a recipient that the caller is permitted to pay. With none, a call that
        /// needs [`Permission::Transfer`] is refused to callers whose recipients are restricted.
        recipients: Vec<AccountId>,
    },
    /// Only the owner may make it: it carries other calls, leaves standing authority over tokens or redirects
    /// income, so that no limit could hold afterwards. Or nobody has thought about it.
    OwnerOnly,
}

/// Knows what each call is to a wallet.
pub trait LeafCalls<AccountId, Call> {
    /// What `call` is.
    fn classify(call: &Call) -> CallClass<AccountId>;
}

/// Whether these permissions cover what a call needs.
fn cover(permissions: &Permissions, needed: &[Permission]) -> bool {
    let has = |permission: &Permission| {
        permissions.contains(permission) || permissions.contains(&Permission::Any)
    };
    !needed.is_empty() && needed.iter().all(has)
}

impl<T: Config> Pallet<T> {
    /// Whether a caller may make all of these calls.
    pub(crate) fn ensure_permitted<'a>(
        caller: &Caller<T::AccountId>,
        calls: impl IntoIterator<Item = &'a <T as Config>::RuntimeCall>,
    ) -> DispatchResult
    where
        <T as Config>::RuntimeCall: 'a,
    {
        for call in calls {
            let CallClass::Leaf { permissions, recipients } = T::LeafCalls::classify(call) else {
                return Err(Error::<T>::NotPermitted.into());
            };
            ensure!(cover(&caller.permissions, permissions), Error::<T>::NotPermitted);
            if let Some(permitted) = &caller.recipients {
                // What pays nobody knows whom is refused too.
                let is_named =
                    !permissions.contains(&Permission::Transfer) || !recipients.is_empty();
                let may_pay = recipients.iter().all(|recipient| permitted.contains(recipient));
                ensure!(is_named && may_pay, Error::<T>::WrongRecipient);
            }
        }
        Ok(())
    }
}
