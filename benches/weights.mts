/** What frame-omni-bencher measures, against the compute budget of a block. */

import { readFileSync } from "node:fs";

/** Compute budget of a block in nanoseconds: `MAXIMUM_BLOCK_WEIGHT` of the runtime. */
export const BUDGET = 1_333_000_000;

/** A sample: times are in nanoseconds. */
export interface Sample {
  components: [string, number][];
  extrinsic_time: number;
  storage_root_time: number;
  reads: number;
  repeat_reads: number;
  writes: number;
  repeat_writes: number;
}

/** Times come from `time_results`; only `db_results` tell what was read and written. */
export interface Benchmark {
  pallet: string;
  benchmark: string;
  time_results: Sample[];
  db_results: Sample[];
}

export type Samples = Pick<Benchmark, "time_results" | "db_results">;

/** What the tool has written into these files. */
export function readResults(files: string[]): Benchmark[] {
  return files.flatMap((file) => JSON.parse(readFileSync(file, "utf8")) as Benchmark[]);
}

/** The cost of a benchmark with these values of its components, in nanoseconds. */
export function costIn(results: Benchmark[], name: string, ...values: number[]): number {
  return median(findIn(results, name, ...values));
}

/** The result of a benchmark with these values of its components. */
export function findIn(results: Benchmark[], name: string, ...values: number[]): Benchmark {
  const found = results.find(
    ({ benchmark, time_results }) =>
      benchmark === name &&
      values.every((value, index) => time_results[0]!.components[index]![1] === value),
  );
  if (found === undefined) throw new Error(`no result of ${name} with ${values.join(", ")}`);
  return found;
}

/** The samples of a benchmark of `pallet`, with this value of its component if it has one. */
export function samplesIn(
  results: Benchmark[],
  pallet: string,
  name: string,
  component?: number,
): Samples {
  const wanted = ({ components }: Sample) =>
    component === undefined || components[0]![1] === component;
  const found = results.filter(
    (each) => each.pallet === `pallet_${pallet}` && each.benchmark === name,
  );
  const time_results = found.flatMap((each) => each.time_results).filter(wanted);
  const db_results = found.flatMap((each) => each.db_results).filter(wanted);
  if (time_results.length === 0) throw new Error(`no result of ${pallet}.${name}(${component})`);
  return { time_results, db_results };
}

/** Nanoseconds. */
export function median({ time_results }: Pick<Benchmark, "time_results">): number {
  const times = time_results.map((result) => result.extrinsic_time);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** What was read and written, each entry as often as it was. */
export interface Accesses {
  reads: number;
  writes: number;
}

/**
 * The most that was read and written.
 *
 * Times alone do not tell whether something does more among more: with a thousand times as many entries the trie of
 * the state is deeper and no longer fits into the processor's cache, so each of them takes several microseconds more.
 */
export function accesses({ db_results }: Pick<Benchmark, "db_results">): Accesses {
  return {
    reads: Math.max(...db_results.map((each) => each.reads + each.repeat_reads)),
    writes: Math.max(...db_results.map((each) => each.writes + each.repeat_writes)),
  };
}

export const written = ({ reads, writes }: Accesses) => `${reads} + ${writes}`;

/** The same among ever more others: its times in nanoseconds, and what it reads and writes. */
export interface Row {
  what: string;
  times: number[];
  accesses: Accesses[];
}

export const row = (what: string, among: Samples[]): Row => ({
  what,
  times: among.map(median),
  accesses: among.map(accesses),
});

/** Whether nothing more is read or written among more than among the fewest. */
export function isFlat([fewest, ...others]: Accesses[]): boolean {
  return others.every(({ reads, writes }) => reads <= fewest!.reads && writes <= fewest!.writes);
}

/** Prints a table of `rows`, each measured among so many others. */
export function printRows(rows: Row[], among: number[]): void {
  const columns = among.map((number) => `among ${count(number)}`);
  console.log(`| what | ${columns.join(" | ")} | largest by smallest | reads + writes |`);
  console.log(`|---|${"---:|".repeat(columns.length + 2)}`);
  for (const { what, times, accesses } of rows) {
    const ratio = (Math.max(...times) / Math.min(...times)).toFixed(2);
    const done = [...new Set(accesses.map(written))].join(" or ");
    console.log(`| ${what} | ${times.map(cost).join(" | ")} | ${ratio} | ${done} |`);
  }
}

export const count = (n: number) => n.toLocaleString("en").replaceAll(",", " ");

export const cost = (nanoseconds: number) =>
  `${(nanoseconds / 1_000).toFixed(0)} µs (${((100 * nanoseconds) / BUDGET).toFixed(4)} %)`;

/** Says whether something stays within its part of a block, and returns it. */
export function within(what: string, nanoseconds: number, percent: number): boolean {
  const fits = nanoseconds <= (BUDGET * percent) / 100;
  console.log(
    `${what}: ${fits ? "within" : "MORE THAN"} ${percent} % of a block's compute budget.`,
  );
  return fits;
}

/** Says whether something holds, and returns it. */
export function holds(what: string, is: boolean): boolean {
  console.log(`${what}: ${is ? "yes" : "NO"}.`);
  return is;
}
