/** The directory in which one test process keeps databases, keys, chain specs and logs. */

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { onExit } from "./cleanup.ts";

let directory: string | undefined;
let kept = false;

/** The directory; a new one unless {@link useWorkspace} chose it. */
export function workspace(): string {
  if (directory === undefined) useWorkspace(mkdtempSync(join(tmpdir(), "aitbc-e2e-")));
  return directory!;
}

/** Works in `path` from now on. It is removed at the end with everything in it, unless kept. */
export function useWorkspace(path: string): void {
  mkdirSync(path, { recursive: true });
  directory = path;
  onExit(() => {
    if (!kept) rmSync(path, { recursive: true, force: true });
  });
}

/** Leaves the directory for a look at the logs. */
export function keepWorkspace(): void {
  kept = true;
}

/** A new, empty directory below the workspace. */
export function freshDirectory(prefix: string): string {
  return mkdtempSync(join(workspace(), `${prefix}-`));
}
