/**
 * Computes the economy of blocks by the parameters of mainnet's runtime, prints the tables of docs/economics.md, and says
 * whether its claims hold. With a file of parameters, as the first lines of output show them, it computes by those.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../e2e/harness/paths.ts";
import { attacks } from "./economics/coalitions.mts";
import { concentration, GENESIS } from "./economics/concentration.mts";
import { alwaysAgainst, commonErrors, mistakes } from "./economics/errors.mts";
import { selfPaid } from "./economics/fees.mts";
import { readParameters } from "./economics/genesis.mts";
import { BILLION, fromJson, REP, toJson } from "./economics/parameters.mts";
import { percent } from "./economics/table.mts";
import { attackTable, errorTable, feeTable, growthTable } from "./economics/tables.mts";
import { checkVectors } from "./economics/vectors.mts";
import { firstBlock, smallBlock } from "./economics/worked.mts";

const file = process.argv[2];
const parameters = file ? fromJson(readFileSync(file, "utf8")) : await readParameters("mainnet");
console.log(`Parameters of ${file ?? "mainnet's runtime at genesis"}:\n${toJson(parameters)}\n`);
checkVectors();

const failed: string[] = [];
function claim(what: string, holds: boolean): void {
  console.log(`${holds ? "holds" : "DOES NOT HOLD"}: ${what}`);
  if (!holds) failed.push(what);
}

const page = readFileSync(join(ROOT, "docs/economics.md"), "utf8");
function print(title: string, text: string): void {
  console.log(`\n${title}\n\n${text}\n`);
  // Other parameters give other tables.
  if (!file) claim(`docs/economics.md has this: ${title}`, page.includes(text));
}

print("A small block", smallBlock(parameters));
print("A block of mainnet's first session", firstBlock(parameters));
print("Concentration", growthTable(concentration(parameters)));

const coalitions = attacks(parameters);
print("Coalitions", attackTable(coalitions));
claim(
  "no coalition was paid more for a block that it voted against than for accepting it",
  coalitions.every(({ paidMore }) => paidMore === 0),
);
const third = coalitions.filter(({ part, validators }) => part === "third" && validators === 200);
claim(
  "a coalition of a third of 200 validators gains less than 1 % of its share in a day",
  third.length > 0 && third.every(({ gainOfShare }) => gainOfShare < BILLION / 100n),
);

print(
  "Fees paid to oneself",
  feeTable(GENESIS.flatMap((millions) => selfPaid(parameters, millions * 1_000_000n * REP))),
);
claim(
  "a fee paid to oneself is a loss after 30 days",
  selfPaid(parameters, parameters.genesis).every(({ net }) => net < 0n),
);

const errors = mistakes(parameters);
print("Mistakes of each by itself", errorTable(errors));
claim(
  "mistakes of each by itself never reject a block of 200 validators",
  errors.every(({ validators, outcomes }) => validators < 200 || outcomes.rejected === 0),
);
print("Mistakes of all about the same blocks", errorTable(commonErrors(parameters)));
const left = alwaysAgainst(parameters, parameters.genesisValidators);
print(
  "Always against",
  `One of ${parameters.genesisValidators} validators who votes against every block loses ${percent(BILLION - left, 1)} of its REP in a day.`,
);

if (failed.length > 0) console.log(`\nDoes not hold:\n  ${failed.join("\n  ")}`);
process.exit(failed.length === 0 ? 0 : 1);
