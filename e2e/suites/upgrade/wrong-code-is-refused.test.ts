/** Code that a chain must not run: it does not, and says why. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { hexToU8a, u8aToHex } from "@polkadot/util";

import { BOOTSTRAP_MAJORITY, COUNCIL, MAJORITY, motion } from "../../harness/chain/council.ts";
import { restated } from "../../harness/chain/runtime-code.ts";
import { eventsNamed, fundedAccounts, included, moved } from "../../harness/chain/transactions.ts";
import { authorisation, codeHash } from "../../harness/chain/upgrade.ts";
import { nextVersion, type NextVersion } from "../../harness/clients/next-version.ts";
import { runScript } from "../../harness/clients/script.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import type { Node } from "../../harness/node/node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";
import { freshDirectory } from "../../harness/workspace.ts";

const SPEC_VERSION = 100;
/** The code in the state of a chain. */
const CODE = "0x3a636f6465";
/** The node's answer to a transaction that is not valid. */
const INVALID = 1010;
/** How polkadot.js words the answer to one whose signer cannot succeed with it. */
const REFUSED = /1010: .*Transaction call is not expected/;
/** Seconds for a script that soon finds what is wrong. */
const SCRIPT_SECONDS = 60;

let node: Node;
let api: ApiPromise;
let anybody: KeyringPair;
let next: NextVersion;
/** What the chain runs. */
let current: Uint8Array;

before(async () => {
  next = await nextVersion();
  node = await devNode();
  api = await node.api();
  [anybody] = await fundedAccounts(api, "//upgrade//anybody");
  current = hexToU8a(await node.rpc<string>("state_getStorage", [CODE]));
});

describe("code is not applied", () => {
  it("that nobody has authorised", async () => {
    await assert.rejects(appliedBy(anybody, next.code), REFUSED);
    const tx = api.tx.system.applyAuthorizedUpgrade(u8aToHex(next.code));
    const refusal = await node.refusal("author_submitExtrinsic", [tx.toHex()]);
    assert.equal(refusal.code, INVALID);
    assert.match(String(refusal.data), /Transaction call is not expected/);
  });

  it("that three of five would authorise", async () => {
    const call = authorisation(api, next.hash);
    assert.equal(await motion(api, call, COUNCIL.slice(0, MAJORITY)), "BadOrigin");
    assert.ok((await api.query.system.authorizedUpgrade()).isNone);
  });

  it("when other code was authorised", async () => {
    await authorise(codeHash(current));
    await assert.rejects(appliedBy(anybody, next.code), REFUSED);
    const authorisation = (await api.query.system.authorizedUpgrade()).unwrap();
    assert.equal(authorisation.codeHash.toHex(), codeHash(current));
  });

  const cases: [string, string, () => Uint8Array][] = [
    ["of the same version", "system.SpecVersionNeedsToIncrease", () => current],
    [
      "of a lower version",
      "system.SpecVersionNeedsToIncrease",
      () => restated(next.code, { specVersion: SPEC_VERSION - 1 }),
    ],
    [
      "of another chain",
      "system.InvalidSpecName",
      () => restated(next.code, { specName: "other" }),
    ],
    [
      "that is no runtime",
      "system.FailedToExtractRuntimeVersion",
      () => Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0),
    ],
  ];
  for (const [what, error, make] of cases) {
    it(`${what}, though it was authorised`, async () => {
      const code = make();
      await authorise(codeHash(code));
      const call = api.tx.system.applyAuthorizedUpgrade(u8aToHex(code));
      const outcome = await included(api, call, anybody);

      const [rejection] = eventsNamed(outcome, "system.RejectedInvalidAuthorizedUpgrade");
      assert.equal(rejection?.["codeHash"], codeHash(code));
      assert.equal(rejection?.["error"], error);
      assert.deepEqual(eventsNamed(outcome, "system.CodeUpdated"), []);
      assert.equal(await moved(api, anybody.address, outcome), 0n);
      assert.ok((await api.query.system.authorizedUpgrade()).isNone);
    });
  }
});

describe("scripts/upgrade.sh refuses", () => {
  const directory = freshDirectory("code");
  const file = (name: string, content: Uint8Array | string): string => {
    const path = join(directory, name);
    writeFileSync(path, content);
    return path;
  };
  const url = () => ["--url", node.wsUrl];
  const cases: [string, RegExp, () => string[]][] = [
    [
      "the version that runs already",
      /the spec version must rise above 100/,
      () => [...url(), file("same.wasm", current)],
    ],
    [
      "the runtime of another chain",
      /a network of aitbc cannot run the code of other/,
      () => [...url(), file("other.wasm", restated(next.code, { specName: "other" }))],
    ],
    [
      "what is no code",
      /text\.wasm has no runtime: it is not Wasm/,
      () => [...url(), file("text.wasm", "hello")],
    ],
    ["a file that is not there", /there is no file '\/nowhere'/, () => [...url(), "/nowhere"]],
    [
      "secrets of others than the council",
      /has no seat in the council; those who have: 5/,
      () => [...url(), "--council", file("council", "//Nobody\n"), next.path],
    ],
    [
      "a node that does not answer",
      /no node answers at ws:\/\/127\.0\.0\.1:1/,
      () => ["--url", "ws://127.0.0.1:1", next.path],
    ],
  ];
  for (const [what, message, make] of cases) {
    it(what, async () => {
      const { code, stderr } = await runScript("upgrade.sh", ["apply", ...make()], SCRIPT_SECONDS);
      assert.equal(code, 1);
      assert.match(stderr, message);
    });
  }

  it("arguments that it does not know", async () => {
    for (const args of [["apply", "--force"], ["downgrade"], []]) {
      const { code, stderr } = await runScript("upgrade.sh", args, SCRIPT_SECONDS);
      assert.equal(code, 2);
      assert.match(stderr, /Try: .*upgrade\.sh --help/);
    }
  });
});

describe("after all that", () => {
  it("the chain runs the code it had", async () => {
    const { specVersion } = await node.rpc<{ specVersion: number }>("state_getRuntimeVersion");
    assert.equal(specVersion, SPEC_VERSION);
    assert.equal(await node.rpc("state_getStorageHash", [CODE]), codeHash(current));
  });
});

/** Lets four of the council authorise the code with this hash. */
async function authorise(hash: string): Promise<void> {
  assert.equal(
    await motion(api, authorisation(api, hash), COUNCIL.slice(0, BOOTSTRAP_MAJORITY)),
    "ok",
  );
}

/** The error with which the runtime answers when `signer` brings the code. */
async function appliedBy(signer: KeyringPair, code: Uint8Array): Promise<string | undefined> {
  const call = api.tx.system.applyAuthorizedUpgrade(u8aToHex(code));
  return (await included(api, call, signer)).error;
}
