/** Clients watch what waits in front of the pool, in the states they know; polkadot.js does so in `waiting-room`. */

import type { ApiPromise } from "@polkadot/api";
import { stringToU8a } from "@polkadot/util";
import { getPolkadotSigner } from "polkadot-api/signer";
import { filter, firstValueFrom } from "rxjs";

import { fundedAccounts, signedBytes } from "../../harness/chain/transactions.ts";
import { lightClient } from "../../harness/clients/light-client.ts";
import { papiClient } from "../../harness/clients/papi.ts";
import { buildSubxt, watchedBySubxt } from "../../harness/clients/subxt.ts";
import { watchedByPapi, watchedBySmoldot, type Watched } from "../../harness/clients/watched.ts";
import { until, within } from "../../harness/deadline.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { metrics } from "../../harness/node/metrics.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Seconds until what is sent must be final. */
const SECONDS = 60;
/** How the node counts rivals that it has refused. */
const REFUSALS = 'aitbc_pool_refused_total{reason="too_low_priority"}';

let node: Node;
let api: ApiPromise;

before(async () => {
  node = await Node.start({ name: "watched", args: SOLE_VALIDATOR, metrics: true });
  api = await node.api();
});
after(() => node?.stop());

/** What was sent, once it waits in front of the pool. */
async function waiting(sent: Watched): Promise<Watched> {
  await until(SECONDS, "it to wait", async () => {
    const { waiting } = await node.rpc<{ waiting: number }>("backlog_status");
    return waiting === 1 ? true : undefined;
  });
  return sent;
}

/** A rival of what waits: another of its nonce that pays no more, once the node has refused it. */
async function refused(send: () => Watched): Promise<Watched> {
  const refusals = async () => (await metrics(node)).get(REFUSALS)!;
  const before = await refusals();
  const sent = send();
  await until(SECONDS, "the node to refuse it", async () =>
    (await refusals()) > before ? true : undefined,
  );
  return sent;
}

/** Waits until the clients tell no more of these. */
async function end(...all: Watched[]): Promise<void> {
  const told = () => all.map(({ told }) => told.join(", ")).join("; ");
  const ended = Promise.all(all.map(({ ended }) => ended));
  await within(SECONDS, "the clients to tell all", ended, told);
}

describe("a transaction that waits for another of its sender", () => {
  it("is watched by polkadot-api, which learns that its rival is invalid", async () => {
    const [sender] = await fundedAccounts(api, "//watched//papi");
    const client = papiClient(node);
    const signer = getPolkadotSigner(sender.publicKey, "Sr25519", (bytes) => sender.sign(bytes));
    const { remark } = client.getUnsafeApi().tx["System"]!;
    const send = (nonce: number, text: string) =>
      watchedByPapi(remark!({ remark: stringToU8a(text) }).signSubmitAndWatch(signer, { nonce }));

    const later = await waiting(send(1, "later"));
    const rival = await refused(() => send(1, "rival"));
    const first = send(0, "first");
    await end(later, rival, first);
    client.destroy();

    const states = ["signed", "broadcasted", "found", "finalized"];
    assert.deepEqual(later.told, states);
    assert.deepEqual(first.told, states);
    // The node does not answer to broadcasts; the client asks the chain once the place is taken.
    const stale = JSON.stringify({ type: "Invalid", value: { type: "Stale" } });
    assert.deepEqual(rival.told, ["signed", "broadcasted", stale]);
  });

  it("is watched by smoldot, which sends it over the network, and nothing of a used nonce", async () => {
    const [sender] = await fundedAccounts(api, "//watched//smoldot");
    const { papi, stop } = await lightClient(await rawSpec("e2e"), [node]);
    const send = async (nonce: number, text: string) => {
      const bytes = await signedBytes(api, api.tx.system.remark(text), sender, { nonce });
      return watchedBySmoldot(papi, bytes);
    };
    // What it is given before it has found the best block, it drops.
    const best = (await api.rpc.chain.getHeader()).number.toNumber();
    const found = papi.finalizedBlock$.pipe(filter(({ number }) => number >= best));
    await within(SECONDS, `smoldot to follow to block ${best}`, firstValueFrom(found));

    const later = await waiting(await send(1, "later"));
    const first = await send(0, "first");
    await end(later, first);
    const late = await send(0, "late");
    await end(late);
    await stop();

    const states = ["validated", "broadcasted", "bestChainBlockIncluded", "finalized"];
    assert.deepEqual(later.told, states);
    assert.deepEqual(first.told, states);
    assert.deepEqual(late.told, ["invalid: Invalid transaction: Stale"]);
  });

  it("is watched by subxt, which is told why its rival is refused", longTier, async () => {
    const secret = "//watched//subxt";
    await fundedAccounts(api, secret);
    const program = await buildSubxt();
    const send = (nonce: number, text: string) =>
      watchedBySubxt(program, node, secret, nonce, text);

    const later = await waiting(send(1, "later"));
    const rival = await refused(() => send(1, "rival"));
    const first = send(0, "first");
    await end(later, rival, first);

    assert.deepEqual(later.told, ["Validated", "Validated", "InBestBlock", "InFinalizedBlock"]);
    assert.deepEqual(first.told, ["Validated", "InBestBlock", "InFinalizedBlock"]);
    const low = "Invalid: The priority of the transaction is too low (pool 0 > current 0)";
    assert.deepEqual(rival.told, [low]);
  });
});
