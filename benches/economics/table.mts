/** Numbers and tables as the documents write them. */

import { BILLION, REP } from "./parameters.mts";

/** A table of Markdown. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}

/** A part in billionths as percent, rounded to the nearest. */
export function percent(of: bigint, digits = 2): string {
  return `${decimals(of * 100n, BILLION, digits)} %`;
}

/** Units as whole ones with decimals, rounded to the nearest. */
export function whole(units: bigint, digits = 4): string {
  return decimals(units, REP, digits);
}

/** The same with a sign. */
export function signed(text: string): string {
  return /^-|^0(\.0*)?( %)?$/.test(text) ? text : `+${text}`;
}

/** A whole number in groups of three. */
export function grouped(amount: bigint | number): string {
  return `${amount}`.replace(/\B(?=(\d{3})+$)/g, " ");
}

function decimals(amount: bigint, one: bigint, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const size = amount < 0n ? -amount : amount;
  const rounded = (size * scale + one / 2n) / one;
  const fraction = digits === 0 ? "" : `.${`${rounded % scale}`.padStart(digits, "0")}`;
  return `${amount < 0n && rounded > 0n ? "-" : ""}${grouped(rounded / scale)}${fraction}`;
}
