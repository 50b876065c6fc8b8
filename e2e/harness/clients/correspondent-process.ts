/** The process behind `Correspondent`: it makes its key for messages itself, and tells nobody the secret. */

import { hexToU8a, stringToU8a, u8aToHex, u8aToString } from "@polkadot/util";
import type { HexString } from "@polkadot/util/types";

import { keyPair } from "../chain/accounts.ts";
import { messageId, newSalt, type Inbox } from "../chain/agents.ts";
import { included, type Tx } from "../chain/transactions.ts";
import { call } from "../node/rpc.ts";
import { connect } from "./connect.ts";
import type { Answer, Order } from "./correspondent.ts";
import { open, seal, sealingKey } from "./envelope.ts";

const [url, uri] = process.argv.slice(2) as [string, string];
const agent = keyPair(uri);
const key = sealingKey();
const api = await connect(url);

/** Asks the node by a method of its own. */
function ask<T>(method: string, params: unknown[]): Promise<T> {
  return call<T>(url.replace(/^ws/, "http"), method, params);
}

async function signed(tx: Tx): Promise<void> {
  const { error } = await included(api, tx, agent);
  if (error !== undefined) throw new Error(error);
}

async function send({ to, text, kind, ttl, maxPostage }: SendOrder): Promise<HexString> {
  const { x25519 } = await ask<{ x25519: HexString }>("agents_get", [to]);
  const salt = newSalt();
  const id = messageId(agent.address, to, salt);
  const label = { from: agent.address, to, id };
  const envelope = seal(stringToU8a(text), hexToU8a(x25519), label);
  const sending = api.tx.agents.send(to, kind, u8aToHex(envelope), ttl, BigInt(maxPostage), salt);
  await signed(sending);
  return id;
}

async function read(inbox: string): Promise<(string | null)[]> {
  const { messages } = await ask<Inbox>("agents_inbox", [inbox, 100]);
  return messages.map(({ id, from, to, envelope }) => {
    try {
      return u8aToString(open(hexToU8a(envelope), key, { id, from, to }));
    } catch {
      return null;
    }
  });
}

type SendOrder = Extract<Order, { send: unknown }>["send"];

async function answered(order: Order): Promise<Answer> {
  if ("send" in order) return { id: await send(order.send) };
  if ("read" in order) return { read: await read(order.read.inbox) };
  await signed(api.tx.agents.acknowledge(order.acknowledge.ids));
  return {};
}

function tell(answer: Answer): void {
  process.send!(answer);
}

process.on("message", (order: Order) => {
  answered(order).then(tell, (error: Error) => tell({ error: error.message }));
});
process.on("disconnect", () => process.exit());
tell({ key: u8aToHex(key.public) });
