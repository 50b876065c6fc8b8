/** What a node tells Prometheus. */

import type { Node } from "./node.ts";

/** The samples by name and labels other than that of the chain: `name`, `name{label="value"}`. */
export async function metrics(node: Node): Promise<Map<string, number>> {
  const text = await (await fetch(await node.metricsUrl())).text();
  const samples = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [, name, labels, value] = SAMPLE.exec(line) ?? [];
    if (name === undefined) continue;
    const own = (labels ?? "").split(",").filter((label) => !/^(chain=.*)?$/.test(label));
    samples.set(own.length === 0 ? name : `${name}{${own.join(",")}}`, Number(value));
  }
  return samples;
}

/** A line of the text format; no value of a label that nodes use has a comma. */
const SAMPLE = /^(\w+)(?:\{(.*)\})? (\S+)$/;
