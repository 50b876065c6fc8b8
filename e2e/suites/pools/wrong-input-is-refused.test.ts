/** What the forum, availability and the ledger do not take fails in its block, at the price of the fee. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../harness/chain/accounts.ts";
import type { DomainName, Reference } from "../../harness/chain/calls.ts";
import { posts } from "../../harness/chain/forum.ts";
import {
  fundedAccounts,
  included,
  moved,
  succeeds,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** The whole, in parts per million. */
const WHOLE = 1_000_000;
/** The post of the first work contract. */
const CONTRACT = { Post: 0 };
/** A post of another domain, the only other one. */
const ELSEWHERE = { Post: 1 };

// Blocks are made at once. All of the tests take fewer than the 20 of the first session: the one that begins
// the next has no room for transactions.
let node: Node;
let api: ApiPromise;
let ann: KeyringPair;

before(async () => {
  const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
  node = await Node.start({ name: "wrong-input", args });
  api = await node.api();
  [ann] = await fundedAccounts(api, "//wrong-input//ann");
  await succeeds(api, post([[ann.address, WHOLE]], [], "Governance"), ann);
});
after(() => node?.stop());

describe("the chain refuses", () => {
  const nine = Array.from({ length: 9 }, (_, index): [string, number] => [
    keyPair(`//wrong-input//${index}`).address,
    111_111,
  ]);
  const cases: [what: string, error: string, call: () => Tx][] = [
    ["a post of nine authors", "forum.TooManyAuthors", () => post(nine)],
    [
      "a post whose authors have less than the whole",
      "forum.WeightsNotWhole",
      () => post([[ann.address, WHOLE - 1]]),
    ],
    [
      "a post whose authors have more than the whole",
      "forum.WeightsNotWhole",
      () => post([[ann.address, WHOLE + 1]]),
    ],
    [
      "a post of somebody else",
      "forum.NotAnAuthor",
      () => post([[keyPair("//Alice").address, WHOLE]]),
    ],
    [
      "a reference twice",
      "forum.DuplicateReference",
      () =>
        citing([
          [CONTRACT, 1],
          [CONTRACT, -1],
        ]),
    ],
    ["a reference without weight", "forum.ZeroWeight", () => citing([[CONTRACT, 0]])],
    ["a reference of a post to itself", "forum.UnknownPost", () => citing([[{ Post: 2 }, 1]])],
    ["a reference to another domain", "forum.OtherDomain", () => citing([[ELSEWHERE, 1]])],
    [
      "to give away more than the whole",
      "forum.TooMuchCited",
      () =>
        citing([
          [CONTRACT, WHOLE],
          ["Incinerator", 1],
        ]),
    ],
    ["to take more than the whole", "forum.TooMuchLeached", () => citing([[CONTRACT, -WHOLE - 1]])],
    ["to take from the incinerator", "forum.IncineratorGives", () => citing([["Incinerator", -1]])],
    ["to remove a post of somebody else", "forum.NotDepositor", () => api.tx.forum.remove(0)],
    [
      "to leave free what somebody earns who is no producer",
      "availability.NotAProducer",
      () => api.tx.availability.setAutoEncumber(false),
    ],
    [
      "the salary of somebody without any",
      "reputation.NothingToClaim",
      () => api.tx.reputation.claimSalaryFor(ann.address, "Block"),
    ],
  ];
  for (const [what, error, call] of cases) {
    it(what, async () => {
      const existing = await posts(node);
      const outcome = await included(api, call(), ann);

      assert.equal(outcome.error, error);
      assert.equal(await moved(api, ann.address, outcome), -outcome.fee);
      assert.deepEqual(await posts(node), existing);
    });
  }
});

function post(
  authors: [account: string, ppm: number][],
  refs: Reference[] = [],
  domain: DomainName = "Block",
): Tx {
  return api.tx.forum.post(`0x${"07".repeat(32)}`, authors, refs, domain);
}

/** A post of Ann's that cites these. */
function citing(refs: Reference[]): Tx {
  return post([[ann.address, WHOLE]], refs);
}
