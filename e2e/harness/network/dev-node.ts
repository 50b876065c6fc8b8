/** The chain that the tests of one file share: one validator, blocks of 1 s. */

import { Node } from "../node/node.ts";
import { rawSpec } from "./spec.ts";

let shared: Promise<Node> | undefined;

/** Arguments of a node that validates the one-validator `e2e` chain as Alice. */
export const SOLE_VALIDATOR = ["--chain", await rawSpec("e2e"), "--alice"];

/** The shared node; the first call starts it. */
export function devNode(): Promise<Node> {
  shared ??= Node.start({ name: "dev", args: SOLE_VALIDATOR });
  return shared;
}
