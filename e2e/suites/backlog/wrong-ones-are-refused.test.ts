/** A node is given 100 000 transactions in a row that are wrong, and goes on. */

import { randomBytes } from "node:crypto";

import type { ApiPromise } from "@polkadot/api";
import { compactAddLength, u8aToHex } from "@polkadot/util";

import { faucet } from "../../harness/chain/accounts.ts";
import { fundedAccounts, signedBytes, succeeds } from "../../harness/chain/transactions.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { metrics } from "../../harness/node/metrics.ts";
import { Node } from "../../harness/node/node.ts";
import { RpcError } from "../../harness/node/rpc.ts";
import { after, assert, before, describe, it, longTier } from "../../harness/test.ts";

/** Wrong transactions of each kind, and how many of them are in a request. */
const EACH = 25_000;
const IN_REQUEST = 500;
/** Those of each kind after which a node has all the memory that it needs for them. */
const FIRST = 2_500;
/** The bytes that it may have beyond that: a few hundred for each of the others. */
const MORE_MEMORY = 32 << 20;
const SIGNATURE_BYTES = 64;
const GARBAGE_BYTES = 100;

/** Transactions that are wrong in the same way. */
interface Kind {
  /** A new one. */
  make: () => string;
  /** The code of the answer, and what else it says. */
  code: number;
  says: RegExp;
}

let node: Node;

before(async () => {
  if (longTier.skip) return;
  // What the pool refuses it refuses for long, as on networks.
  const args = [...SOLE_VALIDATOR, "--tx-ban-seconds", "1800"];
  node = await Node.start({ name: "flooded", args, metrics: true });
});

after(() => node?.stop());

const random = (bytes: number) => randomBytes(bytes).toString("hex");

async function kinds(api: ApiPromise): Promise<Kind[]> {
  const tx = api.tx.system.remark("0x");
  const right = await signedBytes(api, tx, faucet);
  const signature = tx.signature.toHex().slice(-2 * SIGNATURE_BYTES);
  return [
    {
      make: () => right.replace(signature, random(SIGNATURE_BYTES)),
      code: 1010,
      says: /^Invalid Transaction: Transaction has a bad signature$/,
    },
    {
      // Nobody has signed it.
      make: () => api.tx.system.remark(`0x${random(SIGNATURE_BYTES)}`).toHex(),
      code: 1010,
      says: /^Invalid Transaction: Transaction call is not expected$/,
    },
    {
      make: () => u8aToHex(compactAddLength(randomBytes(GARBAGE_BYTES))),
      code: 1002,
      says: /^Verification Error: .*Codec error. Nothing bad happened: someone sent an invalid/s,
    },
    {
      // It ends too early.
      make: () => right.slice(0, right.length / 2),
      code: 1040,
      says: /^Client error: Could not decode `OpaqueExtrinsic/,
    },
  ];
}

/** Sends so many of each kind, all kinds at the same time. Each has to be answered with its error. */
async function send(all: Kind[], count: number): Promise<void> {
  const clients = all.map(async ({ make, code, says }) => {
    for (let sent = 0; sent < count; sent += IN_REQUEST) {
      const calls = Array.from({ length: IN_REQUEST }, () => [make()]);
      for (const answer of await node.batch<string>("author_submitExtrinsic", calls)) {
        assert.ok(answer instanceof RpcError, `${says} was taken as ${answer}`);
        assert.equal(answer.code, code);
        assert.match(`${answer.message}: ${String(answer.data)}`, says);
      }
    }
  });
  await Promise.all(clients);
}

describe("100 000 wrong transactions", () => {
  it("are refused, each with its error, and keep no right one out", longTier, async () => {
    const api = await node.api();
    const [ann] = await fundedAccounts(api, "//wrong-ones//ann");
    const transfer = api.tx.balances.transferKeepAlive(faucet.address, 1);
    const all = await kinds(api);
    await send(all, FIRST);
    const { memory } = node.usage();

    let isOver = false;
    const flood = send(all, EACH - FIRST).then(() => (isOver = true));
    const honest = succeeds(api, transfer, ann).then(() => assert.ok(!isOver));
    await Promise.all([flood, honest]);
    const more = node.usage().memory - memory;
    assert.ok(more < MORE_MEMORY, `it has ${more} more bytes of memory`);
    const refused = (await metrics(node)).get('aitbc_pool_refused_total{reason="bad_signature"}');
    assert.equal(refused, EACH);
    await succeeds(api, transfer, ann);
  });
});
