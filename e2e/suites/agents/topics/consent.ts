/** The consent of an agent's key works once, on one chain, for one agent, controller and role. */

import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";

import { keyPair } from "../../../harness/chain/accounts.ts";
import { consent, profile, type Consent, type Role } from "../../../harness/chain/agents.ts";
import { now } from "../../../harness/chain/proposals.ts";
import { DAY, sealedBlock, SECOND, timeTravel } from "../../../harness/chain/time.ts";
import {
  fundedAccounts,
  included,
  succeeds,
  type Tx,
} from "../../../harness/chain/transactions.ts";
import { SOLE_VALIDATOR } from "../../../harness/network/dev-node.ts";
import { Node } from "../../../harness/node/node.ts";
import { after, assert, before, describe, it } from "../../../harness/test.ts";
import { api, refused } from "./chain.ts";

const cal = keyPair("//consent//cal");
const dan = keyPair("//consent//dan");

function registration(
  on: ApiPromise,
  agreed: Consent,
  agent: KeyringPair = cal,
  role: Role = "Provider",
): Tx {
  return on.tx.agents.register(agent.address, role, profile(), agreed);
}

describe("the consent of an agent", () => {
  let controller: KeyringPair;
  let thief: KeyringPair;
  let agreed: Consent;
  /** Another chain, at the same time. */
  let elsewhere: Node;

  before(async () => {
    [controller, thief] = await fundedAccounts(api, "//consent//controller", "//consent//thief");
    const args = [...SOLE_VALIDATOR, "--sealing", "instant"];
    elsewhere = await Node.start({ name: "elsewhere", args });
    await timeTravel(elsewhere, (await now(api)) + 60 * SECOND);
    await sealedBlock(elsewhere);
    await fundedAccounts(await elsewhere.api(), "//consent//controller");
    const wanted = { controller: controller.address, role: "Provider" } as const;
    agreed = await consent(api, cal, wanted);
  });
  after(() => elsewhere?.stop());

  it("works on no other chain", async () => {
    const there = await elsewhere.api();
    const outcome = await included(there, registration(there, agreed), controller);
    assert.equal(outcome.error, "agents.BadConsent");
    const own = { controller: controller.address, role: "Provider" } as const;
    await succeeds(there, registration(there, await consent(there, cal, own)), controller);
  });

  it("works for no other agent, controller or role, and with no other end", async () => {
    await refused(registration(api, agreed, dan), controller, "agents.BadConsent");
    await refused(registration(api, agreed), thief, "agents.BadConsent");
    await refused(registration(api, agreed, cal, "Builder"), controller, "agents.BadConsent");
    const later = { ...agreed, validUntil: agreed.validUntil + 1 };
    await refused(registration(api, later), controller, "agents.BadConsent");
    const forged = await consent(api, dan, { controller: controller.address, role: "Provider" });
    await refused(registration(api, forged), controller, "agents.BadConsent");
  });

  it("has to be used in time, and is valid for a week at most", async () => {
    const at = await now(api);
    const until = (validUntil: number) =>
      consent(api, cal, { controller: controller.address, role: "Provider", validUntil });
    await refused(registration(api, await until(at)), controller, "agents.ConsentExpired");
    const long = await until(at + 7 * DAY + 60 * SECOND);
    await refused(registration(api, long), controller, "agents.ConsentTooLong");
  });

  it("works, once", async () => {
    await succeeds(api, registration(api, agreed), controller);
    await refused(registration(api, agreed), controller, "agents.AlreadyRegistered");
    await succeeds(api, api.tx.agents.retire(cal.address), controller);
    await refused(registration(api, agreed), controller, "agents.ConsentUsed");
    await refused(registration(api, { ...agreed, nonce: 1 }), controller, "agents.BadConsent");
  });
});
