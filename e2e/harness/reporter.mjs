/**
 * Says of each suite whether it passed, and how long its files took together. Node.js loads it before
 * it knows of TypeScript.
 */

import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const SUITES = fileURLToPath(new URL("../suites", import.meta.url));

/** @param {AsyncIterable<import("node:test/reporters").TestEvent>} events */
export default async function* reporter(events) {
  const suites = new Map();
  for await (const { type, data } of events) {
    if ((type !== "test:pass" && type !== "test:fail") || data.nesting > 0) continue;
    const [suite] = relative(SUITES, data.file).split(sep);
    const { failed, milliseconds } = suites.get(suite) ?? { failed: false, milliseconds: 0 };
    suites.set(suite, {
      failed: failed || type === "test:fail",
      milliseconds: milliseconds + data.details.duration_ms,
    });
  }
  for (const [suite, { failed, milliseconds }] of suites) {
    yield `${failed ? "FAILED" : "passed"}  ${suite}  (${Math.round(milliseconds / 1_000)} s)\n`;
  }
}
