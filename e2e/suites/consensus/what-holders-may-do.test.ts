/** What the holder of reputation may do with it, and what nobody may. */

import { join } from "node:path";
import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../harness/chain/accounts.ts";
import { block, eventsIn } from "../../harness/chain/blocks.ts";
import type { DomainName } from "../../harness/chain/calls.ts";
import {
  authors,
  availability,
  deliveries,
  REP,
  reputation,
  reputationIssuance,
  schedule,
  type Domain,
  type Schedule,
} from "../../harness/chain/por.ts";
import { finalInSession } from "../../harness/chain/sessions.ts";
import {
  eventsNamed,
  fundedAccounts,
  included,
  moved,
  succeeds,
  type Inclusion,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { setParameters } from "../../harness/network/genesis.ts";
import { plainSpec, writeRawSpec } from "../../harness/network/spec.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";
import { workspace } from "../../harness/workspace.ts";

/** What the only validator of the preset has of each kind, in units. */
const ALL = 5_000_000n * REP;
const RELEASED = 1_000_000n * REP;
/**
 * Salary is paid to all holders in parts of 10^-12 for each unit of reputation; what does not divide
 * is paid later. In units of the token.
 */
const SALARY_STEP = ALL / 10n ** 12n;
/** Two sessions of 20 s. */
const SESSIONS_SECONDS = 60;
/** Nobody has this one. */
const UNKNOWN_HASH = `0x${"01".repeat(32)}`;

const alice = keyPair("//Alice");

let node: Node;
let api: ApiPromise;
/** Has tokens, but no reputation. */
let stranger: KeyringPair;

before(async () => {
  // Blocks mint no reputation here, so that what holders have is what they make of it.
  const spec = await plainSpec("e2e");
  setParameters(spec, { mintRatio: 0 });
  const chain = join(workspace(), "nothing-minted.raw.json");
  await writeRawSpec(spec, chain);
  node = await Node.start({ name: "dev", args: ["--chain", chain, "--alice"] });
  api = await node.api();
  [stranger] = await fundedAccounts(api, "//encumber//stranger");
});
after(() => node?.stop());

describe("at genesis", () => {
  it("all reputation is that of the validator", async () => {
    const genesis = api.genesisHash.toHex();
    const nothing = { free: 0n, encumbered: 0n, pooled: 0n, claimable: 0n, earned: 0n };
    const expected: [Domain, object][] = [
      ["block", { ...nothing, balance: ALL, encumbered: ALL }],
      ["governance", { ...nothing, balance: ALL, free: ALL }],
      ["compute", { ...nothing, balance: 0n }],
    ];
    for (const [domain, what] of expected) {
      assert.deepEqual(await reputation(node, domain, alice.address, genesis), what, domain);
      const issuance = domain === "compute" ? 0n : ALL;
      assert.equal(await reputationIssuance(node, domain, genesis), issuance, domain);
    }
  });
});

describe("the chain refuses", () => {
  const { encumber, release, withdraw } = {
    encumber: (amount: bigint) => api.tx.availability.encumber(amount),
    release: (amount: bigint) => api.tx.availability.release(amount),
    withdraw: () => api.tx.availability.withdraw(),
  };
  const { claimSalary, delegate, undelegate } = {
    claimSalary: (domain: DomainName) => api.tx.reputation.claimSalary(domain),
    delegate: (domain: DomainName, to: string, limit: bigint) =>
      api.tx.reputation.delegate(domain, to, limit),
    undelegate: (domain: DomainName) => api.tx.reputation.undelegate(domain),
  };
  const cases: [what: string, error: string, call: () => Tx, who: () => KeyringPair][] = [
    ["to encumber nothing", "availability.ZeroAmount", () => encumber(0n), () => alice],
    [
      "to encumber more than is free",
      "availability.NotEnoughFree",
      () => encumber(1n),
      () => alice,
    ],
    [
      "to encumber the most that can be written",
      "availability.NotEnoughFree",
      () => encumber(2n ** 128n - 1n),
      () => alice,
    ],
    [
      "to encumber without reputation",
      "availability.NotEnoughFree",
      () => encumber(1n),
      () => stranger,
    ],
    ["to release nothing", "availability.ZeroAmount", () => release(0n), () => alice],
    [
      "to release more than is encumbered",
      "availability.NotEnoughEncumbered",
      () => release(ALL + 1n),
      () => alice,
    ],
    [
      "to release without reputation",
      "availability.NotEnoughEncumbered",
      () => release(1n),
      () => stranger,
    ],
    ["to withdraw nothing", "availability.NothingLeaving", () => withdraw(), () => alice],
    [
      "to withdraw without reputation",
      "availability.NothingLeaving",
      () => withdraw(),
      () => stranger,
    ],
    [
      "salary without reputation",
      "reputation.NothingToClaim",
      () => claimSalary("Block"),
      () => stranger,
    ],
    [
      "salary of a domain in which nobody earns",
      "reputation.NothingToClaim",
      () => claimSalary("Compute"),
      () => alice,
    ],
    [
      "a delegate who is the holder",
      "reputation.SelfDelegation",
      () => delegate("Block", alice.address, REP),
      () => alice,
    ],
    [
      "a delegate who may stake nothing",
      "reputation.ZeroLimit",
      () => delegate("Block", stranger.address, 0n),
      () => alice,
    ],
    [
      "a delegate of somebody without reputation",
      "reputation.NothingToDelegate",
      () => delegate("Block", alice.address, REP),
      () => stranger,
    ],
    [
      "to take back what was not delegated",
      "reputation.NotDelegated",
      () => undelegate("Block"),
      () => alice,
    ],
  ];
  for (const [what, error, call, who] of cases) {
    it(what, async () => {
      const outcome = await included(api, call(), who());

      assert.equal(outcome.error, error);
      assert.equal(await moved(api, who().address, outcome), -outcome.fee);
      assert.deepEqual(
        await holdings(who().address, outcome.block),
        await holdings(who().address, outcome.parent),
      );
    });
  }
});

describe("a holder", () => {
  it("has one delegate in a domain, and takes that back", async () => {
    const { delegate, undelegate } = api.tx.reputation;
    const first = await succeeds(api, delegate("Governance", stranger.address, REP), alice);
    assert.deepEqual(eventsNamed(first, "reputation.Delegated"), [
      {
        domain: "Governance",
        holder: alice.address,
        delegate: stranger.address,
        limit: String(REP),
      },
    ]);
    const elsewhere = await included(api, undelegate("Block"), alice);
    assert.equal(elsewhere.error, "reputation.NotDelegated");

    const end = await succeeds(api, undelegate("Governance"), alice);
    assert.deepEqual(eventsNamed(end, "reputation.Undelegated"), [
      { domain: "Governance", holder: alice.address },
    ]);
    const again = await included(api, undelegate("Governance"), alice);
    assert.equal(again.error, "reputation.NotDelegated");
  });

  it("claims the salary of all blocks up to the parent", async () => {
    for (const [domain, name] of [
      ["block", "Block"],
      ["governance", "Governance"],
    ] as const) {
      const claim = await succeeds(api, api.tx.reputation.claimSalary(name), alice);
      const before = await reputation(node, domain, alice.address, claim.parent);
      const after = await reputation(node, domain, alice.address, claim.block);
      const [claimed] = eventsNamed(claim, "reputation.SalaryClaimed");

      const { amount } = claimed!;
      assert.deepEqual(claimed, { domain: name, who: alice.address, amount });
      assert.equal(await moved(api, alice.address, claim), BigInt(amount!) - claim.fee);
      // The block has begun with the payment for its parent, all of it for the only holder.
      const [distributed] = eventsIn([await block(api, claim.block)], "work.Distributed");
      const owed = before.claimable + BigInt(distributed![domain]!);
      const apart = BigInt(amount!) - owed;
      assert.ok(-SALARY_STEP < apart && apart < SALARY_STEP, `${amount} instead of ${owed}`);
      assert.deepEqual(after, { ...before, claimable: 0n, earned: after.earned });
    }
  });

  it("gets no salary twice in a block", async () => {
    const claim = () => api.tx.reputation.claimSalary("Block");
    const twice = await included(api, api.tx.utility.batchAll([claim(), claim()]), alice);
    assert.equal(twice.error, "reputation.NothingToClaim");
    assert.equal(await moved(api, alice.address, twice), -twice.fee);
    const before = await reputation(node, "block", alice.address, twice.parent);
    const after = await reputation(node, "block", alice.address, twice.block);
    assert.ok(after.claimable > before.claimable);
  });
});

describe("a validator that releases some of its reputation", () => {
  let released: Inclusion;
  let inForce: Schedule;

  it("is told the session from which it can have it, and keeps it until then", async () => {
    released = await succeeds(api, api.tx.availability.release(RELEASED), alice);
    inForce = await schedule(node, released.parent);
    const from = inForce.session + 2;

    assert.deepEqual(eventsNamed(released, "availability.Released"), [
      { who: alice.address, amount: String(RELEASED), from: String(from) },
    ]);
    const { encumbered, leaving, withdrawableFrom } = await availability(
      node,
      alice.address,
      released.block,
    );
    assert.deepEqual([encumbered, leaving, withdrawableFrom], [ALL - RELEASED, RELEASED, from]);
    const { free } = await reputation(node, "block", alice.address, released.block);
    assert.equal(free, 0n);
  });

  it("cannot withdraw what still counts, nor encumber or release it again", async () => {
    const { encumber, release, withdraw } = api.tx.availability;
    const cases: [Tx, string][] = [
      [withdraw(), "availability.StillCounted"],
      [encumber(1n), "availability.NotEnoughFree"],
      [release(ALL - RELEASED + 1n), "availability.NotEnoughEncumbered"],
    ];
    for (const [call, error] of cases) {
      const outcome = await included(api, call, alice);
      assert.equal(outcome.error, error);
      assert.deepEqual(
        await availabilityOnly(alice.address, outcome.block),
        await availabilityOnly(alice.address, outcome.parent),
      );
    }
  });

  it("has it counted in the next session, and in the one after no more", async () => {
    const next = await finalInSession(api, inForce.session + 1, SESSIONS_SECONDS);
    const counted = await schedule(node, next.hash.toHex());
    assert.equal(counted.session, inForce.session + 1);
    assert.equal(counted.producers[0]!.weight, ALL);

    const later = await finalInSession(api, inForce.session + 2, SESSIONS_SECONDS);
    const smaller = await schedule(node, later.hash.toHex());
    assert.equal(smaller.session, inForce.session + 2);
    assert.equal(smaller.producers[0]!.weight, ALL - RELEASED);
  });

  it("withdraws it then, once", async () => {
    const { withdraw } = api.tx.availability;
    const outcome = await succeeds(api, withdraw(), alice);
    assert.deepEqual(eventsNamed(outcome, "availability.Withdrawn"), [
      { who: alice.address, amount: String(RELEASED) },
    ]);
    const { balance, free, encumbered } = await reputation(
      node,
      "block",
      alice.address,
      outcome.block,
    );
    assert.deepEqual([balance, free, encumbered], [ALL, RELEASED, ALL - RELEASED]);
    const again = await included(api, withdraw(), alice);
    assert.equal(again.error, "availability.NothingLeaving");
  });

  it("encumbers it again, up to the last unit", async () => {
    const { encumber } = api.tx.availability;
    const tooMuch = await included(api, encumber(RELEASED + 1n), alice);
    assert.equal(tooMuch.error, "availability.NotEnoughFree");
    const outcome = await succeeds(api, encumber(RELEASED), alice);
    assert.deepEqual(eventsNamed(outcome, "availability.Encumbered"), [
      { who: alice.address, amount: String(RELEASED) },
    ]);
    const { encumbered, leaving } = await availability(node, alice.address, outcome.block);
    assert.deepEqual([encumbered, leaving], [ALL, 0n]);
  });
});

describe("a node answers", () => {
  it("that nothing was delivered before the first session", async () => {
    const [first] = await authors(node, 1, 1);
    assert.deepEqual(await deliveries(node, first!.hash), []);
  });

  it("that whoever does not take part has nothing to do", async () => {
    assert.deepEqual(await availability(node, stranger.address), {
      encumbered: 0n,
      leaving: 0n,
      withdrawableFrom: 0,
      autoEncumber: true,
      scheduled: 0,
      elapsed: 0,
      produced: 0,
      failures: 0,
      suspended: false,
      bannedUntil: null,
    });
  });

  const ranges: [string, () => [number, number], (to: number, best: number) => string][] = [
    ["block 0", () => [0, 1], () => "nobody produced block 0: start from block 1"],
    ["a reversed range", () => [3, 2], () => "the first block, 3, comes after the last one, 2"],
    [
      "blocks to come",
      () => [1, 1_000_000],
      (to, best) => `there is no block ${to} yet: the best block is ${best}`,
    ],
  ];
  for (const [what, range, message] of ranges) {
    it(`no authors of ${what}`, async () => {
      const [from, to] = range();
      const before = await height();
      const error = await node.refusal("por_authors", [from, to]);
      const after = await height();
      const expected = [];
      for (let best = before; best <= after; best += 1) expected.push(message(to, best));
      assert.equal(error.code, 20_007);
      assert.ok(expected.includes(error.message), error.message);
    });
  }

  const unknown: [string, string, () => unknown[], number, string][] = [
    ["a pool that was never opened", "pools_get", () => [1_000_000], 20_111, "there is no pool"],
    ["the pool of block 1", "por_pool", () => [1], 20_111, "block 1 has no pool after block"],
    ["a post that was never written", "forum_post", () => [1_000_000], 20_112, "there is no post"],
    ["101 pools", "pools_list", () => [{}, 101], 20_009, "101 are too many for one call"],
    ["101 posts", "forum_posts", () => [{}, 101], 20_009, "101 are too many for one call"],
    ["101 verdicts", "por_verdicts", () => [101], 20_009, "101 are too many for one call"],
  ];
  for (const [what, method, params, code, message] of unknown) {
    it(`nothing of ${what}`, async () => {
      const error = await node.refusal(method, params());
      assert.equal(error.code, code);
      assert.ok(error.message.startsWith(message), error.message);
    });
  }

  const malformed: [string, string, () => unknown[]][] = [
    ["an account that is none", "por_availability", () => ["Alice"]],
    ["an address with a typo", "por_availability", () => [typo(alice.address)]],
    ["no account", "por_availability", () => []],
    ["a hash that is none", "por_schedule", () => ["0x01"]],
    ["a height in place of a hash", "por_schedule", () => [1]],
    ["half a range", "por_authors", () => [1]],
    ["half a range", "por_pools", () => [1]],
    ["no pool", "pools_get", () => []],
    ["a filter that is none", "pools_list", () => [{ closed: true }]],
    ["an author that is none", "forum_posts", () => [{ author: "Alice" }]],
    ["a negative height", "por_authors", () => [-1, 1]],
    ["a domain that is none", "reputation_of", () => ["money", alice.address]],
    ["a domain that is none", "reputation_issuance", () => ["Block"]],
    ["an account that is none", "reputation_of", () => ["block", "Alice"]],
  ];
  for (const [what, method, params] of malformed) {
    it(`invalid parameters: ${what} for ${method}`, async () => {
      assert.equal((await node.refusal(method, params())).code, -32602);
    });
  }

  const questions: [string, () => unknown[]][] = [
    ["por_schedule", () => []],
    ["por_availability", () => [alice.address]],
    ["por_deliveries", () => []],
    ["por_randomness", () => []],
    ["por_pool", () => [2]],
    ["reputation_of", () => ["block", alice.address]],
    ["reputation_issuance", () => ["block"]],
  ];
  for (const [method, params] of questions) {
    it(`${method}: no such block`, async () => {
      const { code, message } = await node.refusal(method, [...params(), UNKNOWN_HASH]);
      assert.deepEqual([code, message], [20_001, `no block has the hash ${UNKNOWN_HASH}`]);
    });
  }
});

/** What an account has in all domains, but for what it earns, which grows with each block. */
async function holdings(address: string, at: string): Promise<unknown> {
  const domains: Domain[] = ["block", "governance", "compute"];
  const all = domains.map(async (domain) => ({
    ...(await reputation(node, domain, address, at)),
    claimable: undefined,
    earned: undefined,
  }));
  return [await availabilityOnly(address, at), ...(await Promise.all(all))];
}

/** What an account has encumbered, without its work, which grows with each block. */
async function availabilityOnly(address: string, at: string): Promise<unknown> {
  const { encumbered, leaving, withdrawableFrom } = await availability(node, address, at);
  return { encumbered, leaving, withdrawableFrom };
}

async function height(): Promise<number> {
  return (await api.rpc.chain.getHeader()).number.toNumber();
}

/** The address with two neighbours exchanged. */
function typo(address: string): string {
  return address.slice(0, 10) + address[11] + address[10] + address.slice(12);
}
