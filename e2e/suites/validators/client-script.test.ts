/** scripts/client.sh: what it does for a validator, and what it says when it cannot. */

import { once } from "node:events";
import { writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { createKeyMulti, encodeAddress } from "@polkadot/util-crypto";
import { WebSocket, WebSocketServer } from "ws";

import { keyPair } from "../../harness/chain/accounts.ts";
import {
  agree,
  BOOTSTRAP_MAJORITY,
  COUNCIL,
  MAJORITY,
  propose,
} from "../../harness/chain/council.ts";
import { AITBC, SS58_PREFIX } from "../../harness/chain/token.ts";
import {
  freeBalance,
  fundedAccounts,
  included,
  succeeds,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { runScript } from "../../harness/clients/script.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import type { Run } from "../../harness/node/binary.ts";
import { assert, before, describe, it } from "../../harness/test.ts";
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

describe("scripts/client.sh fails when what is inside of a call does", { concurrency: 2 }, () => {
  const tooMuch = () => api.tx.balances.transferKeepAlive(receiver, 1_000_000n * AITBC);
  const unaffordable = /error: .* was carried out, but .* failed with token\.FundsUnavailable/;

  for (const batch of ["batch", "forceBatch"]) {
    it(`as in utility.${batch}`, async () => {
      const calls = JSON.stringify([harmless().method.toHex(), tooMuch().method.toHex()]);
      const signer = secretOf(`//client//${batch}`);
      await fundedAccounts(api, `//client//${batch}`);
      fails(await client("call", `utility.${batch}`, calls, "--secret", signer), unaffordable);
    });
  }

  it("as in proxy.proxy, and not when it succeeds", async () => {
    const [owner, deputy] = await fundedAccounts(api, "//client//owner", "//client//deputy");
    await succeeds(api, api.tx.proxy.addProxy(deputy.address, "NonTransfer", 0), owner);
    const inTheNameOfOwner = (call: Tx, type: string) => {
      const inner = [owner.address, type, call.method.toHex()];
      return client("call", "proxy.proxy", ...inner, "--secret", secretOf("//client//deputy"));
    };
    const { code, stderr } = await inTheNameOfOwner(harmless(), "null");
    assert.equal(code, 0, stderr);
    fails(await inTheNameOfOwner(tooMuch(), "NonTransfer"), /failed with system\.CallFiltered/);
  });

  it("as in multisig.asMulti", async () => {
    const [first, second] = await fundedAccounts(api, "//client//first", "//client//second");
    const { when, address } = await approvedBy(first, second, tooMuch());
    assert.equal(await freeBalance(api, address), 0n);
    const approval = ["2", JSON.stringify([first.address]), JSON.stringify(when)];
    const inner = [tooMuch().method.toHex(), '{"refTime": 2000000000, "proofSize": 100000}'];
    const owner = ["--secret", secretOf("//client//second")];
    fails(await client("call", "multisig.asMulti", ...approval, ...inner, ...owner), unaffordable);
  });

  it("as in what the council decides, and in what it does as Root", async () => {
    const outcome = await carriedOut(api.tx.openClaw.exitSafeMode(), MAJORITY);
    fails(outcome, /council\.close was carried out, .* with openClaw\.NotBraked: /);

    const { address } = keyPair("//client//nobody");
    const payment = api.tx.balances.forceTransfer(address, receiver, AITBC);
    fails(
      await carriedOut(api.tx.openClaw.bootstrapDispatch(payment), BOOTSTRAP_MAJORITY),
      unaffordable,
    );
  });

  it("but not for what utility.ifElse does instead", async () => {
    await fundedAccounts(api, "//client//chooser");
    const calls = [tooMuch(), harmless()].map((call) => call.method.toHex());
    const signer = secretOf("//client//chooser");
    const { code, stderr } = await client("call", "utility.ifElse", ...calls, "--secret", signer);
    assert.equal(code, 0, stderr);
  });

  /** Lets so many council members agree to `call`, and one of them close the motion with the script. */
  async function carriedOut(call: Tx, threshold: number): Promise<Run> {
    const members = COUNCIL.slice(0, threshold);
    const motion = await propose(api, call, threshold, members[0]!);
    await Promise.all(members.map((member) => agree(api, motion, member)));
    const limit = '{"refTime": 10000000000, "proofSize": 1000000}';
    const closed = [motion.hash, String(motion.index), limit, String(call.method.encodedLength)];
    return client("call", "council.close", ...closed, "--secret", secretOf("//Alice"));
  }

  function harmless(): Tx {
    return api.tx.system.remark("0x00");
  }

  function fails({ code, stderr }: Run, message: RegExp): void {
    assert.equal(code, 1, stderr);
    assert.match(stderr, message);
  }
});

describe("scripts/client.sh tells that another client has used its nonce", () => {
  const address = keyPair("//client//twice").address;
  const signer = secretOf("//client//twice");
  const transfer = ["call", "balances.transferKeepAlive", receiver, "1AITBC", "--secret", signer];

  before(() => fundedAccounts(api, "//client//twice"));

  const others: [string, (tx: Tx, pair: KeyringPair) => Promise<unknown>][] = [
    ["for a transaction that is in a block", (tx, pair) => included(api, tx, pair)],
    ["for one that waits for a block", (tx, pair) => tx.signAndSend(pair, { nonce: -1 })],
  ];
  for (const [what, send] of others) {
    it(what, async () => {
      const front = await overtaking(async () => {
        await send(api.tx.system.remark("0x00"), keyPair("//client//twice"));
      });
      const { code, stderr } = await runScript("client.sh", [...transfer, "--url", front.url], 60);
      front.stop();
      assert.equal(code, 1, stderr);
      const said = /error: another client has used the nonce .* of (\w+) meanwhile/.exec(stderr);
      assert.equal(said?.[1], address, stderr);
    });
  }
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
    [
      "a negative amount",
      /-1AITBC is negative; amounts and numbers are 0 or more/,
      [...transfer, "-1AITBC", "--secret", secret],
    ],
    [
      "a negative number inside of an argument",
      /-5 is negative/,
      ["call", "staking.validate", '{"commission": -5}', "--secret", secret],
    ],
    [
      "an argument that cannot be left out",
      /value \(Compact<u128>\) cannot be left out/,
      [...transfer, "null", "--secret", secret],
    ],
    [
      "an unknown option",
      /Unknown option '--secrets'/,
      [...transfer, "1AITBC", "--secrets", secret],
    ],
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

/** A file with the secret URI of an account. */
function secretOf(uri: string): string {
  return secretFile(uri.replaceAll("/", "-"), `${uri}\n`);
}

/** Lets `first` of two who share an account approve `call`; when that was. */
async function approvedBy(first: KeyringPair, second: KeyringPair, call: Tx) {
  const address = encodeAddress(createKeyMulti([first.address, second.address], 2), SS58_PREFIX);
  const weight = { refTime: 2_000_000_000n, proofSize: 100_000n };
  const approval = api.tx.multisig.asMulti(2, [second.address], null, call, weight);
  await succeeds(api, approval, first);
  const { when } = (await api.query.multisig.multisigs(address, call.method.hash)).unwrap();
  return { address, when: { height: when.height.toNumber(), index: when.index.toNumber() } };
}

/** A way to the node on which `act` is done as soon as a transaction comes along, and before it goes on. */
async function overtaking(act: () => Promise<void>) {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  server.on("connection", (caller) => {
    const node = new WebSocket(url);
    node.on("message", (data) => caller.send(String(data)));
    caller.on("close", () => node.close());
    const pass = async (request: string) => {
      if (request.includes("author_submitAndWatchExtrinsic")) await act();
      node.send(request);
    };
    let passed: Promise<unknown> = once(node, "open");
    caller.on("message", (data) => (passed = passed.then(() => pass(String(data)))));
  });
  const { port } = server.address() as AddressInfo;
  return { url: `ws://127.0.0.1:${port}`, stop: () => server.close() };
}

function client(...args: string[]): Promise<Run> {
  return runScript("client.sh", [...args, "--url", url], 60);
}

function secretFile(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}
