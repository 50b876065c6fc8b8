/** polkadot-api: a typed client over the JSON-RPC of version 2. */

import type { PolkadotClient } from "polkadot-api";
import { getPolkadotSigner } from "polkadot-api/signer";

import { keyPair } from "../../harness/chain/accounts.ts";
import { AITBC, EXISTENTIAL_DEPOSIT, SS58_PREFIX } from "../../harness/chain/token.ts";
import { ENDOWMENT, fundedAccounts } from "../../harness/chain/transactions.ts";
import { generateDescriptors, papiClient } from "../../harness/clients/papi.ts";
import { within } from "../../harness/deadline.ts";
import { devNode } from "../../harness/network/dev-node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

const AMOUNT = 3n * AITBC;

let client: PolkadotClient;
let api: Awaited<ReturnType<typeof typedApi>>;

before(async () => {
  client = papiClient(await devNode());
  api = await typedApi();
});

after(() => client?.destroy());

async function typedApi() {
  await generateDescriptors();
  const { aitbc } = await import("#descriptors");
  return client.getTypedApi(aitbc);
}

describe("polkadot-api", () => {
  it("reads constants and state", async () => {
    const [deposit, prefix] = await Promise.all([
      api.constants.Balances.ExistentialDeposit(),
      api.constants.System.SS58Prefix(),
    ]);
    assert.equal(deposit, EXISTENTIAL_DEPOSIT);
    assert.equal(prefix, SS58_PREFIX);

    const issuance = await api.query.Balances.TotalIssuance.getValue();
    assert.ok(issuance >= 1_000_000_000n * AITBC);
  });

  it("sends a transfer and sees what it did", async () => {
    const [sender] = await fundedAccounts(await (await devNode()).api(), "//papi//sender");
    const receiver = keyPair("//papi//receiver");
    const signer = getPolkadotSigner(sender.publicKey, "Sr25519", (bytes) => sender.sign(bytes));

    const transfer = api.tx.Balances.transfer_keep_alive({
      dest: { type: "Id", value: receiver.address },
      value: AMOUNT,
    });
    const result = await within(60, "the transfer to be final", transfer.signAndSubmit(signer));

    assert.equal(result.ok, true);
    const [fee] = api.event.TransactionPayment.TransactionFeePaid.filter(result.events);
    assert.equal(await balance(receiver.address), AMOUNT);
    const spent = ENDOWMENT - (await balance(sender.address));
    assert.equal(spent, AMOUNT + fee!.payload.actual_fee);
  });

  it("tells why a transfer failed", async () => {
    const [sender] = await fundedAccounts(await (await devNode()).api(), "//papi//spendthrift");
    const signer = getPolkadotSigner(sender.publicKey, "Sr25519", (bytes) => sender.sign(bytes));
    const transfer = api.tx.Balances.transfer_keep_alive({
      dest: { type: "Id", value: keyPair("//papi//receiver").address },
      value: 1_000_000n * AITBC,
    });
    const result = await within(60, "the transfer to be final", transfer.signAndSubmit(signer));

    assert.equal(result.ok, false);
    assert.deepEqual(result.dispatchError, {
      type: "Token",
      value: { type: "FundsUnavailable", value: undefined },
    });
  });
});

async function balance(address: string): Promise<bigint> {
  return (await api.query.System.Account.getValue(address)).data.free;
}
