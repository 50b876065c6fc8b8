/**
 * Providers, who are agents, stake GPUs in pools that holders make: with collateral, for a time, and get it
 * back. What they earn depends on the market, which uses them; until there is one, nothing of what is staked is
 * in use, and nothing is emitted. The books, kept from events alone, agree with the chain after every block.
 */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { register } from "../../harness/chain/agents.ts";
import { block, eventsIn } from "../../harness/chain/blocks.ts";
import { BOOTSTRAP_MAJORITY, COUNCIL, motion } from "../../harness/chain/council.ts";
import {
  claimable,
  PER_UNIT,
  pool,
  pools,
  position,
  positions,
  STANDARD,
  unbondings,
  weightOf,
  type PoolSpec,
} from "../../harness/chain/gpu.ts";
import { enact, makeProposal, now } from "../../harness/chain/proposals.ts";
import { DAY, sealedBlock, sealedBlockAt, timeTravel } from "../../harness/chain/time.ts";
import { AITBC } from "../../harness/chain/token.ts";
import {
  eventsNamed,
  fundedAccounts,
  included,
  succeeds,
  type Inclusion,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { walletAddress } from "../../harness/chain/wallets.ts";
import { until } from "../../harness/deadline.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { metrics } from "../../harness/node/metrics.ts";
import { Node } from "../../harness/node/node.ts";
import { Books } from "../../harness/recompute/books.ts";
import { after, afterEach, assert, before, describe, it } from "../../harness/test.ts";

/** The most seconds until metrics are new. */
const FRESH_SECONDS = 30;
/** The most blocks until the agenda has come to a moment some months ahead. */
const BLOCKS_OF_AGENDA = 200;
/** What providers say of their hardware, as a hash. */
const HARDWARE = `0x${"07".repeat(32)}`;
/** The rules of the pool that holders make. */
const SPEC: PoolSpec = {
  name: "h100",
  unit: "an H100 for a second",
  rate: AITBC / 1_000n,
  matchRatio: 500_000,
  bootstrap: 0n,
  price: { min: AITBC / 1_000_000n, max: AITBC },
  perUnit: PER_UNIT,
  audit: null,
};

let node: Node;
let api: ApiPromise;
let books: Books;
let ada: KeyringPair;
let ben: KeyringPair;
/** Controls the agents that Ada, Ben and others are. */
let owner: KeyringPair;

before(async () => {
  const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
  node = await Node.start({ name: "gpu-staking", args, metrics: true });
  api = await node.api();
  await timeTravel(node, "2027-01-01T00:00:00Z");
  await sealedBlock(node);
  [ada, ben, owner] = await fundedAccounts(api, "//gpu//ada", "//gpu//ben", "//gpu//owner");
  for (const agent of [ada, ben, keyPair("//gpu//cyd")]) {
    await register(api, agent, owner, "Provider");
  }
  books = await Books.begin(api);
});
afterEach(() => books.catchUp(api));
after(() => node?.stop());

describe("a pool", () => {
  it("is there from the start, with a bootstrap", async () => {
    const standard = await pool(node, STANDARD);
    assert.equal(standard.name, "standard");
    assert.equal(standard.rate, AITBC / 1_000n);
    assert.equal(standard.matchRatio, 500_000);
    assert.equal(standard.perUnit, PER_UNIT);
    assert.deepEqual([standard.minPrice, standard.maxPrice], [AITBC / 1_000_000n, AITBC]);
    assert.deepEqual([standard.funds, standard.bootstrapLeft], [1_000n * AITBC, 1_000n * AITBC]);
    assert.deepEqual([standard.power, standard.emission, standard.daysLeft], [0, 0n, null]);
  });

  it("is made by holders", async () => {
    const create = api.tx.gpuStaking.createPool(SPEC);
    assert.equal((await included(api, create, ada)).error, "BadOrigin");
    await enact(node, await makeProposal(api, "ParameterChange", [create], faucet));
    const [made] = await pools(node);
    assert.equal(made!.id, 1);
    assert.equal(made!.name, SPEC.name);
    assert.equal(made!.unit, SPEC.unit);
    assert.deepEqual([made!.funds, made!.bootstrapLeft, made!.providers], [0n, 0n, 0]);
  });

  it("that does not exist has a code of its own", async () => {
    for (const [method, params, code] of [
      ["gpu_pool", [9], 20_403],
      ["gpu_claimable", [9, ada.address], 20_403],
      ["gpu_position", [9], 20_404],
    ] as const) {
      assert.equal((await node.refusal(method, [...params])).code, code, method);
    }
  });
});

describe("a position", () => {
  const POOL = 1;
  let hers: number;
  let his: number;

  it("is staked with collateral", async () => {
    hers = await staked(ada, 30, 300n * AITBC, 30);
    his = await staked(ben, 10, 100n * AITBC, 7);
    const told = await position(node, hers);
    assert.equal(told.provider, ada.address);
    assert.deepEqual([told.power, told.usable, told.free, told.allocated], [30, 30, 30, 0]);
    assert.deepEqual([told.collateral, told.perUnit], [300n * AITBC, PER_UNIT]);
    assert.deepEqual([told.multiplier, told.specHash], [1_100, HARDWARE]);
    await requireWeights([30, 1_100], [10, 1_000]);
    assert.deepEqual(
      (await positions(node, ada.address)).map(({ id }) => id),
      [hers],
    );
  });

  it("is staked by providers only", async () => {
    const [stranger, consumer] = await fundedAccounts(api, "//gpu//stranger", "//gpu//consumer");
    await register(api, consumer, owner, "Consumer");
    const stake = () => api.tx.gpuStaking.stake(POOL, 10, 100n * AITBC, 7 * DAY, HARDWARE);
    await requireRefused(stake(), stranger, "NotProvider");
    await requireRefused(stake(), consumer, "NotProvider");
    await succeeds(api, api.tx.agents.suspend(ben.address), owner);
    await requireRefused(stake(), ben, "NotProvider");
    await succeeds(api, api.tx.agents.resume(ben.address), owner);
  });

  it("is not staked with less, for less, or for longer", async () => {
    const { stake } = api.tx.gpuStaking;
    for (const [tx, error] of [
      [stake(POOL, 30, 300n * AITBC - 1n, 7 * DAY, HARDWARE), "CollateralTooLow"],
      [stake(POOL, 1, 100n * AITBC - 1n, 7 * DAY, HARDWARE), "CollateralTooLow"],
      [stake(POOL, 0, 100n * AITBC, 7 * DAY, HARDWARE), "PowerZero"],
      [stake(POOL, 1, 100n * AITBC, 6 * DAY, HARDWARE), "LockTooShort"],
      [stake(POOL, 1, 100n * AITBC, 366 * DAY, HARDWARE), "LockTooLong"],
      [stake(9, 1, 100n * AITBC, 7 * DAY, HARDWARE), "PoolNotFound"],
    ] as const) {
      await requireRefused(tx, ada, error);
    }
  });

  it("grows, and its lock begins anew with new power", async () => {
    const { lockedUntil } = await position(node, hers);
    await succeeds(api, api.tx.gpuStaking.add(hers, 0, 10n * AITBC), ada);
    assert.equal((await position(node, hers)).lockedUntil, lockedUntil);
    await sealedBlockAt(node, (await now(api)) + DAY);
    await succeeds(api, api.tx.gpuStaking.add(hers, 10, 90n * AITBC), ada);
    const told = await position(node, hers);
    assert.deepEqual([told.power, told.collateral], [40, 400n * AITBC]);
    assert.equal(told.lockedUntil, (await now(api)) + 30 * DAY);
    await requireWeights([40, 1_100], [10, 1_000]);
    const { add } = api.tx.gpuStaking;
    await requireRefused(add(hers, 1, 0n), ada, "CollateralTooLow");
    await requireRefused(add(hers, 0, 0n), ada, "AmountZero");
    await requireRefused(add(his, 0, 1n), ada, "NotOwner");
    await requireRefused(add(9, 0, 1n), ada, "PositionNotFound");
  });

  it("is locked again for longer only", async () => {
    const { relock, unstake } = api.tx.gpuStaking;
    await requireRefused(relock(hers, 7 * DAY), ada, "LockShortened");
    await succeeds(api, relock(hers, 90 * DAY), ada);
    assert.equal((await position(node, hers)).multiplier, 1_250);
    await requireWeights([40, 1_250], [10, 1_000]);
    await requireRefused(unstake(hers, 40, 400n * AITBC), ada, "StillLocked");
  });

  it("earns nothing while nobody uses it", async () => {
    assert.equal(await claimable(node, POOL, ada.address), 0n);
    await requireRefused(api.tx.gpuStaking.claim(POOL), ada, "NothingToClaim");
    await requireRefused(api.tx.gpuStaking.claim(9), ada, "PoolNotFound");
  });

  it("is unlocked by time alone", async () => {
    const { lockedUntil } = await position(node, hers);
    // The bucket of the agenda that it is in ends a minute later at most.
    const end = await ended(lockedUntil + 60_000);
    assert.deepEqual(end, { position: String(hers) });
    assert.equal((await position(node, hers)).multiplier, 1_000);
    await requireWeights([40, 1_000], [10, 1_000]);
  });

  it("is taken out in parts, which unbond for a week", async () => {
    const { unstake, withdrawUnbonded } = api.tx.gpuStaking;
    await requireRefused(unstake(hers, 10, 100n * AITBC + 1n), ada, "CollateralTooLow");
    await requireRefused(unstake(hers, 41, 0n), ada, "Allocated");
    await requireRefused(unstake(hers, 40, 401n * AITBC), ada, "Earmarked");
    await requireRefused(withdrawUnbonded(), ada, "NothingToWithdraw");
    const part = await succeeds(api, unstake(hers, 10, 100n * AITBC), ada);
    const [told] = eventsNamed(part, "gpuStaking.Unstaked");
    assert.equal(Number(told!["matures"]), (await now(api)) + 7 * DAY);
    await requireWeights([30, 1_000], [10, 1_000]);

    await succeeds(api, unstake(hers, 30, 300n * AITBC), ada);
    await requireWeights([0, 0], [10, 1_000]);
    await requireRefused(withdrawUnbonded(), ada, "NothingToWithdraw");
    assert.equal(await held(ada), 400n * AITBC);
    const parts = await unbondings(node, ada.address);
    assert.deepEqual(
      parts.map(({ position, amount }) => [position, amount]),
      [
        [hers, 100n * AITBC],
        [hers, 300n * AITBC],
      ],
    );
    assert.equal(parts[0]!.matures, Number(told!["matures"]));

    await sealedBlockAt(node, Number(told!["matures"]) + 10_000);
    const out = await succeeds(api, withdrawUnbonded(), ada);
    const [withdrawn] = eventsNamed(out, "gpuStaking.Withdrawn");
    assert.equal(BigInt(withdrawn!["amount"]!), 400n * AITBC);
    assert.equal(await held(ada), 0n);
    assert.deepEqual(await unbondings(node, ada.address), []);
    assert.equal((await node.refusal("gpu_position", [hers])).code, 20_404);
  });

  /** Stakes in the pool; the number of the position. */
  async function staked(
    who: KeyringPair,
    power: number,
    collateral: bigint,
    days: number,
  ): Promise<number> {
    const stake = api.tx.gpuStaking.stake(POOL, power, collateral, days * DAY, HARDWARE);
    const [event] = eventsNamed(await succeeds(api, stake, who), "gpuStaking.Staked");
    assert.equal(BigInt(event!["collateral"]!), collateral);
    return Number(event!["position"]);
  }

  /** The pool weighs what Ada's and Ben's positions do: power, and the multiplier in thousandths. */
  async function requireWeights(...parts: [power: number, thousandths: number][]): Promise<void> {
    const told = await pool(node, POOL);
    const weight = parts.reduce((sum, [power, times]) => sum + weightOf(power, times), 0n);
    assert.equal(told.weight, weight);
    assert.equal(
      told.power,
      parts.reduce((sum, [power]) => sum + power, 0),
    );
    assert.equal(told.providers, parts.filter(([power]) => power > 0).length);
  }

  /**
   * Brings the chain to `when`; what it tells of the end of her lock in the blocks there. The agenda passes
   * each minute of the months that were skipped, some thousands of them in a block.
   */
  async function ended(when: number): Promise<Record<string, string> | undefined> {
    await sealedBlockAt(node, when);
    for (let more = 0; more < BLOCKS_OF_AGENDA; more++) {
      const next = await block(api, await sealedBlock(node));
      // Ben's lock of a week ends before.
      const ends = eventsIn([next], "gpuStaking.LockEnded");
      const end = ends.find((event) => event["position"] === String(hers));
      if (end !== undefined) return end;
    }
    return undefined;
  }
});

describe("the funds of a pool", () => {
  it("are taken back by holders, and given by anybody", async () => {
    const take = api.tx.gpuStaking.takeBack(STANDARD, 1_000n * AITBC);
    await enact(node, await makeProposal(api, "ParameterChange", [take], faucet));
    const dry = await pool(node, STANDARD);
    assert.deepEqual([dry.funds, dry.owed, dry.daysLeft], [0n, 0n, null]);

    await requireRefused(api.tx.gpuStaking.fund(STANDARD, 0n), ben, "AmountZero");
    await succeeds(api, api.tx.gpuStaking.fund(STANDARD, 25n * AITBC), ben);
    const refilled = await pool(node, STANDARD);
    assert.deepEqual([refilled.funds, refilled.bootstrapLeft], [25n * AITBC, 1_000n * AITBC]);
  });

  it("are shown to Prometheus with the rest", async () => {
    const shown = await until(FRESH_SECONDS, "metrics of the new funds", async () => {
      // A new session makes the node look.
      await sealedBlock(node);
      const collected = await metrics(node);
      return collected.get('aitbc_gpu_reward_funds{pool="standard"}') === 25
        ? collected
        : undefined;
    });
    assert.equal(shown.get('aitbc_gpu_reward_owed{pool="standard"}'), 0);
    assert.equal(shown.get('aitbc_gpu_power{pool="h100"}'), 10);
    assert.equal(shown.get('aitbc_gpu_allocated{pool="h100"}'), 0);
    assert.equal(shown.get('aitbc_gpu_providers{pool="h100"}'), 1);
    assert.equal(shown.get("aitbc_gpu_collateral"), 100);
  });
});

describe("a pool that cannot be", () => {
  it("is refused with its error", async () => {
    const tx = api.tx.gpuStaking;
    for (const [call, error] of [
      [tx.createPool({ ...SPEC, name: "H100" }), "BadSpec"],
      [tx.createPool({ ...SPEC, name: "h2" }), "BadSpec"],
      [tx.createPool(SPEC), "BadSpec"],
      [tx.updatePool(STANDARD, { Rate: AITBC + 1n }), "BadSpec"],
      [tx.updatePool(STANDARD, { PerUnit: AITBC - 1n }), "BadSpec"],
      [tx.updatePool(STANDARD, { PerUnit: 100_000n * AITBC + 1n }), "BadSpec"],
      [tx.updatePool(9, { Rate: 1n }), "PoolNotFound"],
      [tx.takeBack(STANDARD, 25n * AITBC + 1n), "FundsOwed"],
      [tx.takeBack(STANDARD, 0n), "AmountZero"],
    ] as const) {
      assert.equal(await asRoot(call), `gpuStaking.${error}`, call.method.toString());
    }
  });
});

describe("a closed pool", () => {
  it("takes nobody in, and keeps nobody", async () => {
    const POOL = 1;
    const tx = api.tx.gpuStaking;
    const stake = () => tx.stake(POOL, 1, 100n * AITBC, 365 * DAY, HARDWARE);
    const [staked] = eventsNamed(await succeeds(api, stake(), ada), "gpuStaking.Staked");
    const position = Number(staked!["position"]);
    await requireRefused(tx.unstake(position, 1, 100n * AITBC), ada, "StillLocked");

    assert.equal(await asRoot(tx.closePool(POOL)), "ok");
    assert.equal((await pool(node, POOL)).closed, true);
    assert.equal(await asRoot(tx.closePool(POOL)), "gpuStaking.PoolClosed");
    await requireRefused(stake(), ada, "PoolClosed");
    await requireRefused(tx.add(position, 1, 100n * AITBC), ada, "PoolClosed");
    await requireRefused(tx.fund(POOL, AITBC), ada, "PoolClosed");
    await succeeds(api, tx.unstake(position, 1, 100n * AITBC), ada);
  });
});

describe("tokens that vest", () => {
  it("are no collateral", async () => {
    const [cyd] = await fundedAccounts(api, "//gpu//cyd");
    const locked = { locked: 500n * AITBC, perBlock: AITBC / 1_000n, startingBlock: 1_000_000 };
    await succeeds(api, api.tx.vesting.vestedTransfer(cyd.address, locked), faucet);
    const { stake } = api.tx.gpuStaking;
    // Of 1 500 that she has.
    await requireRefused(stake(STANDARD, 1, 1_100n * AITBC, 7 * DAY, HARDWARE), cyd, "Frozen");
    await succeeds(api, stake(STANDARD, 1, 900n * AITBC, 7 * DAY, HARDWARE), cyd);
  });
});

describe("a wallet", () => {
  it("stakes while it is linked to a provider, and stays linked while it does", async () => {
    const tx = api.tx.agentWallet;
    const wallet = walletAddress(owner.address, 0);
    await succeeds(api, tx.create(0, null, null), owner);
    await succeeds(api, api.tx.balances.transferKeepAlive(wallet, 200n * AITBC), faucet);
    const stake = api.tx.gpuStaking.stake(STANDARD, 1, 100n * AITBC, 7 * DAY, HARDWARE);
    const unlinked = await included(api, tx.execute(wallet, stake), owner);
    assert.equal(unlinked.error, "gpuStaking.NotProvider");
    await succeeds(api, tx.link(wallet, ada.address), owner);
    await succeeds(api, tx.execute(wallet, stake), owner);
    assert.deepEqual(
      (await positions(node, wallet)).map(({ provider }) => provider),
      [wallet],
    );
    const unlink = await included(api, tx.unlink(wallet), owner);
    assert.equal(unlink.error, "agentWallet.HasObligations");
    const retire = await included(api, api.tx.agents.retire(ben.address), owner);
    assert.equal(retire.error, "agents.HasObligations");
  });
});

/** Has the council dispatch a call as Root; how it ended: `ok` or the name of the error. */
function asRoot(call: Tx): Promise<string> {
  const dispatch = api.tx.openClaw.bootstrapDispatch(call);
  return motion(api, dispatch, COUNCIL.slice(0, BOOTSTRAP_MAJORITY));
}

/** Throws unless a call is refused with that error of the pallet and has moved nothing on hold. */
async function requireRefused(tx: Tx, who: KeyringPair, error: string): Promise<Inclusion> {
  const before = await held(who);
  const outcome = await included(api, tx, who);
  assert.equal(outcome.error, `gpuStaking.${error}`);
  assert.equal(await held(who), before);
  return outcome;
}

async function held({ address }: KeyringPair): Promise<bigint> {
  return (await api.query.system.account(address)).data.reserved.toBigInt();
}
