/** What a process uses of the machine, as Linux tells. */

import { readFileSync } from "node:fs";

export interface Usage {
  /** Time of processors, of all its threads. */
  cpuSeconds: number;
  /** The memory it has, in bytes. */
  memory: number;
  /** The most it had at a time. */
  peakMemory: number;
}

/** What the kernel counts in a second of a processor's time. */
const TICKS = 100;

/** What a process has used until now. */
export function usageOf(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The second field is the name in brackets, which may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(") ") + 2).split(" ");
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const bytes = (name: string) =>
    1_024 * Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, "m").exec(status)![1]);
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
    memory: bytes("VmRSS"),
    peakMemory: bytes("VmHWM"),
  };
}
