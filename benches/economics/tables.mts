/** The tables of docs/economics.md. */

import type { Attack } from "./coalitions.mts";
import type { Growth } from "./concentration.mts";
import type { Errors } from "./errors.mts";
import type { SelfPaid } from "./fees.mts";
import { grouped, percent, signed, table, whole } from "./table.mts";

export function growthTable(rows: Growth[]): string {
  return table(
    [
      "`EqualShare`",
      "REP at genesis",
      "years",
      "all REP",
      "newcomers' part of REP",
      "newcomers' part of slots",
      "work contract's part of REP",
    ],
    rows.map((row) => [
      row.equalShare,
      `${row.genesis} million`,
      `${row.years}`,
      `${whole(row.issuance / 1_000_000n, 1)} million`,
      percent(row.newcomers, 1),
      percent(row.slots, 1),
      percent(row.contract, 1),
    ]),
  );
}

export function attackTable(rows: Attack[]): string {
  return table(
    [
      "coalition",
      "validators",
      "it",
      "rejected",
      "contested",
      "its REP",
      "its share",
      "the others' REP",
    ],
    rows.map((row) => [
      row.part,
      `${row.validators}`,
      row.goal,
      grouped(row.outcomes.rejected),
      grouped(row.outcomes.contested),
      signed(whole(row.gain, 0)),
      signed(percent(row.gainOfShare, 3)),
      signed(percent(row.others, 3)),
    ]),
  );
}

export function feeTable(rows: SelfPaid[]): string {
  return table(
    [
      "REP at genesis",
      "share of payer",
      "REP gained",
      "back at once",
      "salary of 30 days",
      "net",
      "paid back after",
    ],
    rows.map((row) => [
      `${whole(row.genesis / 1_000_000n, 0)} million`,
      row.share,
      whole(row.gained, 3),
      whole(row.back, 3),
      whole(row.salary, 3),
      signed(whole(row.net, 3)),
      `${Math.ceil(row.days)} days`,
    ]),
  );
}

export function errorTable(rows: Errors[]): string {
  return table(
    [
      "validators",
      "wrong",
      "contested",
      "rejected",
      "lost by votes",
      "lost by authors",
      "of a day's REP missing",
    ],
    rows.map((row) => [
      `${row.validators}`,
      row.rate,
      grouped(row.outcomes.contested),
      grouped(row.outcomes.rejected),
      whole(row.lostByVotes, 0),
      whole(row.lostByAuthors, 0),
      percent(row.missing, 2),
    ]),
  );
}
