/** Safe mode seen through batches, proxies and shared accounts; and calls that are not for sale. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { createKeyMulti, encodeAddress, sortAddresses } from "@polkadot/util-crypto";

import { keyPair } from "../../harness/chain/accounts.ts";
import {
  agree,
  asRoot,
  BOOTSTRAP_MAJORITY,
  close,
  COUNCIL,
  MAJORITY,
  propose,
} from "../../harness/chain/council.ts";
import { AITBC, SS58_PREFIX } from "../../harness/chain/token.ts";
import {
  eventsNamed,
  freeBalance,
  fundedAccounts,
  included,
  moved,
  signedBytes,
  succeeds,
  type Inclusion,
  type Tx,
} from "../../harness/chain/transactions.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** Code of the node's answer to a transaction that cannot be valid. */
const INVALID = 1010;
const FILTERED = "system.CallFiltered";
const BOND = 100n * AITBC;
const PART = 10n * AITBC;
/** Those who share an account, all of whom must approve. */
const SHARERS = 2;
/** Upper bound of what a call of the shared account may use. */
const WEIGHT = { refTime: 5_000_000_000n, proofSize: 200_000n };

let node: Node;
let api: ApiPromise;

before(async () => {
  node = await Node.start({ name: "brakes", args: [...SOLE_VALIDATOR, "--sealing", "instant"] });
  api = await node.api();
});
after(() => node.stop());

describe("a call that only Root may make", () => {
  let stranger: KeyringPair;
  const rootCalls: [string, () => Tx][] = [
    ["kills storage by its prefix", () => api.tx.system.killPrefix("0x01", 21_000)],
    ["sets storage", () => api.tx.system.setStorage([["0x01", "0x02"]])],
    ["authorises code", () => api.tx.system.authorizeUpgrade(`0x${"11".repeat(32)}`)],
  ];

  before(async () => {
    [stranger] = await fundedAccounts(api, "//brakes//stranger");
  });

  for (const [what, call] of rootCalls) {
    it(`and ${what} is not taken from a stranger`, async () => {
      await refused(call(), stranger);
    });
  }

  it("is not taken in a batch either", async () => {
    const killPrefix = api.tx.system.killPrefix("0x01", 21_000);
    await refused(api.tx.utility.batch([killPrefix]), stranger);
  });

  it("is no harm to what the same account sends next", async () => {
    await succeeds(api, api.tx.system.remark("0x00"), stranger);
  });
});

describe("a motion of the council", () => {
  it("is not taken from a stranger", async () => {
    const [stranger] = await fundedAccounts(api, "//brakes//outsider");
    const call = api.tx.system.remark("0x00");
    const proposal = api.tx.council.propose(MAJORITY, call, call.method.encodedLength);
    await refused(proposal, stranger);
  });

  it("is decided by an account that several people share", async () => {
    const { address, asOne } = await sharedAccount("seat");
    const seats = [...COUNCIL.slice(0, 4).map((member) => member.address), address];
    await asRoot(api, api.tx.openClaw.setCouncil(seats));

    await inSafeMode(async () => {
      const decision = api.tx.openClaw.bootstrapDispatch(api.tx.safeMode.forceExtend());
      const others = COUNCIL.slice(0, BOOTSTRAP_MAJORITY - 1);
      const chair = others[0]!;
      const proposed = await propose(api, decision, BOOTSTRAP_MAJORITY, chair);
      for (const member of others) await agree(api, proposed, member);
      const vote = api.tx.council.vote(proposed.hash, proposed.index, true);
      assert.equal(await asOne(vote), "ok");
      assert.equal(await close(api, proposed, decision, chair), "ok");
    });
  });
});

describe("in safe mode", () => {
  const receiver = keyPair("//brakes//receiver").address;
  const unbond = () => api.tx.staking.unbond(PART);
  const pay = () => api.tx.balances.transferKeepAlive(receiver, AITBC);

  it("a batch unbonds, and does not transfer", async () => {
    const [owner] = await fundedAccounts(api, "//brakes//batcher");
    await succeeds(api, bond(), owner);
    await inSafeMode(async () => {
      for (const batch of ["batch", "batchAll", "forceBatch"] as const) {
        const unbonded = await succeeds(api, api.tx.utility[batch]([unbond()]), owner);
        assert.deepEqual(unbonded.innerErrors, [], batch);
        assert.equal(eventsNamed(unbonded, "staking.Unbonded").length, 1);
      }
      const paid = await included(api, api.tx.utility.batchAll([unbond(), pay()]), owner);
      assert.equal(paid.error, FILTERED);
      for (const batch of ["batch", "forceBatch"] as const) {
        const outcome = await succeeds(api, api.tx.utility[batch]([pay()]), owner);
        assert.deepEqual(outcome.innerErrors, [FILTERED], batch);
        await paysNothing(outcome);
      }
    });
  });

  it("a proxy unbonds, and does not transfer", async () => {
    const [owner, deputy] = await fundedAccounts(api, "//brakes//owner", "//brakes//deputy");
    await succeeds(api, bond(), owner);
    await succeeds(api, api.tx.proxy.addProxy(deputy.address, "Any", 0), owner);
    await inSafeMode(async () => {
      const inTheNameOfOwner = (call: Tx) => api.tx.proxy.proxy(owner.address, null, call);
      const unbonded = await succeeds(api, inTheNameOfOwner(unbond()), deputy);
      assert.deepEqual(unbonded.innerErrors, []);
      assert.equal(eventsNamed(unbonded, "staking.Unbonded")[0]?.["stash"], owner.address);
      const paid = await succeeds(api, inTheNameOfOwner(pay()), deputy);
      assert.deepEqual(paid.innerErrors, [FILTERED]);
      await paysNothing(paid);
    });
  });

  it("a shared account unbonds, and does not transfer", async () => {
    const { asOne } = await sharedAccount("savings");
    assert.equal(await asOne(bond()), "ok");
    await inSafeMode(async () => {
      assert.equal(await asOne(unbond()), "ok");
      assert.equal(await asOne(pay()), FILTERED);
      assert.equal(await freeBalance(api, receiver), 0n);
    });
  });

  it("wrapped in each other they still carry nothing that is forbidden", async () => {
    const [owner, deputy] = await fundedAccounts(api, "//brakes//nested", "//brakes//nester");
    await succeeds(api, api.tx.proxy.addProxy(deputy.address, "Any", 0), owner);
    await inSafeMode(async () => {
      const inner = api.tx.utility.batch([api.tx.utility.forceBatch([pay()])]);
      const outcome = await succeeds(api, api.tx.proxy.proxy(owner.address, null, inner), deputy);
      assert.deepEqual(outcome.innerErrors, [FILTERED]);
      await paysNothing(outcome);
    });
  });

  async function paysNothing(outcome: Inclusion): Promise<void> {
    assert.equal(await moved(api, receiver, outcome), 0n);
  }
});

function bond(): Tx {
  return api.tx.staking.bond(BOND, "Staked");
}

/** The pool refuses it with words that say why. */
async function refused(tx: Tx, signer: KeyringPair): Promise<void> {
  const bytes = await signedBytes(api, tx, signer);
  const { code, message, data } = await node.refusal("author_submitExtrinsic", [bytes]);
  assert.equal(code, INVALID);
  assert.match(`${message}: ${data}`, /Transaction call is not expected/);
}

/** Lets the council enter safe mode as Root, and leave it after `act`, whatever comes of that. */
async function inSafeMode(act: () => Promise<void>): Promise<void> {
  await asRoot(api, api.tx.safeMode.forceEnter());
  try {
    assert.ok((await api.query.safeMode.enteredUntil()).isSome);
    await act();
  } finally {
    await asRoot(api, api.tx.safeMode.forceExit());
  }
}

interface SharedAccount {
  address: string;
  /** Lets all approve `call`; how it ended: `ok` or the name of the error. */
  asOne(call: Tx): Promise<string | undefined>;
}

/** An account with tokens whose two owners act together. */
async function sharedAccount(topic: string): Promise<SharedAccount> {
  const [first, second] = await fundedAccounts(
    api,
    `//brakes//${topic}//first`,
    `//brakes//${topic}//second`,
  );
  const owners = [first.address, second.address];
  const address = encodeAddress(createKeyMulti(owners, SHARERS), SS58_PREFIX);
  await succeeds(api, api.tx.balances.transferKeepAlive(address, 500n * AITBC), first);

  const approve = (call: Tx, owner: KeyringPair, when: unknown): Promise<Inclusion> => {
    const others = sortAddresses(
      owners.filter((other) => other !== owner.address),
      SS58_PREFIX,
    );
    const { asMulti } = api.tx.multisig;
    return succeeds(api, asMulti(SHARERS, others, when as null, call, WEIGHT), owner);
  };
  const asOne = async (call: Tx) => {
    await approve(call, first, null);
    const { when } = (await api.query.multisig.multisigs(address, call.method.hash)).unwrap();
    const executed = await approve(call, second, when);
    return eventsNamed(executed, "multisig.MultisigExecuted")[0]?.["result"];
  };
  return { address, asOne };
}
