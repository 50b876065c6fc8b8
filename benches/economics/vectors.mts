/** The vectors of design 03, section 7, that are about blocks and salary. */

import assert from "node:assert/strict";

import { benchSeed, wordsOf } from "../../e2e/harness/chain/random.ts";
import { drawBench } from "./bench.mts";
import { sum, type Contract } from "./parameters.mts";
import { authorLoss, mintOf, settle, toContract, type Member, type Outcome } from "./pool.mts";
import { Salary } from "./salary.mts";

/** What the vectors go by. */
const CONTRACT: Contract = {
  blockShare: 1_000_000_000n,
  mintRatio: 1_000_000_000n,
  mintCap: 2n,
  authorShare: 500_000_000n,
  benchSeats: 30,
  window: 10,
  quorum: 100_000_000n,
  voteLoss: 10n,
  authorLoss: 10_000_000n,
  authorLossCap: 10_000_000n,
};
const CONTRACT_SHARE = 100_000_000n;

interface Vector {
  /** Block share of revenue, stake of the author, stake of the bench. */
  fee: bigint;
  author: bigint;
  bench: bigint;
  /** As the design writes them: name, stake, side. Who is silent is left out. */
  votes: string;
  outcome: Outcome;
  /** What each voter gains, the author by its stake and its losses as P. */
  changes: Record<string, bigint>;
  post?: bigint;
  /** Its parts. */
  contract?: bigint;
  producer?: bigint;
}

// prettier-ignore
export const VECTORS: Record<string, Vector> = {
  V11: { fee: 1001n, author: 0n, bench: 0n, votes: "", outcome: "accepted", changes: { P: 0n }, post: 1001n },
  V17: { fee: 200n, author: 400n, bench: 3000n, votes: "A1000+ B600+", outcome: "accepted",
    changes: { P: 20n, A: 50n, B: 30n }, post: 100n, contract: 10n, producer: 90n },
  V18: { fee: 200n, author: 400n, bench: 3000n, votes: "A1000- B600- D500- C200+", outcome: "rejected",
    changes: { P: -4n, A: 29n, B: 17n, D: 14n, C: -2n }, post: 0n },
  V19: { fee: 200n, author: 400n, bench: 3000n, votes: "A1000- B600- C200+", outcome: "contested",
    changes: { P: 0n, A: 0n, B: 0n, C: 0n }, post: 0n },
  V20: { fee: 200n, author: 400n, bench: 3000n, votes: "A200+", outcome: "no quorum",
    changes: { P: 0n, A: 0n }, post: 0n },
  V21: { fee: 200n, author: 400n, bench: 3000n, votes: "A1000+ B600+ C200-", outcome: "accepted",
    changes: { P: 20n, A: 50n, B: 30n, C: -2n }, post: 100n },
  V22: { fee: 200n, author: 400n, bench: 3000n, votes: "A1500- B500- C200+", outcome: "contested",
    changes: { P: 0n, A: 0n, B: 0n, C: 0n }, post: 0n },
  V23: { fee: 1001n, author: 100n, bench: 300_000n, votes: "A100000+ B50000-", outcome: "accepted",
    changes: { P: 0n, A: 499n, B: -500n }, post: 502n },
};

/** Members and their names, with one more who is silent if that is what is missing to `bench`. */
export function parseVotes(votes: string, bench: bigint): { names: string[]; members: Member[] } {
  const parsed = [...votes.matchAll(/([A-Z])(\d+)([+-])/g)];
  const members: Member[] = parsed.map(([, , stake, side]) => ({
    stake: BigInt(stake!),
    vote: side === "+" ? "for" : "against",
  }));
  const silent = bench - sum(members.map(({ stake }) => stake));
  return {
    names: parsed.map(([, name]) => name!),
    members: silent > 0n ? [...members, { stake: silent }] : members,
  };
}

/** Throws where the model is not what the design says. */
export function checkVectors(): void {
  for (const [name, vector] of Object.entries(VECTORS)) checkVector(name, vector);
  checkBenches();
  checkSalary();
}

function checkVector(name: string, vector: Vector): void {
  const { names, members } = parseVotes(vector.votes, vector.bench);
  // All of the revenue is subsidy, so the cap does not cut it.
  const mint = mintOf(CONTRACT, vector.fee, vector.fee);
  const end = settle(CONTRACT, mint, vector.author, members);
  assert.equal(end.outcome, vector.outcome, name);

  const changes = Object.fromEntries(names.map((who, index) => [who, end.members[index]!]));
  const lost =
    end.outcome === "rejected" ? authorLoss(CONTRACT, vector.author, vector.author, 0n) : 0n;
  assert.deepEqual({ P: end.author - lost, ...changes }, vector.changes, name);
  assert.equal(end.post, vector.post, name);
  if (vector.contract !== undefined) {
    const ofContract = toContract(CONTRACT_SHARE, end.post);
    assert.deepEqual([ofContract, end.post - ofContract], [vector.contract, vector.producer], name);
  }
  if (end.outcome === "accepted") {
    const gains = sum(end.members.filter((change) => change > 0n));
    assert.equal(gains + end.author + end.post, mint, `${name}: rewards and post are the mint`);
  }
}

function checkBenches(): void {
  const draw = (...weights: bigint[]) => {
    const outputs = [1, 2].map((byte) => new Uint8Array(32).fill(byte)) as [Uint8Array, Uint8Array];
    return drawBench(weights, 32, wordsOf(benchSeed(...outputs)));
  };
  assert.deepEqual(
    draw(600n, 300n, 100n, 0n),
    { total: 733n, seat: 22n, seats: [15, 13, 4, 0] },
    "B1",
  );
  assert.deepEqual(draw(600n, 300n), { total: 900n, seat: 28n, seats: [22, 10] }, "B2");
  assert.equal(draw(0n, 0n), undefined, "B3");
}

function checkSalary(): void {
  const s1 = new Salary();
  const owed = (since = 0n) => [100n, 200n, 300n].map((units) => s1.owed(units, since));
  s1.pay(1_000n, 600n);
  assert.deepEqual(owed(), [166n, 333n, 499n], "S1");
  const claimed = s1.accumulator;
  s1.pay(999n, 600n);
  assert.deepEqual([owed(), s1.carry], [[333n, 666n, 999n], 400n], "S1");
  assert.deepEqual(owed(claimed), [166n, 333n, 499n], "S1b");

  const s4 = new Salary();
  s4.pay(1_000n, 600n);
  assert.deepEqual([s4.accumulator, s4.carry], [1_666_666_666_666n, 400n], "S4");
  s4.pay(200n, 600n);
  assert.deepEqual([s4.accumulator - 1_666_666_666_666n, s4.carry], [333_333_333_334n, 0n], "S4");
  assert.deepEqual(
    [100n, 200n, 300n].map((units) => s4.owed(units, 0n)),
    [200n, 400n, 600n],
    "S4",
  );
}
