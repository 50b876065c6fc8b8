/** Waiting that ends: every wait names what it waits for and fails with that name. */

import { setTimeout as sleep } from "node:timers/promises";

/** What was awaited did not happen in time. */
export class DeadlineError extends Error {
  constructor(seconds: number, what: string, seen?: string) {
    super(`waited ${seconds} s for ${what}${seen === undefined ? "" : `; last seen: ${seen}`}`);
    this.name = "DeadlineError";
  }
}

/**
 * The result of `promise`, or a {@link DeadlineError} once `seconds` have passed.
 * `seen` is asked for the last known state, to be shown in the error.
 */
export async function within<T>(
  seconds: number,
  what: string,
  promise: Promise<T>,
  seen?: () => string,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(seconds, what, seen?.())), seconds * 1000);
  });
  try {
    return await Promise.race([promise, expired]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks `probe` until it returns something other than `undefined`; for the few states that
 * nobody publishes as an event. Errors of `probe` end the wait.
 */
export async function until<T>(
  seconds: number,
  what: string,
  probe: () => Promise<T | undefined>,
): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const found = await probe();
    if (found !== undefined) return found;
    if (performance.now() >= end) throw new DeadlineError(seconds, what);
    await sleep(50);
  }
}
