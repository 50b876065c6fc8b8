/** Accounts that send transactions with each block. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

export interface Traffic {
  /** Sends nothing more; throws if something could not be sent. */
  stop(): Promise<void>;
}

/** Lets `account` send `count` remarks whenever there is a new best block, until that is stopped. */
export async function traffic(
  api: ApiPromise,
  account: KeyringPair,
  count: number,
): Promise<Traffic> {
  let nonce = (await api.rpc.system.accountNextIndex(account.address)).toNumber();
  let sending: Promise<unknown> = Promise.resolve();
  const send = async () => {
    for (let sent = 0; sent < count; sent++) {
      // Immortal: what a fork has orphaned may wait for long.
      await api.tx.system.remark("0x").signAndSend(account, { nonce, era: 0 });
      nonce += 1;
    }
  };
  const unsubscribe = await api.rpc.chain.subscribeNewHeads(() => {
    sending = sending.then(send);
    // Whoever stops it learns of a failure.
    sending.catch(() => undefined);
  });
  return {
    async stop() {
      unsubscribe();
      await sending;
    },
  };
}
