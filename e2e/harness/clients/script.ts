/** The scripts that people run. */

import { execFile } from "node:child_process";
import { join } from "node:path";

import type { Run } from "../node/binary.ts";
import { ROOT } from "../paths.ts";

/** Runs `scripts/NAME` to its end, whatever its exit code; killed after `seconds`. */
export function runScript(name: string, args: string[], seconds: number): Promise<Run> {
  return new Promise((resolve, reject) => {
    const options = { cwd: ROOT, timeout: seconds * 1000, killSignal: "SIGKILL" } as const;
    const child = execFile(join(ROOT, "scripts", name), args, options, (_, stdout, stderr) => {
      if (child.exitCode !== null) resolve({ code: child.exitCode, stdout, stderr });
      else reject(new Error(`${name} ${args.join(" ")} ended with ${child.signalCode}\n${stderr}`));
    });
  });
}
