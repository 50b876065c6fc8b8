/** What the council of a test network decides. */

import type { ApiPromise } from "@polkadot/api";

import { keyPair } from "./accounts.ts";
import { eventsNamed, succeeds, type Tx } from "./chain.ts";

/** The council in the presets of development and test networks. */
export const COUNCIL = ["//Alice", "//Bob", "//Charlie", "//Dave", "//Eve"].map(keyPair);

/** Seats whose agreement decides. */
const THRESHOLD = 3;
/** Upper bound of what a motion may use. */
const LIMIT = { refTime: 10_000_000_000n, proofSize: 1_000_000n };

/** Lets the council propose, agree to and carry out `call`; throws when the call itself fails. */
export async function councilDecides(api: ApiPromise, call: Tx): Promise<void> {
  const { propose, vote, close } = api.tx.council;
  const members = COUNCIL.slice(0, THRESHOLD);
  const chair = members[0]!;
  const length = call.method.encodedLength;

  const proposed = await succeeds(api, propose!(THRESHOLD, call, length), chair);
  const { proposalHash, proposalIndex } = eventsNamed(proposed, "council.Proposed")[0]!;
  const agreed = members.map((member) =>
    succeeds(api, vote!(proposalHash, proposalIndex, true), member),
  );
  await Promise.all(agreed);
  const closed = await succeeds(api, close!(proposalHash, proposalIndex, LIMIT, length), chair);

  const result = eventsNamed(closed, "council.Executed")[0]?.["result"];
  if (result !== "ok") throw new Error(`the council's motion ended with ${result}`);
}
