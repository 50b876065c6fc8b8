/** The numbers of docs/economics.md that need no simulation: by the runtime's own parameters, at mainnet's genesis. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { GENESIS } from "../../../benches/economics/concentration.mts";
import { selfPaid } from "../../../benches/economics/fees.mts";
import { readParameters } from "../../../benches/economics/genesis.mts";
import { REP, type Parameters } from "../../../benches/economics/parameters.mts";
import { feeTable } from "../../../benches/economics/tables.mts";
import { checkVectors } from "../../../benches/economics/vectors.mts";
import { firstBlock, smallBlock } from "../../../benches/economics/worked.mts";
import { ROOT } from "../../harness/paths.ts";
import { assert, before, describe, it } from "../../harness/test.ts";

const page = readFileSync(join(ROOT, "docs/economics.md"), "utf8");
let parameters: Parameters;
before(async () => {
  parameters = await readParameters("mainnet");
});

describe("the economy of blocks", () => {
  it("is modelled by the formulas of the chain", () => checkVectors());

  it("pays a small block and one of mainnet's first session what the page says", () => {
    for (const table of [smallBlock(parameters), firstBlock(parameters)]) {
      assert.ok(page.includes(table), `docs/economics.md does not have\n${table}`);
    }
  });

  it("makes a fee that is paid to oneself a loss, by the numbers of the page", () => {
    assert.ok(selfPaid(parameters, parameters.genesis).every(({ net }) => net < 0n));
    const table = feeTable(
      GENESIS.flatMap((millions) => selfPaid(parameters, millions * 1_000_000n * REP)),
    );
    assert.ok(page.includes(table), `docs/economics.md does not have\n${table}`);
  });
});
