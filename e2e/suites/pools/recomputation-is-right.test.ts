/** The formulas that other tests compare the chain with give what the design says they give. */

import { REP } from "../../harness/chain/por.ts";
import { draw, seedOf } from "../../harness/recompute/bench.ts";
import { Ledger } from "../../harness/recompute/ledger.ts";
import { CONTRACT, mintOf, settle, type Side } from "../../harness/recompute/pool.ts";
import { assert, describe, it } from "../../harness/test.ts";

/** Votes of a bench: stakes with the side that each takes, or none. */
type Votes = [stake: bigint, vote?: Side][];

describe("a bench", () => {
  const seed = seedOf(`0x${"01".repeat(32)}`, `0x${"02".repeat(32)}`);
  const cases: [weights: bigint[], total: bigint, seat: bigint, seats: bigint[]][] = [
    [[600n, 300n, 100n, 0n], 733n, 22n, [15n, 13n, 4n, 0n]],
    [[600n, 300n], 900n, 28n, [22n, 10n]],
  ];
  for (const [weights, total, seat, seats] of cases) {
    it(`of ${weights.join(", ")} has ${seats.join(", ")} seats`, () => {
      assert.deepEqual(draw(weights, 32n, seed), { total, seat, seats });
    });
  }

  it("of nothing has none", () => {
    assert.equal(draw([0n, 0n], 32n, seed), undefined);
    assert.equal(draw([], 32n, seed), undefined);
  });
});

describe("a pool", () => {
  /** What it mints, what its author has in it, the votes; how it ends and who gets what. */
  const cases: [
    name: string,
    mint: bigint,
    author: bigint,
    votes: Votes,
    outcome: string,
    post: bigint,
    ofAuthor: bigint,
    members: bigint[],
  ][] = [
    ["V11", 1001n, 0n, [], "Accepted", 1001n, 0n, []],
    [
      "V17",
      200n,
      400n,
      [[1000n, "for"], [600n, "for"], [1400n]],
      "Accepted",
      100n,
      20n,
      [50n, 30n, 0n],
    ],
    [
      "V18",
      200n,
      400n,
      [[1000n, "against"], [600n, "against"], [500n, "against"], [200n, "for"], [700n]],
      "Rejected",
      0n,
      0n,
      [29n, 17n, 14n, -2n, 0n],
    ],
    [
      "V19",
      200n,
      400n,
      [[1000n, "against"], [600n, "against"], [200n, "for"], [1200n]],
      "Contested",
      0n,
      0n,
      [0n, 0n, 0n, 0n],
    ],
    ["V20", 200n, 0n, [[200n, "for"], [2800n]], "NoQuorum", 0n, 0n, [0n, 0n]],
    [
      "V21",
      200n,
      400n,
      [[1000n, "for"], [600n, "for"], [200n, "against"], [1200n]],
      "Accepted",
      100n,
      20n,
      [50n, 30n, -2n, 0n],
    ],
    [
      "V22",
      200n,
      400n,
      [[1500n, "against"], [500n, "against"], [200n, "for"], [800n]],
      "Contested",
      0n,
      0n,
      [0n, 0n, 0n, 0n],
    ],
    [
      "V23",
      1001n,
      100n,
      [[100_000n, "for"], [50_000n, "against"], [150_000n]],
      "Accepted",
      502n,
      0n,
      [499n, -500n, 0n],
    ],
  ];
  for (const [name, mint, author, votes, outcome, post, ofAuthor, members] of cases) {
    it(`ends as vector ${name} says`, () => {
      const bench = votes.map(([stake, vote]) => ({ stake, vote }));
      const ended = settle(mint, author, bench, CONTRACT);
      assert.equal(ended.outcome, outcome);
      assert.deepEqual([ended.post, ended.author, ended.members], [post, ofAuthor, members]);
    });
  }

  it("mints what a block's share is, at most twice that of its subsidy", () => {
    assert.deepEqual(
      [0n, 799n, 1600n, 1601n, 9_000n].map((share) => mintOf(share, 1000n, CONTRACT)),
      [0n, 799n, 1600n, 1600n, 1600n],
    );
  });
});

describe("salary", () => {
  const ledger = (...balances: bigint[]) => {
    const made = new Ledger();
    for (const [index, balance] of balances.entries()) made.mint(`holder ${index}`, balance);
    return made;
  };
  const owed = (made: Ledger) => [...made.holders.keys()].map((who) => made.claimable(who));

  it("is shared as vectors S1 and S4 say", () => {
    // In whole REP, since nobody is paid in a domain of less than one.
    const [first, second] = [1, 2].map(() => ledger(100n * REP, 200n * REP, 300n * REP));
    first!.pay(1000n * REP);
    assert.deepEqual(
      owed(first!).map((amount) => amount / REP),
      [166n, 333n, 499n],
    );
    second!.pay(1000n);
    assert.deepEqual([second!.accumulator, second!.carry], [1n, 400n * REP]);
  });

  it("of a balance stays when the balance changes, and is claimed once", () => {
    const made = ledger(100n * REP, 300n * REP);
    made.pay(400n * REP);
    made.burn("holder 0", 100n * REP);
    made.pay(300n * REP);
    assert.deepEqual(owed(made), [100n * REP, 600n * REP]);
    assert.deepEqual([made.claim("holder 1"), made.claim("holder 1")], [600n * REP, 0n]);
  });
});
