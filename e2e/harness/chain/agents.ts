/**
 * Agents and their messages: the calls, the consent of an agent's key, and what a node says of them. Each answer
 * is compared with its schema.
 */

import type { ApiPromise } from "@polkadot/api";
import type { ApiTypes, AugmentedSubmittable, SubmittableExtrinsic } from "@polkadot/api/types";
import type { KeyringPair } from "@polkadot/keyring/types";
import { bnToU8a, hexToU8a, u8aConcat, u8aToHex } from "@polkadot/util";
import type { HexString } from "@polkadot/util/types";
import { blake2AsU8a, decodeAddress, randomAsU8a } from "@polkadot/util-crypto";

import type { Node } from "../node/node.ts";
import { requireAnswer } from "./agents-schema.ts";
import { timeOf } from "./time.ts";
import { succeeds, type Inclusion, type Tx } from "./transactions.ts";

type Call<Api extends ApiTypes, Arguments extends unknown[]> = AugmentedSubmittable<
  (...given: Arguments) => SubmittableExtrinsic<Api>
>;

/** What agents do, in the order in which they are counted. */
export const ROLES = ["Provider", "Consumer", "Builder", "Coordinator"] as const;
export type Role = (typeof ROLES)[number];

/** What an agent tells others of itself. */
export interface Profile {
  specHash: HexString;
  endpoint: string;
  /** The key to which messages for it are sealed. */
  x25519: HexString;
  capabilities: string[];
}

/** The consent of an agent to a controller. */
export interface Consent {
  nonce: number;
  /** In milliseconds since 1970. */
  validUntil: number;
  signature: { Sr25519: HexString };
}

/** From whom an account takes messages. */
export type InboxPolicy = "Closed" | "Contacts" | "Anyone";

declare module "@polkadot/api-base/types/submittable" {
  interface AugmentedSubmittables<ApiType extends ApiTypes> {
    agents: {
      register: Call<ApiType, [agent: string, role: Role, profile: Profile, consent: Consent]>;
      update: Call<ApiType, [agent: string, profile: Profile]>;
      suspend: Call<ApiType, [agent: string]>;
      resume: Call<ApiType, [agent: string]>;
      setRole: Call<ApiType, [agent: string, role: Role]>;
      offerControl: Call<ApiType, [agent: string, to: string | null]>;
      acceptControl: Call<ApiType, [agent: string, consent: Consent]>;
      retire: Call<ApiType, [agent: string]>;
      heartbeat: Call<ApiType, []>;
      send: Call<
        ApiType,
        [
          to: string,
          kind: number,
          envelope: HexString,
          ttl: number,
          maxPostage: bigint,
          salt: HexString,
        ]
      >;
      acknowledge: Call<ApiType, [ids: HexString[]]>;
      reject: Call<ApiType, [ids: HexString[]]>;
      setInbox: Call<ApiType, [agent: string, policy: InboxPolicy, postage: bigint]>;
      addContacts: Call<ApiType, [contacts: string[]]>;
      removeContacts: Call<ApiType, [contacts: string[]]>;
      purge: Call<ApiType, [to: string, id: HexString]>;
    };
  }
}

/** An agent; amounts are decimal strings in units, moments in milliseconds. */
export interface Agent {
  account: string;
  controller: string;
  offeredTo: string | null;
  role: Lowercase<Role>;
  status: "active" | "suspended" | "retired";
  available: boolean;
  score: number;
  reputation: string;
  specHash: HexString;
  endpoint: string;
  x25519: HexString;
  capabilities: string[];
  registeredAt: number;
  lastHeartbeat: number | null;
  wallets: number;
  deposit: string;
  nonce: number;
}

/** What a search has found. */
export interface Match {
  agents: Agent[];
  cutOff: boolean;
}

/** A message that is stored. */
export interface Message {
  id: HexString;
  from: string;
  to: string;
  kind: number;
  envelope: HexString;
  sentAt: number;
  expires: number;
}

/** An inbox, with the oldest of its messages. */
export interface Inbox {
  account: string;
  policy: "closed" | "contacts" | "anyone";
  postage: string;
  stored: number;
  contacts: number;
  messages: Message[];
}

/** Which agents a list has; all by default. */
export interface Filter {
  role?: Lowercase<Role>;
  status?: Agent["status"];
  tag?: string;
  controller?: string;
}

export function agent(node: Node, account: string): Promise<Agent> {
  return ask(node, "agents_get", [account]);
}

export function agents(node: Node, filter: Filter = {}, limit = 20, offset = 0): Promise<Agent[]> {
  const { role = null, status = null, tag = null, controller = null } = filter;
  return ask(node, "agents_list", [role, status, tag, controller, limit, offset]);
}

/** The available agents that have all of these capabilities. */
export function matching(node: Node, tags: string[], limit = 20): Promise<Match> {
  return ask(node, "agents_match", [tags, limit]);
}

export function inbox(node: Node, account: string, limit = 20): Promise<Inbox> {
  return ask(node, "agents_inbox", [account, limit]);
}

async function ask<Answer>(node: Node, method: string, params: unknown[]): Promise<Answer> {
  const answer = await node.rpc<Answer>(method, params);
  requireAnswer(method, answer);
  return answer;
}

/** A profile, with what a test does not care about. */
export function profile(changes: Partial<Profile> = {}): Profile {
  return {
    specHash: `0x${"07".repeat(32)}`,
    endpoint: "https://agent.example/rpc",
    x25519: `0x${"09".repeat(32)}`,
    capabilities: [],
    ...changes,
  };
}

const HOUR = 3_600_000;
const MESSAGE = new TextEncoder().encode("aitbc/message");
const PREFIX = new TextEncoder().encode("aitbc/agent/1");

/** To what an agent consents; by default for an hour, with its first nonce, on the chain of the client. */
export interface ConsentTo {
  controller: string;
  role: Role;
  nonce?: number;
  validUntil?: number;
  genesis?: string;
}

/** The consent of an agent, signed by its key. */
export async function consent(
  api: ApiPromise,
  agent: KeyringPair,
  { controller, role, nonce = 0, validUntil, genesis }: ConsentTo,
): Promise<Consent> {
  const end = validUntil ?? (await now(api)) + HOUR;
  const statement = u8aConcat(
    PREFIX,
    api.createType("Hash", genesis ?? api.genesisHash).toU8a(),
    agent.publicKey,
    api.createType("AccountId32", controller).toU8a(),
    [ROLES.indexOf(role)],
    bnToU8a(nonce, { bitLength: 32, isLe: true }),
    bnToU8a(end, { bitLength: 64, isLe: true }),
  );
  return { nonce, validUntil: end, signature: { Sr25519: u8aToHex(agent.sign(statement)) } };
}

/** The call by which `controller` registers an agent, whose key has consented. */
export async function registering(
  api: ApiPromise,
  agent: KeyringPair,
  controller: KeyringPair,
  role: Role,
  changes: Partial<Profile> = {},
  nonce = 0,
): Promise<Tx> {
  const agreed = await consent(api, agent, { controller: controller.address, role, nonce });
  return api.tx.agents.register(agent.address, role, profile(changes), agreed);
}

/** Registers an agent. */
export async function register(
  api: ApiPromise,
  agent: KeyringPair,
  controller: KeyringPair,
  role: Role,
  changes: Partial<Profile> = {},
): Promise<Inclusion> {
  return succeeds(api, await registering(api, agent, controller, role, changes), controller);
}

/** A salt, so that a message has an id that no other has. */
export function newSalt(): HexString {
  return u8aToHex(randomAsU8a(16));
}

/** What a message with this salt is known by. */
export function messageId(from: string, to: string, salt: HexString): HexString {
  const parts = [decodeAddress(from), decodeAddress(to), hexToU8a(salt)];
  return u8aToHex(blake2AsU8a(u8aConcat(MESSAGE, ...parts), 256));
}

/** The time of the best block. */
async function now(api: ApiPromise): Promise<number> {
  return timeOf(api, (await api.rpc.chain.getBlockHash()).toHex());
}
