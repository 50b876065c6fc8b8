/** scripts/client.sh: what it does for a validator, and what it says when it cannot. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiPromise } from "@polkadot/api";

import { keyPair } from "../../harness/accounts.ts";
import type { Run } from "../../harness/binary.ts";
import { freeBalance, fundedAccounts } from "../../harness/chain.ts";
import { devNode } from "../../harness/dev-node.ts";
import { runScript } from "../../harness/script.ts";
import { assert, before, describe, it } from "../../harness/test.ts";
import { AITBC } from "../../harness/token.ts";
import { freshDirectory } from "../../harness/workspace.ts";

const directory = freshDirectory("secrets");
const receiver = keyPair("//client//receiver").address;
const secret = secretFile("secret", "//client//sender\n");

let url: string;
let api: ApiPromise;

before(async () => {
  const node = await devNode();
  url = node.wsUrl;
  api = await node.api();
  await fundedAccounts(api, "//client//sender");
});

describe("scripts/client.sh", () => {
  it("sends a call and waits until it is final", async () => {
    const transfer = ["balances.transferKeepAlive", receiver, "2.5AITBC"];
    const { code, stderr } = await client("call", ...transfer, "--secret", secret);
    assert.equal(code, 0, stderr);
    const [, hash] = /final in (0x\w{64}), for a fee of 0\.\d+ AITBC/.exec(stderr)!;
    assert.equal(await freeBalance(api, receiver, hash), (5n * AITBC) / 2n);
  });

  it("prints state as JSON", async () => {
    const { code, stdout } = await client("query", "session.validators");
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout), [keyPair("//Alice").address]);
  });
});

describe("scripts/client.sh says what is wrong with", { concurrency: 2 }, () => {
  const transfer = ["call", "balances.transferKeepAlive", receiver];
  const sixWords = secretFile("typo", "bottom drive obey lake curtain smok\n");
  const cases: [string, RegExp, string[]][] = [
    [
      "a call that fails",
      /token\.FundsUnavailable/,
      [...transfer, "5000AITBC", "--secret", secret],
    ],
    ["a call without an account", /--secret FILE/, [...transfer, "1AITBC"]],
    ["a mistyped phrase", /no secret phrase or URI/, [...transfer, "1", "--secret", sixWords]],
    ["too few arguments", /takes dest .*value/, [...transfer, "--secret", secret]],
    ["a malformed amount", /decimal points/, [...transfer, "1.2.3", "--secret", secret]],
    ["a malformed address", /Invalid .*address/, ["query", "staking.ledger", "5Grw"]],
    ["an unknown call", /no 'bnd' in staking; there are: bond,/, ["call", "staking.bnd"]],
    ["an unknown pallet", /no pallet 'stake'; there are: .*staking,/, ["query", "stake.ledger"]],
  ];
  for (const [what, message, args] of cases) {
    it(what, async () => {
      const { code, stderr } = await client(...args);
      assert.equal(code, 1);
      assert.match(stderr, /^error: /m);
      assert.match(stderr, message);
    });
  }
});

function client(...args: string[]): Promise<Run> {
  return runScript("client.sh", [...args, "--url", url], 60);
}

function secretFile(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}
