/** The chain that all topics share. */

import type { ApiPromise } from "@polkadot/api";

import { keyPair } from "../../../harness/chain/accounts.ts";
import { sealedBlock, timeTravel } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { included, type Tx } from "../../../harness/chain/transactions.ts";
import { SOLE_VALIDATOR } from "../../../harness/network/dev-node.ts";
import { Node } from "../../../harness/node/node.ts";
import { after, before } from "../../../harness/test.ts";

/** A day on this chain, in milliseconds. */
export const DAY = 6_000;
/** What a brake answers. */
export const FILTERED = "system.CallFiltered";

export let node: Node;
export let api: ApiPromise;

before(async () => {
  const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
  node = await Node.start({ name: "openclaw", args, metrics: true });
  api = await node.api();
  // From here on time goes by whole slots.
  await timeTravel(node, "2027-01-01T00:00:00Z");
  await sealedBlock(node);
});
after(() => node?.stop());

/** How a transfer ends now: without an error, or with which. */
export async function transferred(): Promise<string | undefined> {
  const { address } = keyPair("//openclaw//receiver");
  const transfer = api.tx.balances.transferKeepAlive(address, AITBC);
  return (await included(api, transfer, keyPair("//Ferdie"))).error;
}

/** The call that sets a parameter. */
export function setParameter(group: string, name: string, value: unknown): Tx {
  const set = api.tx.parameters.setParameter as (parameter: unknown) => Tx;
  return set({ [group]: { [name]: [null, value] } });
}
