//! Transactions, signed before they are due.

use crate::{
    profile::{Kind, Stream},
    users, Result,
};
use aitbc_primitives::token::MICRO;
use aitbc_runtime::{transaction, Hash, Nonce, Signature};
use codec::Encode;
use sp_core::{sr25519, Pair};
use sp_io::hashing::blake2_256;

/// A transaction that is signed.
#[derive(Debug)]
pub struct Operation {
    /// Which sender of the stream signed it.
    pub sender: u32,
    /// What it does.
    pub kind: Kind,
    /// By which it is known in a block.
    pub hash: Hash,
    /// As it is sent.
    pub hex: String,
}

/// The first `most` transactions of a stream, for the chain with this genesis. `nonces` are the next ones of its
/// senders, who send in turn.
pub fn sign(
    stream: &Stream,
    most: usize,
    genesis: Hash,
    nonces: &[Nonce],
) -> Result<Vec<Operation>> {
    let users: Vec<_> = users::of(stream).collect();
    if users.len() != nonces.len() {
        return Err(format!("{} nonces of {} senders", nonces.len(), users.len()).into());
    }
    let workers = std::thread::available_parallelism()?.get();
    let part = most.div_ceil(workers).max(1);
    std::thread::scope(|scope| {
        let parts: Vec<_> = (0..most)
            .step_by(part)
            .map(|from| {
                let to = most.min(from + part);
                let users = &users;
                scope.spawn(move || {
                    (from..to).map(|index| one(stream, users, genesis, nonces, index)).collect()
                })
            })
            .collect();
        let mut all = Vec::with_capacity(most);
        for part in parts {
            let signed: Vec<_> = part.join().map_err(|_| "a thread that signs has panicked")?;
            all.extend(signed);
        }
        Ok(all)
    })
}

fn one(
    stream: &Stream,
    users: &[sr25519::Pair],
    genesis: Hash,
    nonces: &[Nonce],
    index: usize,
) -> Operation {
    let (round, sender) = (index / users.len(), index % users.len());
    // Each time round it is the next one's turn, so that all senders send all kinds.
    let kind = stream.kinds[(sender + round) % stream.kinds.len()];
    let call = match kind {
        Kind::Transfer => {
            let receiver = users::account(&users[(sender + 1) % users.len()]);
            pallet_balances::Call::transfer_keep_alive { dest: receiver.into(), value: MICRO }
                .into()
        }
        Kind::Remark => frame_system::Call::remark { remark: index.to_le_bytes().to_vec() }.into(),
    };
    let nonce = nonces[sender] + round as Nonce;
    let keys = &users[sender];
    let sign = |bytes: &[u8]| Signature::Sr25519(keys.sign(bytes));
    let who = users::account(keys);
    let bytes = transaction::signed(call, who, nonce, stream.tip.into(), genesis, sign).encode();
    Operation {
        sender: sender as u32,
        kind,
        hash: blake2_256(&bytes).into(),
        hex: sp_core::bytes::to_hex(&bytes, false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;

    const GENESIS: Hash = Hash::repeat_byte(7);

    fn stream() -> Stream {
        let text = "patience = 1\n[[stream]]\nname = \"a\"\nsenders = 3\nkinds = [\"transfer\", \"remark\"]\n\
            phases = [{ seconds = 1, from = 8, to = 8 }]";
        Profile::parse(text).unwrap().streams.remove(0)
    }

    #[test]
    fn senders_take_turns_and_send_all_kinds() {
        let operations = sign(&stream(), 8, GENESIS, &[5, 0, 0]).unwrap();
        let senders: Vec<_> = operations.iter().map(|each| each.sender).collect();
        assert_eq!(senders, [0, 1, 2, 0, 1, 2, 0, 1]);
        use Kind::{Remark, Transfer};
        let of_first: Vec<_> = [0, 3, 6].map(|index: usize| operations[index].kind).into();
        assert_eq!(of_first, [Transfer, Remark, Transfer]);
        let hashes: std::collections::BTreeSet<_> =
            operations.iter().map(|each| each.hash).collect();
        assert_eq!(hashes.len(), 8);
    }
}
