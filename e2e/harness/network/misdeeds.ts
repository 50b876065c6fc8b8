/** What byzantine nodes say they have done. */

import type { Node } from "../node/node.ts";

/** Blocks that a byzantine node has published in a slot of its own, and what is wrong with them. */
export interface Misdeed {
  kind: string;
  /** The slot that the blocks claim. */
  slot: number;
  /** Their hashes. */
  blocks: string[];
}

/** Waits until a byzantine node has done `kind` for the first time. */
export async function misdeed(node: Node, kind: string, seconds: number): Promise<Misdeed> {
  const [line] = await node.log.match(new RegExp(`Misbehaved: ${kind} in slot .*`), seconds);
  return parse(line)!;
}

/** All that a byzantine node has done of a kind. */
export function misdeeds(node: Node, kind: string): Misdeed[] {
  const all = node.log.lines.flatMap((line) => parse(line) ?? []);
  return all.filter((done) => done.kind === kind);
}

function parse(line: string): Misdeed | undefined {
  const [, kind, slot, hashes = ""] =
    /Misbehaved: (\S+) in slot (\d+)(?:: (.*))?$/.exec(line) ?? [];
  if (kind === undefined) return undefined;
  return { kind, slot: Number(slot), blocks: hashes.split(" ").filter(Boolean) };
}
