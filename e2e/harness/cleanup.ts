/**
 * What a process started ends with it: on success, on a failed test, on Ctrl-C and on a crash.
 */

import { constants } from "node:os";

type Closer = () => Promise<void>;

/** Whether a signal is ending this process. */
export let interrupted = false;

const closers = new Set<Closer>();
const enders = new Set<() => void>();

/** Runs `close` before the process ends in order. Returns a function that takes it back. */
export function onClose(close: Closer): () => void {
  closers.add(close);
  return () => closers.delete(close);
}

/** Runs `end` as the process exits, whatever the reason; it cannot wait for anything. */
export function onExit(end: () => void): () => void {
  enders.add(end);
  return () => enders.delete(end);
}

/** Runs all that was registered with {@link onClose}; failures are printed. */
export async function closeAll(): Promise<void> {
  const waiting = [...closers];
  closers.clear();
  for (const result of await Promise.allSettled(waiting.map((close) => close()))) {
    if (result.status === "rejected") console.error("while cleaning up:", result.reason);
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => {
    interrupted = true;
    void closeAll().finally(() => process.exit(128 + constants.signals[signal]));
  });
}

process.on("exit", () => {
  for (const end of [...enders].reverse()) end();
});
