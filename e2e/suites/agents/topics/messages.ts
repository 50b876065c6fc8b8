/** Messages between agents in processes of their own, which nobody else can read. */

import type { KeyringPair } from "@polkadot/keyring/types";
import type { HexString } from "@polkadot/util/types";

import { keyPair } from "../../../harness/chain/accounts.ts";
import { inbox, messageId, newSalt, register } from "../../../harness/chain/agents.ts";
import { block, eventsIn, type Block } from "../../../harness/chain/blocks.ts";
import { now } from "../../../harness/chain/proposals.ts";
import { DAY, sealedBlock, sealedBlockAt, SECOND } from "../../../harness/chain/time.ts";
import { AITBC } from "../../../harness/chain/token.ts";
import { fundedAccounts, moved, succeeds, type Tx } from "../../../harness/chain/transactions.ts";
import { Correspondent } from "../../../harness/clients/correspondent.ts";
import { after, assert, before, describe, it } from "../../../harness/test.ts";
import { api, node, onHold, refused } from "./chain.ts";

const MINUTE = 60 * SECOND;
const TEXT = "An H100 for an hour, from noon: 3.5 AITBC. Ü!";
/** Blocks in which the agenda does what is due: it may begin with a session, and passes what was skipped. */
const BLOCKS_OF_AGENDA = 50;

const ann = keyPair("//messages//ann");
const ben = keyPair("//messages//ben");
const eve = keyPair("//messages//eve");
let controller: KeyringPair;

/** Sends something that nobody will read. */
function sending(to: string, changes: Partial<Sent> = {}): Tx {
  const { envelope, ttl, maxPostage, salt } = { ...SENT, salt: newSalt(), ...changes };
  return api.tx.agents.send(to, 1, envelope, ttl, maxPostage, salt);
}

interface Sent {
  envelope: HexString;
  ttl: number;
  maxPostage: bigint;
  salt: HexString;
}
const SENT = { envelope: "0x0102" as HexString, ttl: 5 * MINUTE, maxPostage: 0n };

describe("a sealed message", () => {
  let hers: Correspondent;
  let his: Correspondent;
  let spy: Correspondent;
  let id: HexString;

  before(async () => {
    const uris = ["ann", "ben", "eve"].map((name) => `//messages//${name}`);
    [hers, his, spy] = (await Promise.all(
      uris.map((uri) => Correspondent.start(node.wsUrl, uri)),
    )) as [Correspondent, Correspondent, Correspondent];
    [controller] = await fundedAccounts(api, "//messages//controller", ...uris);
    await register(api, ann, controller, "Consumer", { x25519: hers.key });
    await register(api, ben, controller, "Provider", { x25519: his.key });
    await register(api, eve, controller, "Provider", { x25519: spy.key });
  });
  after(() => [hers, his, spy].forEach((process) => process?.stop()));

  it("comes to nobody who has not opened its inbox", async () => {
    await refused(sending(ben.address), ann, "agents.InboxClosed");
    await refused(sending(controller.address), ann, "agents.NotFound");
    const { policy, stored } = await inbox(node, ben.address);
    assert.deepEqual([policy, stored], ["closed", 0]);
    const strangers = api.tx.agents.setInbox(ben.address, "Anyone", 0n);
    await refused(strangers, eve, "agents.NotController");
    const dear = api.tx.agents.setInbox(ben.address, "Anyone", 10n * AITBC + 1n);
    await refused(dear, ben, "agents.PostageTooHigh");
    await succeeds(api, api.tx.agents.setInbox(ben.address, "Anyone", 2n * AITBC), ben);
  });

  it("is read by its receiver, and by no third process", async () => {
    const before = (await api.query.system.account(ben.address)).data.free.toBigInt();
    id = await hers.send(ben.address, TEXT, { kind: 7, maxPostage: 2n * AITBC });
    const told = await inbox(node, ben.address);
    assert.deepEqual([told.stored, told.postage], [1, String(2n * AITBC)]);
    const [message] = told.messages;
    assert.deepEqual(
      [message!.id, message!.from, message!.to, message!.kind],
      [id, ann.address, ben.address, 7],
    );
    assert.ok(!Buffer.from(message!.envelope.slice(2), "hex").includes("H100"));

    assert.deepEqual(await his.read(ben.address), [TEXT]);
    assert.deepEqual(await spy.read(ben.address), [null]);
    assert.deepEqual(await hers.read(ben.address), [null]);
    const postage = (await api.query.system.account(ben.address)).data.free.toBigInt() - before;
    assert.equal(postage, 2n * AITBC);
  });

  it("opens for nobody when it is sent again in another name", async () => {
    const { messages } = await inbox(node, ben.address);
    const copy = sending(ben.address, {
      envelope: messages[0]!.envelope,
      maxPostage: 2n * AITBC,
    });
    await succeeds(api, copy, eve);
    assert.deepEqual(await his.read(ben.address), [TEXT, null]);
  });

  it("has a deposit, which comes back when it is acknowledged", async () => {
    const held = await onHold(ann.address);
    const { messages } = await inbox(node, ben.address);
    const bytes = BigInt(messages[0]!.envelope.length / 2 - 1);
    assert.ok(held >= AITBC / 10n + (bytes * AITBC) / 1_000n, String(held));
    await refused(api.tx.agents.acknowledge([id]), eve, "agents.MessageNotFound");
    await his.acknowledge([id]);
    assert.equal(await onHold(ann.address), 0n);
    await refused(api.tx.agents.acknowledge([id]), ben, "agents.MessageNotFound");
    const [other] = (await inbox(node, ben.address)).messages;
    await succeeds(api, api.tx.agents.reject([other!.id]), ben);
    assert.equal(await onHold(eve.address), 0n);
    assert.equal((await inbox(node, ben.address)).stored, 0);
  });
});

describe("an inbox", () => {
  it("takes what its rules say", async () => {
    const paid = { maxPostage: 2n * AITBC };
    await refused(sending(ben.address), ann, "agents.PostageTooLow");
    const long = { ...paid, envelope: `0x${"00".repeat(4_097)}` as HexString };
    await refused(sending(ben.address, long), ann, "agents.EnvelopeTooLong");
    for (const ttl of [MINUTE - 1, 7 * DAY + 1]) {
      await refused(sending(ben.address, { ...paid, ttl }), ann, "agents.TtlOutOfRange");
    }
    const salt = newSalt();
    const outcome = await succeeds(api, sending(ben.address, { ...paid, salt }), ann);
    const spent = -(await moved(api, ann.address, outcome)) - outcome.fee;
    assert.equal(spent, 2n * AITBC + (await onHold(ann.address)));
    await refused(sending(ben.address, { ...paid, salt }), ann, "agents.MessageExists");
    await succeeds(api, api.tx.agents.reject([messageId(ann.address, ben.address, salt)]), ben);

    const { setInbox, addContacts, removeContacts } = api.tx.agents;
    await succeeds(api, setInbox(ben.address, "Contacts", 0n), controller);
    await refused(sending(ben.address), ann, "agents.NotContact");
    await succeeds(api, addContacts([ann.address]), ben);
    await refused(addContacts([ann.address]), ben, "agents.AlreadyContact");
    await succeeds(api, sending(ben.address), ann);
    await succeeds(api, removeContacts([ann.address]), ben);
    assert.equal((await inbox(node, ben.address)).contacts, 0);
  });

  it("has eight of one sender at most", async () => {
    await succeeds(api, api.tx.agents.setInbox(ben.address, "Anyone", 0n), ben);
    for (let sent = 1; sent < 8; sent++) await succeeds(api, sending(ben.address), ann);
    await refused(sending(ben.address), ann, "agents.TooManyOfSender");
    await succeeds(api, sending(ben.address), eve);
    assert.equal((await inbox(node, ben.address)).stored, 9);
    await refused(api.tx.agents.retire(ben.address), controller, "agents.HasObligations");
    await refused(api.tx.agents.retire(eve.address), controller, "agents.HasObligations");
  });

  it("is emptied by time alone, and deposits come back", async () => {
    const { messages } = await inbox(node, ben.address);
    const [last] = messages.slice(-1);
    const early = api.tx.agents.purge(ben.address, last!.id);
    await refused(early, controller, "agents.NotExpired");
    const first = await sealedBlockAt(node, (await now(api)) + 6 * MINUTE);
    const passed: Block[] = [await block(api, first)];
    while ((await inbox(node, ben.address)).stored > 0 && passed.length < BLOCKS_OF_AGENDA) {
      passed.push(await block(api, await sealedBlock(node)));
    }
    assert.equal(eventsIn(passed, "agents.MessageExpired").length, messages.length);
    assert.deepEqual([await onHold(ann.address), await onHold(eve.address)], [0n, 0n]);
    await succeeds(api, api.tx.agents.retire(ben.address), controller);
    await refused(sending(ben.address), ann, "agents.NotFound");
  });
});
