/** polkadot-api votes with the types of the runtime, and reads what came of it. */

import { Enum, type PolkadotClient } from "polkadot-api";
import { getPolkadotSigner } from "polkadot-api/signer";

import { keyPair } from "../../harness/chain/accounts.ts";
import { proposal } from "../../harness/chain/governance.ts";
import { makeProposal, type Made } from "../../harness/chain/proposals.ts";
import { sealedBlock, timeTravel } from "../../harness/chain/time.ts";
import { generateDescriptors, papiClient } from "../../harness/clients/papi.ts";
import { within } from "../../harness/deadline.ts";
import { SOLE_VALIDATOR } from "../../harness/network/dev-node.ts";
import { Node } from "../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../harness/test.ts";

const voter = keyPair("//Alice");

let node: Node;
let client: PolkadotClient;
let api: Awaited<ReturnType<typeof typedApi>>;
let made: Made;

before(async () => {
  const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
  node = await Node.start({ name: "papi-votes", args });
  await timeTravel(node, "2027-01-01T00:00:00Z");
  await sealedBlock(node);
  client = papiClient(node);
  api = await typedApi();
  // An Emergency is voted on at once.
  const polkadotJs = await node.api();
  const pause = polkadotJs.tx.openClaw.pause([["Balances", "transfer_all"]], null);
  made = await makeProposal(polkadotJs, "Emergency", [pause], keyPair("//Bob"));
});

after(async () => {
  client?.destroy();
  await node?.stop();
});

async function typedApi() {
  await generateDescriptors();
  const { aitbc } = await import("#descriptors");
  return client.getTypedApi(aitbc);
}

describe("polkadot-api", () => {
  it("votes on a proposal", async () => {
    const signer = getPolkadotSigner(voter.publicKey, "Sr25519", (bytes) => voter.sign(bytes));
    const vote = api.tx.OpenClaw.vote({
      proposal: made.id,
      position: Enum("Against"),
      max_power: undefined,
      reason: undefined,
    });
    const result = await within(60, "the vote to be final", vote.signAndSubmit(signer));
    assert.equal(result.ok, true);
    const [voted] = api.event.OpenClaw.Voted.filter(result.events);
    assert.equal(voted!.payload.proposal, made.id);
    assert.equal(voted!.payload.who, voter.address);

    const told = await proposal(node, made.id);
    assert.equal(BigInt(told.votes_against), voted!.payload.after.human);
  });

  it("reads the proposal through the runtime API", async () => {
    const [view, count] = await Promise.all([
      api.apis.GovernanceApi.proposal(made.id),
      api.apis.GovernanceApi.outcome_now(made.id),
    ]);
    assert.equal(view!.status.type, "Active");
    assert.deepEqual(view!.call_names, ["OpenClaw.pause"]);
    assert.equal(count!.outcome.type, "NoQuorum");
    assert.equal(count!.opposing, view!.tally.votes_against.human);
  });
});
