/** Tokens that become free block by block: as wallets compute it, and as the chain lets one spend. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { faucet, keyPair } from "../../harness/chain/accounts.ts";
import { DAY, sealedBlock, sealedBlockAt, timeOf } from "../../harness/chain/time.ts";
import { AITBC } from "../../harness/chain/token.ts";
import { included, succeeds, type Inclusion, type Tx } from "../../harness/chain/transactions.ts";
import { connect } from "../../harness/clients/connect.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

/** What an early contributor has outside of vesting. */
const FLOAT = 10n * AITBC;
/** The schedule that the test makes. */
const LOCKED = 40n * AITBC;
const PER_BLOCK = AITBC;

let node: Node;
let api: ApiPromise;

before(async () => {
  // No block is made unless the test makes it.
  node = await Node.start({ name: "vesting", args: [...SOLE_VALIDATOR, "--sealing", "instant"] });
  api = await node.api();
});
after(() => node.stop());

describe("the tokens of an early contributor", () => {
  const contributor = keyPair("//One");

  it("vest from block 0 on", async () => {
    for (let block = 0; block < 5; block += 1) await sealedBlock(node);
    const { free, locked, vested, schedule } = await wallet(contributor);
    assert.equal(schedule?.start, 0);
    assert.equal(vested, BigInt(await height()) * schedule.perBlock);
    assert.equal(free - locked, FLOAT);
  });

  it("are as free as polkadot.js says, and ten of them from the start", async () => {
    assert.equal((await wallet(contributor)).transferable, FLOAT);

    await succeeds(api, api.tx.vesting.vestOther(contributor.address), faucet);
    const { claimable, transferable, vested } = await wallet(contributor);
    assert.equal(transferable, FLOAT + vested);
    assert.equal(claimable, 0n);
    await spendsAllThatIsFree(contributor);
  });
});

describe("a schedule that begins at the height that its maker sees", () => {
  const receiver = keyPair("//vesting//receiver");
  const blocks = Number(LOCKED / PER_BLOCK);
  let start: number;

  before(async () => {
    start = (await height()) + 1;
    const schedule = { locked: LOCKED, perBlock: PER_BLOCK, startingBlock: start };
    await succeeds(api, api.tx.vesting.vestedTransfer(receiver.address, schedule), faucet);
  });

  it("frees nothing at once", async () => {
    const { schedule, transferable, vested } = await wallet(receiver);
    assert.deepEqual([vested, transferable], [0n, 0n]);
    assert.deepEqual(schedule, { start, end: start + blocks, perBlock: PER_BLOCK });
  });

  it("frees a part with each block, and none with time", async () => {
    for (let block = 0; block < 3; block += 1) await sealedBlock(node);
    assert.equal((await wallet(receiver)).vested, 3n * PER_BLOCK);
    const now = await timeOf(api, (await api.rpc.chain.getBlockHash()).toHex());
    await sealedBlockAt(node, now + 7 * DAY);
    assert.equal((await wallet(receiver)).vested, 4n * PER_BLOCK);

    await succeeds(api, api.tx.vesting.vestOther(receiver.address), faucet);
    const { transferable, vested } = await wallet(receiver);
    assert.equal(vested, BigInt((await height()) - start) * PER_BLOCK);
    assert.equal(transferable, vested);
    await spendsAllThatIsFree(receiver);
  });

  it("ends where polkadot.js says, and leaves nothing locked", async () => {
    while ((await height()) < start + blocks - 1) await sealedBlock(node);
    const { isVesting, vested } = await wallet(receiver);
    assert.deepEqual([isVesting, vested], [true, LOCKED - PER_BLOCK]);

    await succeeds(api, api.tx.vesting.vestOther(receiver.address), faucet);
    const after = await wallet(receiver);
    assert.deepEqual([after.isVesting, after.schedule], [false, undefined]);
    assert.equal(after.transferable, after.free);
  });
});

/** What a wallet shows, in units. */
interface Wallet {
  free: bigint;
  transferable: bigint;
  isVesting: boolean;
  /** What has vested, whether it has been made free or not. */
  vested: bigint;
  /** What would become free now. */
  claimable: bigint;
  /** What was or is locked by schedules. */
  locked: bigint;
  schedule: { start: number; end: number; perBlock: bigint } | undefined;
}

/** What polkadot.js says of an account. A new client, since it remembers its answers for a while. */
async function wallet({ address }: KeyringPair): Promise<Wallet> {
  const client = await connect(node.wsUrl);
  try {
    const balances = await client.derive.balances.all(address);
    const [schedule] = balances.vesting;
    const units = (amount: { toString(): string } | null) => BigInt(String(amount));
    return {
      free: units(balances.freeBalance),
      transferable: units(balances.transferable),
      isVesting: balances.isVesting,
      vested: units(balances.vestedBalance),
      claimable: units(balances.vestedClaimable),
      locked: units(balances.vestingTotal),
      schedule: schedule && {
        start: schedule.startingBlock.toNumber(),
        end: schedule.endBlock.toNumber(),
        perBlock: units(schedule.perBlock),
      },
    };
  } finally {
    await client.disconnect();
  }
}

/** Spends what polkadot.js says can be transferred, to the unit, after it could not spend one more. */
async function spendsAllThatIsFree(owner: KeyringPair): Promise<void> {
  const { error } = await spend(owner, 1n);
  assert.equal(error, "token.Frozen");
  assert.equal((await spend(owner, 0n)).error, undefined);
}

/** Transfers what is free, less the fee, and `more`. */
async function spend(owner: KeyringPair, more: bigint): Promise<Inclusion> {
  const { transferable } = await wallet(owner);
  const { partialFee } = await payment(transferable).paymentInfo(owner.address);
  return included(api, payment(transferable - partialFee.toBigInt() + more), owner);
}

function payment(amount: bigint): Tx {
  return api.tx.balances.transferKeepAlive(faucet.address, amount);
}

async function height(): Promise<number> {
  return (await api.rpc.chain.getHeader()).number.toNumber();
}
