/** From the first bond to the last withdrawal: a new validator and its nominator. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { ownedKeys, rotateKeys, type OwnedKeys } from "../../harness/chain/session-keys.ts";
import { activeEra, blockBy, finalInEra, sessionValidators } from "../../harness/chain/sessions.ts";
import { AITBC } from "../../harness/chain/token.ts";
import {
  eventsNamed,
  finalised,
  fundedAccounts,
  included,
  moved,
  succeeds,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import { rawSpec } from "../../harness/network/spec.ts";
import { insertKeys } from "../../harness/network/validators.ts";
import { run } from "../../harness/node/binary.ts";
import { Node } from "../../harness/node/node.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

/** Eras between unbonding and withdrawal, as the preset has them. */
const BONDING_DURATION = 2;
/** An era has 3 sessions of 20 s; one of them is over before what is elected comes into force. */
const TWO_ERAS_SECONDS = 150;

/** The most validators one nominator may name. */
const MAX_NOMINATIONS = 16;

const BOND = 3_000n * AITBC;
const NOMINATION = 500n * AITBC;
const UNBONDED = 100n * AITBC;
/** A tenth, in parts of 10^9. */
const COMMISSION = 100_000_000;

let spec: string;
let node: Node;
let api: ApiPromise;
let validator: KeyringPair;
let nominator: KeyringPair;
let stranger: KeyringPair;
let keys: OwnedKeys;
/** The era in which the validator works. */
let era: number;

before(async () => {
  spec = await rawSpec("e2e");
  const alice = await devNode();
  const bootnode = ["--bootnodes", alice.multiaddress("tcp")];
  const starting = Node.start({
    name: "newcomer",
    args: ["--chain", spec, "--validator", ...bootnode],
  });
  api = await alice.api();
  [validator, nominator, stranger] = await fundedAccounts(
    api,
    "//bonding//validator",
    "//bonding//nominator",
    "//bonding//stranger",
  );
  const gift = api.tx.balances.transferKeepAlive(validator.address, 2n * BOND);
  await succeeds(api, gift, faucet);
  node = await starting;
});

describe("a validator and its nominator", () => {
  it("bond", async () => {
    const { bond } = api.tx.staking;
    const [outcome] = await Promise.all([
      succeeds(api, bond(BOND, "Stash"), validator),
      succeeds(api, bond(NOMINATION, "Stash"), nominator),
    ]);

    assert.deepEqual(eventsNamed(outcome, "staking.Bonded"), [
      { stash: validator.address, amount: String(BOND) },
    ]);
    assert.equal(await moved(api, validator.address, outcome), -(BOND + outcome.fee));
    assert.equal(await bonded(validator), BOND);
  });

  it("are told by the node that it has no session keys, and what to do", async () => {
    await node.log.match(/no session keys.*author_rotateKeysWithOwner.*session\.setKeys/, 30);
  });

  it("register session keys, apply, and nominate", async () => {
    keys = await rotateKeys(node, validator);
    assert.equal(await node.rpc("author_hasSessionKeys", [keys.keys]), true);

    const { setKeys } = api.tx.session;
    const { validate, nominate } = api.tx.staking;
    await succeeds(api, setKeys(keys.keys, keys.proof), validator);
    await succeeds(api, validate({ commission: COMMISSION }), validator);
    await succeeds(api, nominate([validator.address]), nominator);

    assert.equal((await api.query.session.nextKeys(validator.address)).toHex(), keys.keys);
    const prefs = await api.query.staking.validators(validator.address);
    assert.equal(prefs.commission.toNumber(), COMMISSION);
    const { targets } = (await api.query.staking.nominators(nominator.address)).unwrap();
    assert.deepEqual(targets.map(String), [validator.address]);
  });

  it("begin to unbond, and cannot withdraw yet", async () => {
    const now = await activeEra(api);
    const outcome = await succeeds(api, api.tx.staking.unbond(UNBONDED), nominator);
    assert.deepEqual(eventsNamed(outcome, "staking.Unbonded"), [
      { stash: nominator.address, amount: String(UNBONDED) },
    ]);
    assert.equal(await bonded(nominator), NOMINATION - UNBONDED);
    const { unlocking } = (await api.query.staking.ledger(nominator.address)).unwrap();
    assert.ok(unlocking[0]!.era.toNumber() >= now + BONDING_DURATION);

    const early = await succeeds(api, api.tx.staking.withdrawUnbonded(0), nominator);
    assert.deepEqual(eventsNamed(early, "staking.Withdrawn"), []);
    assert.equal(await moved(api, nominator.address, early), -early.fee);
  });
});

describe("staking refuses", () => {
  const cases: [string, string, () => Tx, () => KeyringPair][] = [
    [
      "a second bond",
      "staking.AlreadyBonded",
      () => api.tx.staking.bond(BOND, "Stash"),
      () => validator,
    ],
    [
      "a bond of next to nothing",
      "staking.InsufficientBond",
      () => api.tx.staking.bond(1n, "Stash"),
      () => stranger,
    ],
    [
      "a validator without a bond",
      "staking.NotController",
      () => api.tx.staking.validate({}),
      () => stranger,
    ],
    [
      "a validator with too small a bond",
      "staking.InsufficientBond",
      () => api.tx.staking.validate({}),
      () => nominator,
    ],
    [
      "a nomination of nobody",
      "staking.EmptyTargets",
      () => api.tx.staking.nominate([]),
      () => nominator,
    ],
    [
      "more nominations than an election looks at",
      "staking.TooManyTargets",
      () => api.tx.staking.nominate(Array(MAX_NOMINATIONS + 1).fill(validator.address)),
      () => nominator,
    ],
    [
      "to pay for an era to come",
      "staking.InvalidEraToReward",
      () => api.tx.staking.payoutStakersByPage(validator.address, 1_000, 0),
      () => stranger,
    ],
  ];
  for (const [what, error, call, who] of cases) {
    it(what, async () => {
      const ledger = (await api.query.staking.ledger(who().address)).toHex();
      const outcome = await included(api, call(), who());

      assert.equal(outcome.error, error);
      assert.equal(await moved(api, who().address, outcome), -outcome.fee);
      assert.equal((await api.query.staking.ledger(who().address)).toHex(), ledger);
    });
  }
});

describe("session keys are refused", () => {
  const cases: [string, string, () => Promise<OwnedKeys>][] = [
    [
      "without a proof",
      "session.InvalidProof",
      async () => ({ keys: await node.rpc("author_rotateKeys"), proof: "0x" }),
    ],
    ["with the proof of somebody else", "session.InvalidProof", () => rotateKeys(node, validator)],
    [
      "with a proof of other keys",
      "session.InvalidProof",
      async () => ({ ...keys, proof: (await rotateKeys(node, stranger)).proof }),
    ],
    [
      "that are those of another validator",
      "session.DuplicatedKey",
      async () => ownedKeys("//Alice", stranger),
    ],
  ];
  for (const [what, error, make] of cases) {
    it(what, async () => {
      const { keys, proof } = await make();
      const outcome = await included(api, api.tx.session.setKeys(keys, proof), stranger);

      assert.equal(outcome.error, error);
      assert.equal(await moved(api, stranger.address, outcome), -outcome.fee);
      assert.ok((await api.query.session.nextKeys(stranger.address)).isNone);
    });
  }

  it("by a node that is asked for an owner that is none", async () => {
    const { message } = await node.refusal("author_rotateKeysWithOwner", ["Alice"]);
    assert.equal(message, "Invalid params");
  });
});

describe("keys that are in a keystore already", () => {
  const where = () => ["--base-path", node.basePath, "--chain", spec];
  const proof = (owner: KeyringPair, { keys }: OwnedKeys) =>
    run(["key", "ownership-proof", "--owner", owner.address, "--keys", keys, ...where()]);

  it("are proven by the node, for one owner", async () => {
    const uri = "//bonding//stranger//session";
    const own = ownedKeys(uri, stranger);
    await insertKeys(uri, node.basePath, spec);
    const { code, stdout } = await proof(stranger, own);
    assert.equal(code, 0);
    const [, keys, proven] = /^keys: +(0x\w+)\nproof: +(0x\w+)\n$/.exec(stdout)!;
    assert.equal(keys, own.keys);

    const { setKeys, purgeKeys } = api.tx.session;
    const stolen = await included(api, setKeys(keys!, proven!), nominator);
    assert.equal(stolen.error, "session.InvalidProof");
    await succeeds(api, setKeys(keys!, proven!), stranger);
    assert.equal((await api.query.session.nextKeys(stranger.address)).toHex(), own.keys);
    await succeeds(api, purgeKeys(), stranger);
  });

  it("are not proven by a node that does not have them", async () => {
    const { code, stderr } = await proof(stranger, ownedKeys("//Alice", stranger));
    assert.equal(code, 1);
    assert.match(stderr, /the keystore lacks the secret of one of these keys/);
  });
});

describe("the new validator", () => {
  it("is elected and makes blocks", async () => {
    await blockBy(api, validator.address, TWO_ERAS_SECONDS);
    era = await activeEra(api);
    const alice = keyPair("//Alice").address;
    assert.deepEqual((await sessionValidators(api)).sort(), [alice, validator.address].sort());
  });

  it("can give up, and works until its era ends", async () => {
    const outcome = await succeeds(api, api.tx.staking.chill(), validator);
    assert.deepEqual(eventsNamed(outcome, "staking.Chilled"), [{ stash: validator.address }]);
    assert.ok((await sessionValidators(api)).includes(validator.address));
  });

  it("is not elected again, and the chain goes on", async () => {
    const alice = keyPair("//Alice").address;
    await finalised(api, "an era without it", TWO_ERAS_SECONDS, async ({ hash }) => {
      const state = await api.at(hash);
      return (await state.query.session.validators()).length === 1;
    });
    assert.deepEqual(await sessionValidators(api), [alice]);
    await blockBy(api, alice, 30);
  });

  it("is paid with its nominator, in proportion to what they had at stake", async () => {
    await finalInEra(api, era + 1, TWO_ERAS_SECONDS);
    const payout = api.tx.staking.payoutStakersByPage(validator.address, era, 0);
    const outcome = await succeeds(api, payout, stranger);

    const rewards = Object.fromEntries(
      eventsNamed(outcome, "staking.Rewarded").map(({ stash, amount }) => [stash, BigInt(amount!)]),
    );
    const total = await reward(validator, era);
    const commission = (total * BigInt(COMMISSION)) / 1_000_000_000n;
    const stake = BOND + NOMINATION - UNBONDED;
    const shared = total - commission;
    close(rewards[validator.address]!, commission + (shared * BOND) / stake, total);
    close(rewards[nominator.address]!, (shared * (NOMINATION - UNBONDED)) / stake, total);
    assert.equal(await moved(api, validator.address, outcome), rewards[validator.address]);
    assert.equal(await moved(api, nominator.address, outcome), rewards[nominator.address]);

    const again = await included(api, payout, stranger);
    assert.equal(again.error, "staking.AlreadyClaimed");
  });
});

describe("the nominator", () => {
  it("withdraws what has been unbonding for two eras", async () => {
    const { unlocking } = (await api.query.staking.ledger(nominator.address)).unwrap();
    await finalInEra(api, unlocking[0]!.era.toNumber(), TWO_ERAS_SECONDS);
    const outcome = await succeeds(api, api.tx.staking.withdrawUnbonded(0), nominator);

    assert.deepEqual(eventsNamed(outcome, "staking.Withdrawn"), [
      { stash: nominator.address, amount: String(UNBONDED) },
    ]);
    assert.equal(await moved(api, nominator.address, outcome), UNBONDED - outcome.fee);
    assert.equal(await bonded(nominator), NOMINATION - UNBONDED);
  });
});

/** What is at stake, in units. */
async function bonded({ address }: KeyringPair): Promise<bigint> {
  return (await api.query.staking.ledger(address)).unwrap().active.toBigInt();
}

/** What a validator and its nominators get for an era together, in units. */
async function reward({ address }: KeyringPair, era: number): Promise<bigint> {
  const { total, individual } = await api.query.staking.erasRewardPoints(era);
  const paid = (await api.query.staking.erasValidatorReward(era)).unwrap().toBigInt();
  for (const [account, points] of individual.entries()) {
    if (account.toString() === address) return (paid * points.toBigInt()) / total.toBigInt();
  }
  throw new Error(`${address} earned nothing in era ${era}`);
}

/** Shares are computed in parts of 10^9 of the whole. */
function close(actual: bigint, expected: bigint, whole: bigint): void {
  const apart = actual > expected ? actual - expected : expected - actual;
  assert.ok(apart <= whole / 100_000_000n, `${actual} instead of ${expected}`);
}
