/** An upgrade as holders decide it: its proposal, and how far that has come. */

import { setTimeout as sleep } from "node:timers/promises";
import type { ApiPromise } from "@polkadot/api";
import type { KeyringPair } from "@polkadot/keyring/types";
import { compactToU8a, u8aConcat } from "@polkadot/util";
import { blake2AsHex } from "@polkadot/util-crypto";

import { call } from "../node/rpc.ts";
import type { Proposal, Status } from "./governance.ts";
import { madeBy, proposing } from "./proposals.ts";
import type { CodeVersion } from "./runtime-code.ts";
import { finalisedNumber, succeeds, type Tx } from "./transactions.ts";
import { codeHash } from "./upgrade.ts";

/** Seconds in which a block becomes final as long as finality works. */
const FINALITY_SECONDS = 60;
/** Between two looks at a proposal, in milliseconds. */
const PAUSE = 1_000;
/** What a proposal can still come to something in. */
const LIVE: Status[] = ["pending", "active", "passed", "queued"];
/** Its type, in JSON. */
const TYPE = "protocol_upgrade";
/** The longest list of one call. */
const MOST_LISTED = 100;

/** Told about each step. */
type Progress = (message: string) => void;

/** Asks the node at `url` (ws or wss) by a method of its own. */
function ask<Answer>(url: string, method: string, params: unknown[]): Promise<Answer> {
  return call<Answer>(url.replace(/^ws/, "http"), method, params);
}

/** The newest proposals to upgrade the network, newest first. */
export function upgradeProposals(url: string): Promise<Proposal[]> {
  return ask(url, "governance_proposals", [null, MOST_LISTED, 0, TYPE]);
}

/** The proposal with this number. */
export function upgradeProposal(url: string, id: number): Promise<Proposal> {
  return ask(url, "governance_proposal", [id]);
}

/**
 * Proposes to authorise code, unless somebody has and the proposal still lives; its number. Texts without a
 * word are written here.
 */
export async function proposeUpgrade(
  api: ApiPromise,
  url: string,
  code: Uint8Array,
  version: CodeVersion,
  proposer: KeyringPair,
  texts: { title?: string; description?: string; link?: string },
  progress: Progress,
): Promise<number> {
  const authorise = api.tx.system.authorizeUpgrade(codeHash(code));
  const live = (await upgradeProposals(url)).find(
    (each) => LIVE.includes(each.status) && each.call_hash === hashOf([authorise]),
  );
  if (live !== undefined) {
    progress(`this code was proposed before: ${described(live)}`);
    return live.id;
  }

  const name = `${version.specName} ${version.specVersion}`;
  const texted = {
    title: texts.title ?? `Upgrade to ${name}`,
    description:
      texts.description ??
      `Authorises the runtime ${name}, whose code has the Blake2-256 hash ${codeHash(code)}. ` +
        "Who wants to know what it does builds the same file from its sources and compares the hashes.",
    link: texts.link ?? "",
    category: "Upgrade",
  };
  const tx = proposing(api, "ProtocolUpgrade", [authorise], {}, texted);
  progress(`${proposer.address} proposes to authorise ${codeHash(code)}`);
  const outcome = await succeeds(api, tx, proposer);
  const { number } = await api.rpc.chain.getHeader(outcome.block);
  await finalisedNumber(api, number.toNumber(), FINALITY_SECONDS);
  const { id } = madeBy(outcome);
  progress(`it is in block ${number.toNumber()}: ${described(await upgradeProposal(url, id))}`);
  return id;
}

/** The hash by which the chain knows a list of calls. */
function hashOf(calls: Tx[]): string {
  const encoded = calls.map(({ method }) => method.toU8a());
  return blake2AsHex(u8aConcat(compactToU8a(calls.length), ...encoded), 256);
}

/** Tells of each change of a proposal until it is over, or of its present state `once`; the last state. */
export async function followed(
  url: string,
  id: number,
  once: boolean,
  progress: Progress,
): Promise<Proposal> {
  let told = "";
  for (;;) {
    const proposal = await upgradeProposal(url, id);
    const text = described(proposal);
    if (text !== told) progress(text);
    told = text;
    if (once || !isLive(proposal)) return proposal;
    await sleep(PAUSE);
  }
}

/** Whether a proposal can still come to something. */
export function isLive({ status }: Proposal): boolean {
  return LIVE.includes(status);
}

/** Where a proposal is in its life, and what it waits for. */
export function described(proposal: Proposal): string {
  return `proposal ${proposal.id} is ${proposal.status}${outlook(proposal)}`;
}

function outlook(proposal: Proposal): string {
  const { council_approvals: given, council_required: required } = proposal;
  const approvals = `${given.length} of ${required} approvals`;
  switch (proposal.status) {
    case "pending":
      return `; its vote ends at ${proposal.voting_deadline}`;
    case "active": {
      const quorum = `quorum ${percent(proposal.current_quorum)} of ${percent(proposal.effective_quorum)}`;
      const approval = `approval ${percent(proposal.current_approval)}`;
      return ` until ${proposal.voting_deadline}: ${quorum}, ${approval}, ${approvals}`;
    }
    case "passed": {
      const isJudged = proposal.challenge !== null && proposal.challenge.verdict === null;
      const verdict = isJudged ? ", and waits for the verdict on its challenge" : "";
      return `: it has ${approvals}${verdict}; it expires at ${proposal.expires_at}`;
    }
    case "queued":
      return `: it is enacted at ${proposal.eta}`;
    case "executed":
      return `: its code is authorised since ${proposal.executed_at}, and anybody can apply it`;
    case "rejected":
    case "failed":
      return `: ${proposal.rejection_reason}`;
    default:
      return "";
  }
}

function percent(part: number | null): string {
  return part === null ? "?" : `${Math.round(part * 10_000) / 100} %`;
}
