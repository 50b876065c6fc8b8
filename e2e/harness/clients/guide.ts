/** A document whose shell commands are tested by following it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../paths.ts";

export interface Section {
  title: string;
  /** The commands of its blocks that are marked `sh`, in order. */
  blocks: string[];
}

export interface Guide {
  sections: Section[];
  /** Variables that the reader sets, from the block marked `sh settings`, with the values shown. */
  settings: Map<string, string>;
}

const FENCE = /^```(.*)$/;
const HEADING = /^##+ (.*)$/;
const SETTING = /^([A-Z_]+)=(\S+)/;

/** Reads a document of the repository. */
export function readGuide(path: string): Guide {
  const sections: Section[] = [];
  const settings = new Map<string, string>();
  let block: { mark: string; lines: string[] } | undefined;
  for (const line of readFileSync(join(ROOT, path), "utf8").split("\n")) {
    const mark = FENCE.exec(line)?.[1];
    const title = HEADING.exec(line)?.[1];
    if (mark !== undefined && block !== undefined) {
      if (block.mark === "sh") sections.at(-1)!.blocks.push(block.lines.join("\n"));
      if (block.mark === "sh settings") {
        for (const [, name, value] of block.lines.map((text) => SETTING.exec(text)!)) {
          settings.set(name!, value!);
        }
      }
      block = undefined;
    } else if (mark !== undefined) {
      block = { mark, lines: [] };
    } else if (block !== undefined) {
      block.lines.push(line);
    } else if (title !== undefined) {
      sections.push({ title, blocks: [] });
    }
  }
  return { sections: sections.filter(({ blocks }) => blocks.length > 0), settings };
}
