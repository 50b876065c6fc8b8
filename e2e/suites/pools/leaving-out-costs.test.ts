/** A validator leaves the transactions of somebody out of its blocks. */

import { blocks, rotations, type Block } from "../../harness/chain/blocks.ts";
import { closedPools } from "../../harness/chain/pools.ts";
import { finalisedNumber, fundedAccounts } from "../../harness/chain/transactions.ts";
import { keyPair } from "../../harness/chain/accounts.ts";
import { traffic } from "../../harness/chain/traffic.ts";
import { until } from "../../harness/deadline.ts";
import { setSlotDuration } from "../../harness/network/genesis.ts";
import {
  bestNumber,
  booked,
  fiveValidators,
  gained,
  SIZE,
  votesAgainst,
} from "../../harness/network/judged.ts";
import type { Network } from "../../harness/network/network.ts";
import { validators } from "../../harness/network/validators.ts";
import { afterEach, assert, describe, it, longTier } from "../../harness/test.ts";
import { freshDirectory, useWorkspace } from "../../harness/workspace.ts";

/** Index of the byzantine validator. */
const OFFENDER = SIZE - 1;
/** Milliseconds: what is sent with a block reaches everybody half a slot before the next one. */
const SLOT = 2_000;
/** Transactions of the censored account in a slot. */
const PER_SLOT = 2;
/** Blocks of one author in which somebody was left out, after which the next one is bad. */
const PATIENCE = 3;
/** Blocks in which nodes have started and begin to judge. */
const START = 15;
/** Blocks until a pool has closed, with those until that is final. */
const CLOSED_AFTER = 15;
/** Blocks of the offender that are waited for: of one that censors an account, and of one that leaves out votes. */
const BLOCKS = 16;
const BLOCKS_WITH_VOTES = 30;
/** Time for so many blocks of one of five, on a busy machine. */
const SECONDS = 900;

let network: Network | undefined;

afterEach(async () => {
  await network?.stop();
  network = undefined;
});

describe("a validator that censors an account", () => {
  const SENDER = "//pools//censored";

  it("loses reputation with most of its blocks, and everybody else gains", longTier, async () => {
    const begun = await start([`censor=${keyPair(SENDER).address}`]);
    const api = await begun.nodes[0]!.api();
    await finalisedNumber(api, START, SECONDS);
    const [sender] = await fundedAccounts(api, SENDER);
    const since = await bestNumber(api);
    const sending = await traffic(api, sender, PER_SLOT);
    const chain = await afterBlocksOf(begun, since, BLOCKS);
    await sending.stop();

    for (const { number, author, hash } of chain.slice(since)) {
      if (author !== offender(begun)) continue;
      const { block } = await api.rpc.chain.getBlock(hash);
      const signed = block.extrinsics.filter(({ isSigned }) => isSigned);
      const senders = signed.map(({ signer }) => signer.toString());
      assert.ok(!senders.includes(sender.address), `block ${number}`);
    }
    mostAreBad(begun, chain, since, PATIENCE);
    await onlyTheOffenderLoses(begun, chain);
  });
});

describe("a validator that leaves out the votes of all others", () => {
  it("loses reputation with most of its blocks, and everybody else gains", longTier, async () => {
    const voters = validators(OFFENDER).map(({ address }) => `omit-votes=${address}`);
    const begun = await start(voters);
    const chain = await afterBlocksOf(begun, 0, BLOCKS_WITH_VOTES);
    const own = chain.filter(({ author }) => author === offender(begun));
    const others = new Set(validators(OFFENDER).map(({ address }) => address));
    for (const { events, number } of own) {
      const votes = events.filter(({ name }) => name === "validationPool.Voted");
      const heard = votes.filter(({ data }) => others.has(data["voter"]!));
      assert.deepEqual(heard, [], `block ${number}`);
    }
    // Not in each of its slots does a vote wait, so it takes longer until somebody has missed four.
    mostAreBad(begun, chain, 0, BLOCKS_WITH_VOTES / 2);
    await onlyTheOffenderLoses(begun, chain);
  });
});

async function start(misbehave: string[]): Promise<Network> {
  // Else the network of the test before would go on.
  useWorkspace(freshDirectory("network"));
  network = await fiveValidators({
    byzantine: { [OFFENDER]: misbehave },
    change: (spec) => setSlotDuration(spec, SLOT),
  });
  return network;
}

function offender(begun: Network): string {
  return begun.validators[OFFENDER]!.address;
}

/** The final chain when `count` blocks of the offender after block `since` are judged. */
async function afterBlocksOf(begun: Network, since: number, count: number): Promise<Block[]> {
  const api = await begun.nodes[0]!.api();
  let chain: Block[] = [];
  const last = await until(SECONDS, `${count} blocks of the offender`, async () => {
    const best = await bestNumber(api);
    if (best > chain.length) chain.push(...(await blocks(api, chain.length + 1, best)));
    const own = chain.filter(({ author, number }) => author === offender(begun) && number > since);
    return own[count - 1];
  });
  const final = await finalisedNumber(api, last.number + CLOSED_AFTER, SECONDS);
  return blocks(api, 1, final.number.toNumber());
}

/** Throws unless most of the blocks of the offender after the first `few` since block `since` were not accepted. */
function mostAreBad(begun: Network, chain: Block[], since: number, few: number): void {
  const beginnings = rotations(chain).map(({ number }) => number);
  const outcomes = new Map(closedPools(chain).map(({ block, outcome }) => [block, outcome]));
  const own = chain
    .filter(({ author, number }) => author === offender(begun) && number > since)
    .slice(few)
    .filter(({ number }) => outcomes.has(number) && !beginnings.includes(number))
    .map(({ number }) => outcomes.get(number)!);
  const bad = own.filter((outcome) => ["Rejected", "Contested"].includes(outcome));
  assert.ok(2 * bad.length > own.length, own.join());
  assert.ok(bad.includes("Rejected"), own.join());
}

async function onlyTheOffenderLoses(begun: Network, chain: Block[]): Promise<void> {
  const { book } = await booked(begun, SLOT, chain.length);
  const api = await begun.nodes[0]!.api();
  for (const { address } of begun.validators) {
    const change = await gained(api, book, address);
    if (address === offender(begun)) assert.ok(change < 0n, `the offender has gained ${change}`);
    else assert.ok(change > 0n, `${address} has lost ${-change}`);
  }
  // Nobody but the offender is judged to be bad.
  const authors = new Map(chain.map(({ number, author }) => [number, author]));
  const wronged = closedPools(chain).filter(
    ({ block, outcome }) => outcome === "Rejected" && authors.get(block) !== offender(begun),
  );
  assert.deepEqual(wronged, []);
  assert.ok(votesAgainst(chain).length > 0);
}
